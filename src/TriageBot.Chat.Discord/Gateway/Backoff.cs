namespace TriageBot.Chat.Discord.Gateway;

/// <summary>How long to wait before the next connection.</summary>
internal static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="failures">Connections in a row that did not live long, the last one included.</param>
    /// <param name="chance">0–1; spreads shards and programs that all lost their connection at one moment.</param>
    public static TimeSpan Before(Pause pause, int failures, double chance) => pause switch
    {
        Pause.Brief => ByFailures(Math.Min(failures, 2), chance),
        Pause.Moments => TimeSpan.FromSeconds(1 + 4 * chance) is var moments && moments > ByFailures(failures, chance) ? moments : ByFailures(failures, chance),
        _ => ByFailures(failures, chance),
    };

    private static TimeSpan ByFailures(int failures, double chance) => failures <= 1
        ? TimeSpan.FromMilliseconds(250 * chance)
        : TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(failures, 10) - 2)) * (0.5 + 0.5 * chance));
}
