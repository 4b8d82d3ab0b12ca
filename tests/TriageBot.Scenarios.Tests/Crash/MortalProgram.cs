using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Crash;

/// <summary>What the moment of a kill is reckoned by: work that has been done, never time that has passed.</summary>
internal enum Milestone
{
    /// <summary>A request is on its way and not answered.</summary>
    Sent,

    /// <summary>An answer has arrived; what it caused may still be under way.</summary>
    Answered,
}

/// <summary>The real program on one folder of data, killed in the middle of its work and started again.</summary>
internal sealed class MortalProgram(string folder, IReadOnlyDictionary<string, string> environment, CancellationToken ct) : IDisposable
{
    private readonly Lock gate = new();
    private TaskCompletionSource<Uri> serving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RunningProgram? running;
    private Milestone awaited;
    private int left;

    /// <summary>What it logged in all its lives: nothing, if all went well.</summary>
    public string Errors { get; private set; } = "";

    /// <summary>Its address, as soon as it is there to answer.</summary>
    public Task<Uri> ServingAsync()
    {
        lock (gate) return serving.Task.WaitAsync(ct);
    }

    public async Task StartAsync()
    {
        running = RunningProgram.Start(folder, environment, "--port", "0");
        var address = await running.ServingAsync(ct);
        lock (gate) serving.SetResult(address);
    }

    /// <summary>Lets it live until so many more milestones have been passed; ends when it is dead.</summary>
    public async Task DieAfterAsync(Milestone milestone, int count)
    {
        lock (gate)
        {
            (awaited, left) = (milestone, count);
            killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        await killed.Task.WaitAsync(ct);
        await BuryAsync();
    }

    public async Task DieAsync()
    {
        running?.Kill();
        await BuryAsync();
    }

    /// <summary>Called by the clients. The kill happens on the caller's thread, so that nothing comes between the milestone and the end.</summary>
    public void Pass(Milestone milestone)
    {
        lock (gate)
        {
            if (milestone != awaited || left == 0 || --left > 0) return;
            serving = new(TaskCreationOptions.RunContinuationsAsynchronously);
            running?.Kill();
            killed.SetResult();
        }
    }

    public void Dispose() => running?.Dispose();

    private async Task BuryAsync()
    {
        if (running is null) return;
        await running.ExitAsync(ct);
        Errors += running.Errors;
        running.Dispose();
        running = null;
    }
}
