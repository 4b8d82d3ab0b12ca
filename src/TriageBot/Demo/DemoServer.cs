using Microsoft.Extensions.Logging;
using NodaTime;
using TriageBot.Clock;
using TriageBot.Settings;
using TriageBot.Simulate;

namespace TriageBot.Demo;

/// <summary>Serves a filled example team on a clock of its own, which flows and can be moved ahead. Nothing is kept.</summary>
internal static class DemoServer
{
    public static async Task<int> RunAsync(TriageBotOptions options, CancellationToken stop)
    {
        using var folder = DemoFolder.Make();
        var script = ReadTeam();
        // What a real server says must be kept, and answered by the real time.
        var demo = options with
        {
            Data = new DataOptions(folder.Path),
            Team = options.Team with { Zone = script.Zone },
            Discord = new DiscordSettings(),
            Web = options.Web with { Enabled = true },
        };
        var start = await FillAsync(script, demo, stop);

        var clock = new FlowingTimeProvider(start, TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById(script.Zone.Id));
        var server = new ChatServer(demo, clock)
        {
            MapMore = app => DemoClock.Map(app, clock, script.Zone),
            Keeps = "an example team, nothing is kept",
        };
        return await server.RunAsync(stop);
    }

    /// <summary>Plays the example team's last days into the demo's files, so that what a visitor finds was made by the bot itself.</summary>
    /// <returns>The moment at which the script ends.</returns>
    private static async Task<Instant> FillAsync(Script script, TriageBotOptions options, CancellationToken ct)
    {
        using var loggers = ProgramLog.Create(LogLevel.Warning);
        var setup = StageSetup.For(script, options.Data.Folder, options, loggers);
        await using var stage = await Stage.OpenAsync(setup with { Chat = setup.Chat with { DataFile = options.Data.ChatFile } }, ct);
        await new ScriptPlayer(script, stage, SilentTranscript.Instance).PlayAsync(ct);
        return stage.Now;
    }

    private static Script ReadTeam()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "config", "example-team.txt");
        try
        {
            return ScriptReader.Read(file, File.ReadAllText(file));
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or ScriptException)
        {
            throw new StartRefusedException($"The example team cannot be read: {unusable.Message} Put config/example-team.txt back beside the program.");
        }
    }

    private sealed class SilentTranscript : ITranscript
    {
        public static SilentTranscript Instance { get; } = new();

        public void Write(Instant at, string deed)
        {
            // What was played stands in the chat itself.
        }

        public void Write(Shown shown)
        {
            // As above.
        }
    }
}
