namespace TriageBot.Chat.Discord.Gateway;

/// <summary>Where one shard stands. It outlives its connections.</summary>
/// <param name="Session">What could be resumed; null when the next connection must identify itself.</param>
internal sealed record GatewayState(GatewaySession? Session)
{
    public static GatewayState New { get; } = new((GatewaySession?)null);

    /// <summary>Of the last dispatch on any connection of this session.</summary>
    public long? Sequence { get; init; }

    /// <summary>Between hello and the end of a connection.</summary>
    public bool IsGreeted { get; init; }

    /// <summary>READY or RESUMED has come on this connection.</summary>
    public bool IsLive { get; init; }

    /// <summary>A heartbeat was sent that nobody has acknowledged.</summary>
    public bool AwaitsAcknowledgement { get; init; }

    /// <summary>The same session before a new connection.</summary>
    public GatewayState Disconnected() => new(Session) { Sequence = Sequence };
}

/// <summary>What is needed to go on where a connection ended.</summary>
/// <param name="Sequence">Of the last dispatch that was received.</param>
internal sealed record GatewaySession(string Id, Uri ResumeUrl, long Sequence);
