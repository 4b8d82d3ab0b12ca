using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Escalations;
using TriageBot.Core.Time;
using TriageBot.Core.Urgent;

namespace TriageBot.Core.Tests.Urgent;

/// <summary>Rule H2: the service level beats the break. The owner works Monday to Friday 09:00–17:00; 13 March 2026 is a Friday.</summary>
public sealed class HoldLimitTests
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
    private static readonly WorkCalendar Calendar = new(Oslo, WeekHours.Standard);
    private static readonly Break Morning = new("a", BreakKind.Planned, At(10, 30), At(10, 45));
    private static readonly Break Noon = new("b", BreakKind.Planned, At(12, 30), At(13, 0));

    [Theory]
    [InlineData(9, 20, 10, 45, 10, 30, false)] // a break before it is good enough
    [InlineData(9, 20, 10, 30, 10, 30, false)] // at its very start too
    [InlineData(9, 20, 10, 20, 10, 20, true)] // the next break would come too late
    [InlineData(9, 20, 9, 20, 9, 20, true)] // no time to wait
    [InlineData(9, 20, 9, 5, 9, 20, true)] // past: at once
    [InlineData(9, 20, 18, 0, 10, 30, false)]
    public void It_is_released_at_the_next_break_or_fifteen_minutes_before_the_deadline(int hour, int minute, int lHour, int lMinute, int atHour, int atMinute, bool forced)
    {
        var place = Place(At(hour, minute), At(lHour, lMinute), [Morning, Noon]);

        Assert.Equal((At(atHour, atMinute), forced), (place.Break.Start, place.PutsInBreak));
    }

    [Fact]
    public void No_answer_is_promised_after_the_deadline()
    {
        Assert.Equal(At(10, 35), Place(At(9, 20), At(10, 20), [Morning]).PromisedAt);
        Assert.Equal(At(10, 55), Place(At(9, 20), At(10, 40), [Morning]).PromisedAt);
    }

    [Fact]
    public void Where_the_owner_is_not_at_work_at_that_moment_it_is_read_before_they_go_home()
    {
        var place = Place(At(15, 0), At(19, 30), []);

        Assert.Equal(At(16, 45), place.Break.Start);
    }

    [Fact]
    public void Where_they_have_gone_home_already_it_is_read_when_they_are_back()
    {
        var place = Place(At(17, 30), At(19, 30), []);

        Assert.Equal(At(9, 0) + Duration.FromDays(3), place.Break.Start);
        Assert.True(place.PromisedAt > At(19, 45));
    }

    [Fact]
    public void A_second_one_joins_the_break_that_was_put_in_for_the_first()
    {
        var forced = new Break("f", BreakKind.Forced, At(10, 15), At(10, 30));

        var place = Place(At(9, 30), At(10, 20), [forced, Noon]);

        Assert.Equal(("f", false), (place.Break.Key, place.PutsInBreak));
    }

    [Theory]
    [InlineData(10, 30, 11, 30, true)] // missed a break before L, which is still to come
    [InlineData(10, 30, 11, 0, false)] // missed a break, and L is past: it is carried like everything else
    [InlineData(11, 0, 11, 0, false)] // missed the break at L
    [InlineData(15, 30, 11, 10, true)] // never had a break: shorter hours have made L past
    [InlineData(15, 30, 10, 0, false)] // the deadline itself is past: nothing is gained by one more break
    public void What_was_asked_for_once_is_not_asked_for_again(int hour, int minute, int lHour, int lMinute, bool stillCounts)
    {
        var message = new HeldMessage { ReleaseAt = At(hour, minute), LatestAt = At(lHour, lMinute), AnswerDueAt = At(lHour, lMinute) + HoldRules.AnswerTime };

        Assert.Equal(stillCounts, HoldRules.LimitOf(message, At(11, 20)) is not null);
    }

    [Theory]
    [InlineData(60, 0, 9, 45)]
    [InlineData(60, 30, 9, 15)]
    [InlineData(10, 0, 9, 0)] // never so much time: at its beginning
    [InlineData(8 * 60, 0, 16, 45)]
    public void So_much_working_time_is_left_of_a_clock(int target, int used, int hour, int minute)
    {
        var clock = new ServiceClock
        {
            Kind = ClockKind.FirstAnswer,
            StartedAt = At(9, 0),
            RunningSinceAt = At(9, 0),
            Target = Duration.FromMinutes(target),
            Used = Duration.FromMinutes(used),
        };

        Assert.Equal(At(hour, minute), ClockRules.Before(clock, HoldRules.AnswerTime, Calendar));
    }

    [Fact]
    public void The_queue_is_ordered_by_when_a_customer_must_have_heard()
    {
        var older = new HeldMessage { Number = 1, WaitingSinceAt = At(9, 0) };
        var pressing = new HeldMessage { Number = 2, WaitingSinceAt = At(9, 30), LatestAt = At(10, 15), AnswerDueAt = At(10, 30) };

        Assert.Equal([2L, 1L], HeldOrder.Sort([older, pressing], Calendar, HoldSettings.Standard).Select(message => message.Number));
    }

    private static HoldPlace Place(Instant now, Instant latest, Break[] breaks) => HoldRules.Place(
        now, now, breaks, new Dictionary<string, int>(), Calendar, HoldSettings.Standard, new HoldLimit(latest, latest + HoldRules.AnswerTime));

    private static Instant At(int hour, int minute) => new LocalDateTime(2026, 3, 13, hour, minute).InZoneStrictly(Oslo).ToInstant();
}
