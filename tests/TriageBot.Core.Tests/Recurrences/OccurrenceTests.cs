using NodaTime;
using TriageBot.Core.Time;
using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Tests.Recurrences;

public sealed class OccurrenceTests
{
    private static readonly WorkCalendar Calendar = new(DateTimeZone.Utc, WeekHours.Standard);

    [Fact]
    public void A_month_end_comes_back_after_a_short_month() => Assert.Equal(
        [new(2027, 1, 31), new(2027, 2, 28), new(2027, 3, 31), new(2027, 4, 30), new(2027, 5, 31)],
        Scheduled(new RecurrencePattern.Months(1), new LocalDate(2027, 1, 31), 5));

    [Fact]
    public void A_leap_day_comes_back_in_leap_years() => Assert.Equal(
        [new(2028, 2, 29), new(2029, 2, 28), new(2030, 2, 28), new(2031, 2, 28), new(2032, 2, 29)],
        Scheduled(new RecurrencePattern.Years(1), new LocalDate(2028, 2, 29), 5));

    [Fact]
    public void A_rule_looked_at_later_stays_on_its_grid()
    {
        var rule = Rule(new RecurrencePattern.Weeks(2), new LocalDate(2026, 3, 4));
        Assert.Equal([new(2026, 3, 4), new(2026, 3, 18), new(2026, 4, 1)], Occurrences.Scheduled(rule, Calendar).Take(3));
        Assert.Equal(new LocalDate(2026, 4, 1), Occurrences.After(rule, new LocalDate(2026, 3, 20), Calendar));
    }

    [Fact]
    public void A_far_date_is_found_where_it_lies() => Assert.Equal(
        new LocalDate(2526, 3, 5), Occurrences.After(Rule(new RecurrencePattern.Days(1), new LocalDate(2026, 3, 4)), new LocalDate(2526, 3, 4), Calendar));

    [Theory]
    [InlineData(ClosedDayPolicy.MoveAfter, "2026-06-01")]
    [InlineData(ClosedDayPolicy.MoveBefore, "2026-05-29")]
    [InlineData(ClosedDayPolicy.Keep, "2026-05-31")]
    [InlineData(ClosedDayPolicy.Skip, null)]
    public void A_date_on_a_closed_day_follows_its_policy(ClosedDayPolicy policy, string? due)
    {
        var sunday = new LocalDate(2026, 5, 31);
        var rule = Rule(new RecurrencePattern.Months(1), new LocalDate(2026, 3, 31)) with { ClosedDays = policy };
        Assert.Equal(due, Occurrences.Due(rule, sunday, Calendar)?.ToString("uuuu-MM-dd", null));
    }

    [Fact]
    public void A_weekday_that_is_named_stays_though_nobody_works_then()
    {
        var rule = Rule(new RecurrencePattern.Weeks(1, Weekdays.Sunday), new LocalDate(2026, 3, 15));
        Assert.Equal(rule.Anchor, Occurrences.Due(rule, rule.Anchor, Calendar));
    }

    [Fact]
    public void A_closure_moves_a_weekday_that_is_named()
    {
        var closure = new LocalDate(2026, 3, 16);
        var calendar = new WorkCalendar(DateTimeZone.Utc, LogicalDay.DefaultStart, [new HourVersion(closure, WeekHours.Standard)], [closure], []);
        Assert.Equal(new LocalDate(2026, 3, 17), Occurrences.Due(Rule(new RecurrencePattern.Weeks(1, Weekdays.Monday), closure), closure, calendar));
    }

    [Fact]
    public void Two_dates_moved_onto_one_are_due_once() => Assert.Equal(
        [new(2026, 3, 13), new(2026, 3, 16), new(2026, 3, 17)],
        Occurrences.Dues(Rule(new RecurrencePattern.Days(1), new LocalDate(2026, 3, 13)), Calendar).Take(3));

    [Fact]
    public void Workdays_leave_out_weekends() => Assert.Equal(
        [new(2026, 3, 12), new(2026, 3, 16), new(2026, 3, 18)],
        Scheduled(new RecurrencePattern.Workdays(2), new LocalDate(2026, 3, 12), 3));

    [Fact]
    public void The_last_workday_is_found_in_each_month() => Assert.Equal(
        [new(2026, 5, 29), new(2026, 6, 30), new(2026, 7, 31)],
        Scheduled(new RecurrencePattern.NthWorkday(1, -1), new LocalDate(2026, 5, 1), 3));

    [Fact]
    public void A_pattern_that_never_comes_true_has_no_dates()
    {
        var threeDays = new WorkCalendar(DateTimeZone.Utc, WeekHours.Daily(WeekHours.Days[..3], new TimeWindow(new LocalTime(9, 0), new LocalTime(17, 0))));
        Assert.Empty(Occurrences.Scheduled(Rule(new RecurrencePattern.NthWorkday(1, 23), new LocalDate(2026, 3, 1)), threeDays));
    }

    [Fact]
    public void A_rare_date_is_waited_for() => Assert.Equal(
        [new(2036, 2, 29), new(2064, 2, 29), new(2092, 2, 29), new(2104, 2, 29)],
        Scheduled(new RecurrencePattern.NthWeekday(12, 5, IsoDayOfWeek.Friday), new LocalDate(2030, 2, 1), 4));

    [Fact]
    public void A_series_ends_after_its_last_date_or_its_count()
    {
        var rule = Rule(new RecurrencePattern.Weeks(1), new LocalDate(2026, 3, 2));
        Assert.Equal(3, Occurrences.Scheduled(rule with { End = new RecurrenceEnd.Times(3) }, Calendar).Count());
        Assert.Null(Occurrences.After(rule with { End = new RecurrenceEnd.Times(3) }, new LocalDate(2026, 3, 16), Calendar));
        Assert.Null(Occurrences.After(rule with { End = new RecurrenceEnd.Until(new LocalDate(2026, 3, 22)) }, new LocalDate(2026, 3, 16), Calendar));
    }

    private static IEnumerable<LocalDate> Scheduled(RecurrencePattern pattern, LocalDate anchor, int count) =>
        Occurrences.Scheduled(Rule(pattern, anchor), Calendar).Take(count);

    private static Recurrence Rule(RecurrencePattern pattern, LocalDate anchor) => new(pattern, anchor, DateTimeZone.Utc);
}
