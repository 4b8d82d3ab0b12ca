using TriageBot.Chat.Discord.Gateway;

namespace TriageBot.Discord.Tests.Gateway;

/// <summary>What follows from what, without a connection.</summary>
public sealed class GatewayRulesTests
{
    private static readonly GatewaySession Session = new("s", new Uri("wss://resume.example"), 1);
    private static readonly GatewayState Greeted = After(GatewayState.New, new GatewayEvent.Hello(TimeSpan.FromSeconds(41)));
    private static readonly GatewayState Live = After(Greeted, new GatewayEvent.Began(Session));

    [Fact]
    public void A_running_session_that_breaks_off_is_taken_up_after_a_brief_pause()
    {
        Assert.Equal(Pause.Brief, PauseAfter(Live, new GatewayEvent.Closed(null)));
        Assert.Equal(Pause.Brief, PauseAfter(Live, new GatewayEvent.Closed(1001)));
        Assert.Equal(Pause.Brief, PauseAfter(Live, new GatewayEvent.ReconnectAsked()));
    }

    [Fact]
    public void A_session_that_is_refused_or_begins_anew_waits_longer_with_each_failure()
    {
        Assert.Equal(Pause.Moments, PauseAfter(Live, new GatewayEvent.SessionInvalid(MayResume: false)));
        Assert.Equal(Pause.ByFailures, PauseAfter(Live, new GatewayEvent.Closed(4009)));
        Assert.Equal(Pause.ByFailures, PauseAfter(Live.Disconnected(), new GatewayEvent.SessionInvalid(MayResume: true)));
        Assert.Equal(Pause.ByFailures, PauseAfter(Greeted, new GatewayEvent.Closed(null)));
    }

    private static GatewayState After(GatewayState state, GatewayEvent happened) => GatewayRules.Apply(state, happened).State;

    private static Pause PauseAfter(GatewayState state, GatewayEvent happened) =>
        Assert.IsType<GatewayAction.Leave>(Assert.Single(GatewayRules.Apply(state, happened).Actions)).Pause;
}
