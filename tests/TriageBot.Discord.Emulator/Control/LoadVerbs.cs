using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.Control;

/// <summary>Many people at once, driven from inside, so that measuring costs next to nothing.</summary>
internal sealed class LoadVerbs(Service service)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    private LoadRun? running;

    public void AddTo(ControlServer control)
    {
        control.AddWaiting("load", RunAsync);
        control.Add("load-stop", _ =>
        {
            running?.Stop();
            return null;
        });
    }

    /// <summary>
    /// Keeps <c>atOnce</c> slash commands under way for <c>length</c> (ms) or until there were <c>count</c>: each answer brings the next. <c>{n}</c> in an option is the
    /// running number, from <c>first</c>; the numbers that were answered come back when <c>keepsNumbers</c> is set.
    /// </summary>
    private async Task<JsonNode?> RunAsync(ControlCall call)
    {
        var run = new LoadRun(service, call);
        lock (service.World.Gate)
        {
            running = run;
            run.Start();
        }

        await Task.WhenAny(run.Finished, Task.Delay(run.Length + Grace, TimeProvider.System));
        lock (service.World.Gate) return run.Report();
    }
}
