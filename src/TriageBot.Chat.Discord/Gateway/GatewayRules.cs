using System.Collections.Immutable;

namespace TriageBot.Chat.Discord.Gateway;

/// <summary>The life of a gateway connection as a function of values (protocol reference, section A3).</summary>
internal static class GatewayRules
{
    public static (GatewayState State, ImmutableArray<GatewayAction> Actions) Apply(GatewayState state, GatewayEvent happened) => happened switch
    {
        GatewayEvent.Hello hello => Greeted(state, hello),
        GatewayEvent.Began began => (state with { Session = began.Session, Sequence = began.Session.Sequence, IsLive = true }, [new GatewayAction.HandOver("READY")]),
        GatewayEvent.Dispatched dispatched => Dispatched(state, dispatched),
        GatewayEvent.HeartbeatAsked => (state, [new GatewayAction.Beat(state.Sequence)]),
        GatewayEvent.Acknowledged => (state with { AwaitsAcknowledgement = false }, []),
        GatewayEvent.ReconnectAsked => Leave(state, "the gateway asked for a new connection"),
        GatewayEvent.SessionInvalid { MayResume: true } => Leave(state, "the gateway refused the session for now"),
        GatewayEvent.SessionInvalid => Leave(state with { Session = null, Sequence = null }, "the session is gone", Pause.Moments),
        GatewayEvent.BeatDue when state.AwaitsAcknowledgement => Leave(state, "a heartbeat was not acknowledged"),
        GatewayEvent.BeatDue => (state with { AwaitsAcknowledgement = true }, [new GatewayAction.Beat(state.Sequence)]),
        GatewayEvent.Closed closed => Closed(state, closed),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Unknown to the rules of the gateway."),
    };

    /// <summary>A second hello on one connection changes nothing.</summary>
    private static (GatewayState, ImmutableArray<GatewayAction>) Greeted(GatewayState state, GatewayEvent.Hello hello)
    {
        if (state.IsGreeted) return (state, []);
        GatewayAction begin = state.Session is { } session ? new GatewayAction.Resume(session) : new GatewayAction.Identify();
        return (state with { IsGreeted = true }, [new GatewayAction.StartBeating(hello.Interval), begin]);
    }

    private static (GatewayState, ImmutableArray<GatewayAction>) Dispatched(GatewayState state, GatewayEvent.Dispatched dispatched)
    {
        var sequence = dispatched.Sequence ?? state.Sequence;
        var session = sequence is { } reached ? state.Session is null ? null : state.Session with { Sequence = reached } : state.Session;
        return (state with { Sequence = sequence, Session = session, IsLive = state.IsLive || dispatched.Name == "RESUMED" }, [new GatewayAction.HandOver(dispatched.Name)]);
    }

    private static (GatewayState, ImmutableArray<GatewayAction>) Closed(GatewayState state, GatewayEvent.Closed closed) => CloseCodes.MeaningOf(closed.Code) switch
    {
        CloseMeaning.Stop stop => (state, [new GatewayAction.Stop(stop.Sentence)]),
        CloseMeaning.NewSession => Leave(state with { Session = null, Sequence = null }, $"the connection was closed with {closed.Code}"),
        _ => Leave(state, closed.Code is { } code ? $"the connection was closed with {code}" : "the connection broke off"),
    };

    private static (GatewayState, ImmutableArray<GatewayAction>) Leave(GatewayState state, string why, Pause pause = Pause.ByFailures) =>
        (state.Disconnected(), [new GatewayAction.Leave(why, pause == Pause.ByFailures && state is { IsLive: true, Session: not null } ? Pause.Brief : pause)]);
}
