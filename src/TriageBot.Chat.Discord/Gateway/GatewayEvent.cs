namespace TriageBot.Chat.Discord.Gateway;

/// <summary>Something that happens to a connection.</summary>
internal abstract record GatewayEvent
{
    public sealed record Hello(TimeSpan Interval) : GatewayEvent;
    public sealed record Dispatched(string Name, long? Sequence) : GatewayEvent;

    /// <summary>READY: a session has begun.</summary>
    public sealed record Began(GatewaySession Session) : GatewayEvent;

    /// <summary>The server wants a heartbeat at once.</summary>
    public sealed record HeartbeatAsked : GatewayEvent;
    public sealed record Acknowledged : GatewayEvent;

    /// <summary>The server wants us to connect anew.</summary>
    public sealed record ReconnectAsked : GatewayEvent;
    public sealed record SessionInvalid(bool MayResume) : GatewayEvent;

    /// <summary>The interval between two heartbeats has passed.</summary>
    public sealed record BeatDue : GatewayEvent;

    /// <param name="Code">Null when the connection ended without saying why.</param>
    public sealed record Closed(int? Code) : GatewayEvent;
}
