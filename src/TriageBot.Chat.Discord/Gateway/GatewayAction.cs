namespace TriageBot.Chat.Discord.Gateway;

/// <summary>What is to be done about a <see cref="GatewayEvent"/>.</summary>
internal abstract record GatewayAction
{
    /// <summary>Send heartbeats at this interval; the first after a random part of it.</summary>
    public sealed record StartBeating(TimeSpan Interval) : GatewayAction;
    public sealed record Beat(long? Sequence) : GatewayAction;
    public sealed record Identify : GatewayAction;
    public sealed record Resume(GatewaySession Session) : GatewayAction;
    public sealed record HandOver(string Name) : GatewayAction;

    /// <summary>End this connection and make another.</summary>
    /// <param name="Why">For the log.</param>
    /// <param name="Pause">How long to wait before it.</param>
    public sealed record Leave(string Why, Pause Pause) : GatewayAction;

    /// <summary>Never connect again. <paramref name="Sentence"/> says what to do.</summary>
    public sealed record Stop(string Sentence) : GatewayAction;
}

internal enum Pause
{
    /// <summary>Hardly any at first, then longer with each connection in a row that did not live long, up to a minute.</summary>
    ByFailures,

    /// <summary>The same, but one second at most: a session was running and is taken up again, which costs no new one.</summary>
    Brief,

    /// <summary>The same, but at least one to five seconds, as the gateway wants it before a new session.</summary>
    Moments,
}
