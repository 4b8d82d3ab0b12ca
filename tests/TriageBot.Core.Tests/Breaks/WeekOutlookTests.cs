using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Breaks;

public sealed class WeekOutlookTests
{
    private static readonly LocalDate Friday = new(2026, 3, 13);
    private static readonly Duration Ceiling = Duration.FromHours(3);

    [Fact]
    public void A_plan_that_keeps_the_ceiling_needs_no_further_breaks() =>
        Assert.Empty(Look(WeekHours.Standard, (10, 30, 15), (12, 30, 30), (15, 30, 15)).Forced);

    [Fact]
    public void A_long_afternoon_gets_the_same_forced_break_on_every_working_day()
    {
        var outlook = Look(WeekHours.Standard, (10, 30, 15), (12, 30, 30));

        var run = Assert.Single(outlook.Forced);
        Assert.Equal([new LocalTime(15, 30)], run.Times);
        Assert.True(outlook.IsEveryDayAlike);
    }

    [Fact]
    public void Days_that_differ_are_named_in_the_order_of_the_week()
    {
        var shortFriday = new WeekHours(
            WeekHours.Days[..4].Select(day => (day, Window(9, 17))).Append((IsoDayOfWeek.Friday, Window(9, 14))));
        var outlook = Look(shortFriday, (10, 30, 15), (12, 30, 30));

        var run = Assert.Single(outlook.Forced);
        Assert.Equal((IsoDayOfWeek.Monday, IsoDayOfWeek.Thursday), (run.First, run.Last));
        Assert.False(outlook.IsEveryDayAlike);
    }

    [Fact]
    public void A_break_that_lies_in_no_working_hours_is_found() =>
        Assert.Equal([new LocalTime(7, 0)], Look(WeekHours.Standard, (7, 0, 15), (11, 30, 15), (14, 30, 15)).Outside.Select(window => window.Start));

    [Fact]
    public void A_break_that_happens_on_some_days_only_is_not_called_outside() =>
        Assert.Empty(Look(
            new WeekHours([(IsoDayOfWeek.Monday, Window(7, 12)), (IsoDayOfWeek.Tuesday, Window(9, 12))]),
            (7, 0, 15), (10, 0, 15)).Outside);

    private static TimeWindow Window(int from, int to) => new(new LocalTime(from, 0), new LocalTime(to, 0));

    private static WeekOutlook Look(WeekHours hours, params IEnumerable<(int Hour, int Minute, int Length)> breaks) => WeekOutlook.Of(
        new OwnerPlan(
            new MemberId("alex"),
            new WorkCalendar(DateTimeZoneProviders.Tzdb["Europe/Oslo"], hours),
            [.. breaks.Select(entry => new BreakWindow(new LocalTime(entry.Hour, entry.Minute), entry.Length))],
            new LocalTime(8, 30),
            "team"),
        Friday,
        Ceiling);
}
