using TriageBot.Settings;

namespace TriageBot.Demo;

/// <summary>Serves a filled example team on a clock of its own.</summary>
internal static class DemoServer
{
    public static Task<int> RunAsync(TriageBotOptions options, CancellationToken stop) => ChatServer.RunAsync(options, stop);
}
