using NodaTime;
using TriageBot.Chat.Discord.Gateway;
using TriageBot.Clock;

namespace TriageBot.Discord.Tests.Gateway;

/// <summary>How soon, and to which session, a shard comes back.</summary>
public sealed class RecoveryTests
{
    private readonly ManualTimeProvider clock = new(Instant.FromUtc(2026, 3, 13, 9, 0));
    private readonly Recovery recovery;

    public RecoveryTests() => recovery = new Recovery(clock);

    [Fact]
    public void A_first_reconnect_comes_at_once_and_later_ones_ever_later_up_to_a_minute()
    {
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 12; i++)
        {
            recovery.Ended(null);
            waits.Add(recovery.Before(Pause.ByFailures, 1));
        }

        Assert.True(waits[0] < TimeSpan.FromSeconds(1));
        Assert.Equal(waits.Order(), waits);
        Assert.Equal(TimeSpan.FromMinutes(1), waits[^1]);
        Assert.Equal(TimeSpan.FromSeconds(30), recovery.Before(Pause.ByFailures, 0));
    }

    [Fact]
    public void Before_a_new_session_come_one_to_five_seconds()
    {
        Lived(Duration.FromHours(1));
        Assert.Equal(TimeSpan.FromSeconds(1), recovery.Before(Pause.Moments, 0));
        Assert.Equal(TimeSpan.FromSeconds(5), recovery.Before(Pause.Moments, 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_session_that_is_refused_or_gone_at_once_again_and_again_is_begun_ever_more_rarely(bool begins)
    {
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 12; i++)
        {
            if (begins) Lived(Duration.FromSeconds(1));
            else recovery.Ended(null);
            waits.Add(recovery.Before(Pause.Moments, 0.5));
        }

        Assert.Equal(waits.Order(), waits);
        Assert.Equal(TimeSpan.FromSeconds(3), waits[0]);
        Assert.Equal(TimeSpan.FromSeconds(45), waits[^1]);
    }

    [Fact]
    public void A_running_session_that_breaks_off_again_and_again_is_taken_up_within_a_second_but_not_at_once()
    {
        Lived(Duration.FromSeconds(1));
        Assert.True(recovery.Before(Pause.Brief, 1) < TimeSpan.FromSeconds(1));
        for (var i = 0; i < 12; i++)
        {
            Lived(Duration.FromSeconds(1));
            Assert.Equal(TimeSpan.FromSeconds(0.5 + 0.5 * (i % 2)), recovery.Before(Pause.Brief, i % 2));
        }
    }

    [Fact]
    public void After_many_breaks_of_a_running_session_one_connection_that_does_not_come_to_life_is_soon_followed_by_another()
    {
        for (var i = 0; i < 12; i++)
        {
            Lived(Duration.FromSeconds(1));
            recovery.Before(Pause.Brief, 1);
        }

        recovery.Ended(null);
        Assert.Equal(TimeSpan.FromSeconds(1), recovery.Before(Pause.ByFailures, 1));
    }

    [Fact]
    public void After_a_session_that_ran_for_a_minute_all_is_well_again()
    {
        for (var i = 0; i < 12; i++) recovery.Ended(null);
        Lived(Duration.FromSeconds(59));
        Assert.Equal(TimeSpan.FromMinutes(1), recovery.Before(Pause.ByFailures, 1));

        Lived(Duration.FromSeconds(60));
        Assert.True(recovery.Before(Pause.ByFailures, 1) < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_session_is_given_up_three_minutes_after_its_last_moment_however_many_connections_failed_meanwhile()
    {
        Assert.False(recovery.IsSessionOver);
        Lived(Duration.FromHours(1));
        for (var i = 0; i < 100; i++) recovery.Ended(null);
        clock.MoveTo(clock.Now + Duration.FromMinutes(3) - Duration.FromSeconds(1));
        Assert.False(recovery.IsSessionOver);

        recovery.Ended(null);
        clock.MoveTo(clock.Now + Duration.FromSeconds(1));
        Assert.True(recovery.IsSessionOver);

        Lived(Duration.FromSeconds(1));
        Assert.False(recovery.IsSessionOver);
    }

    private void Lived(Duration span)
    {
        var since = clock.GetTimestamp();
        clock.MoveTo(clock.Now + span);
        recovery.Ended(since);
    }
}
