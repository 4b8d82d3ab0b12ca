namespace TriageBot.Chat.Discord.Gateway;

/// <summary>Keeps a connection within 120 events a minute, of which some are kept back for heartbeats: who exceeds it is thrown out at once. Not thread-safe.</summary>
internal sealed class SendBudget
{
    private const int Most = 120;
    private const int KeptForHeartbeats = 10;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private readonly Queue<DateTimeOffset> sent = [];

    /// <summary>How long to wait before one more; zero when it may go now.</summary>
    public TimeSpan WaitAt(DateTimeOffset now, bool isHeartbeat)
    {
        while (sent.TryPeek(out var oldest) && now - oldest >= Window) sent.Dequeue();
        var room = isHeartbeat ? Most : Most - KeptForHeartbeats;
        return sent.Count < room ? TimeSpan.Zero : sent.ElementAt(sent.Count - room) + Window - now;
    }

    public void Sent(DateTimeOffset now) => sent.Enqueue(now);
}
