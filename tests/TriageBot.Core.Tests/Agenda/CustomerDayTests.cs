using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Escalations;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Agenda;

/// <summary>Escalations of an agenda: remaining working time and the 50 % line of rule C4.</summary>
public sealed class CustomerDayTests
{
    private static readonly WorkCalendar NineToFive = new(DateTimeZone.Utc, WeekHours.Standard);

    [Theory]
    [InlineData("2026-03-13T10:59", 121, 0)]
    [InlineData("2026-03-13T11:00", 120, 50)]
    [InlineData("2026-03-13T12:11", 49, 50)]
    [InlineData("2026-03-13T12:12", 48, 80)]
    [InlineData("2026-03-13T13:00", 0, 80)]
    [InlineData("2026-03-16T10:00", -300, 80)] // Friday 13:00–17:00 and Monday 09:00–10:00
    public void Half_and_four_fifths_are_said_from_then_on_and_late_is_counted_in_working_time(string now, int left, int passed)
    {
        var opened = Instant.FromUtc(2026, 3, 13, 9, 0);
        var clock = ClockRules.Start(ClockKind.FirstAnswer, 1, opened, Duration.FromHours(4), NineToFive);
        var due = DueEscalation.Of(new Escalation { Number = 1, OpenedAt = opened, Clocks = [clock] }, NineToFive, At(now));

        Assert.NotNull(due);
        Assert.Equal((left, passed), ((int)due.Left.TotalMinutes, due.Passed));
    }

    [Fact]
    public void What_stands_still_is_not_listed()
    {
        var opened = Instant.FromUtc(2026, 3, 13, 9, 0);
        var clock = ClockRules.Pause(ClockRules.Start(ClockKind.Resolution, 1, opened, Duration.FromHours(4), NineToFive), opened, NineToFive);

        Assert.Null(DueEscalation.Of(new Escalation { Clocks = [clock] }, NineToFive, opened + Duration.FromHours(1)));
    }

    private static Instant At(string local) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InUtc().ToInstant();
}
