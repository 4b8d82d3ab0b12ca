using NodaTime;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Tests.Recurrences;

/// <summary>Monday is 9 March 2026; the hours are Monday to Friday.</summary>
public sealed class SeriesRulesTests
{
    private static readonly WorkCalendar Calendar = new(DateTimeZone.Utc, WeekHours.Standard);

    private static readonly LocalDate Monday = new(2026, 3, 9);

    private static readonly Recurrence Workdays = new(new RecurrencePattern.Workdays(1), Monday, DateTimeZone.Utc);

    private static readonly Recurrence Weekly = new(new RecurrencePattern.Weeks(1), Monday, DateTimeZone.Utc);

    [Fact]
    public void Later_dates_are_counted_as_missed_and_the_due_date_stays()
    {
        var open = SeriesRules.CaughtUp(Workdays, First(Workdays), Monday.PlusDays(3), Calendar);
        Assert.Equal(Monday, open.Scheduled);
        Assert.Equal("missed ×3 since Mon", SeriesRules.MissedText(Workdays, open, Monday.PlusDays(3), Calendar));
        Assert.Equal(open, SeriesRules.CaughtUp(Workdays, open, Monday.PlusDays(3), Calendar));
    }

    [Fact]
    public void A_date_that_is_not_missed_says_nothing() =>
        Assert.Null(SeriesRules.MissedText(Workdays, SeriesRules.CaughtUp(Workdays, First(Workdays), Monday, Calendar), Monday, Calendar));

    [Fact]
    public void A_weekend_moved_to_monday_is_missed_once()
    {
        var daily = Workdays with { Pattern = new RecurrencePattern.Days(1), Anchor = Monday.PlusDays(-3) };
        var open = SeriesRules.CaughtUp(daily, First(daily), Monday, Calendar);
        Assert.Equal(1, open.Missed);
        Assert.Equal(Monday, open.LastScheduled);
    }

    [Fact]
    public void Done_late_the_next_is_the_first_of_the_grid_after_it()
    {
        var open = SeriesRules.CaughtUp(Weekly, First(Weekly), Monday.PlusDays(10), Calendar);
        Assert.Equal(Monday.PlusDays(14), SeriesRules.Done(Weekly, open, Monday.PlusDays(10), Calendar)?.Scheduled);
    }

    [Fact]
    public void Done_early_the_next_is_still_the_one_after() =>
        Assert.Equal(Monday.PlusDays(7), SeriesRules.Done(Weekly, First(Weekly), Monday.PlusDays(-2), Calendar)?.Scheduled);

    [Fact]
    public void After_completion_it_counts_from_the_day_it_was_done()
    {
        var rule = Weekly with { Pattern = new RecurrencePattern.Days(3), Mode = RecurrenceMode.AfterCompletion };
        var late = Monday.PlusDays(8);
        Assert.Equal(0, SeriesRules.CaughtUp(rule, First(rule), late, Calendar).Missed);
        Assert.Equal(late.PlusDays(3), SeriesRules.Done(rule, First(rule), late, Calendar)?.Scheduled);
        var month = rule with { Pattern = new RecurrencePattern.Months(1) };
        Assert.Equal(new LocalDate(2026, 4, 17), SeriesRules.Done(month, First(month), late, Calendar)?.Scheduled);
        var fridays = rule with { Pattern = new RecurrencePattern.Weeks(2, Weekdays.Friday) };
        Assert.Equal(new LocalDate(2026, 3, 27), SeriesRules.Done(fridays, First(fridays), late, Calendar)?.Scheduled);
    }

    [Fact]
    public void Keep_all_owes_each_missed_one()
    {
        var rule = Weekly with { Mode = RecurrenceMode.KeepAll };
        var open = SeriesRules.CaughtUp(rule, First(rule), Monday.PlusDays(15), Calendar);
        Assert.Equal(Monday.PlusDays(7), SeriesRules.Done(rule, open, Monday.PlusDays(15), Calendar)?.Scheduled);
    }

    [Fact]
    public void Skip_drops_the_current_one()
    {
        Assert.Equal(Monday.PlusDays(7), SeriesRules.Skipped(Weekly, First(Weekly), Monday, Calendar)?.Scheduled);
        Assert.Equal(Monday.PlusDays(7), SeriesRules.Skipped(Weekly, First(Weekly), Monday.PlusDays(-3), Calendar)?.Scheduled);
    }

    [Fact]
    public void A_pause_makes_none_inside()
    {
        var until = Monday.PlusDays(20);
        Assert.Equal(Monday.PlusDays(21), SeriesRules.Done(Weekly, First(Weekly), Monday, Calendar, until)?.Scheduled);
        Assert.Equal(0, SeriesRules.CaughtUp(Weekly, First(Weekly), Monday.PlusDays(15), Calendar, until).Missed);
    }

    [Fact]
    public void A_counted_series_ends()
    {
        var twice = Weekly with { End = new RecurrenceEnd.Times(2) };
        var second = SeriesRules.Done(twice, First(twice), Monday, Calendar);
        Assert.Equal(2, second?.Number);
        Assert.Null(SeriesRules.Done(twice, second!, Monday.PlusDays(7), Calendar));
        var afterCompletion = twice with { Mode = RecurrenceMode.AfterCompletion };
        Assert.Null(SeriesRules.Done(afterCompletion, second!, Monday.PlusDays(9), Calendar));
    }

    [Fact]
    public void Skipped_closed_days_make_no_instance()
    {
        var rule = Workdays with { Pattern = new RecurrencePattern.Days(1), ClosedDays = ClosedDayPolicy.Skip };
        var friday = new SeriesInstance(Monday.PlusDays(4), Monday.PlusDays(4));
        Assert.Equal(Monday.PlusDays(7), SeriesRules.Done(rule, friday, Monday.PlusDays(4), Calendar)?.Scheduled);
    }

    [Fact]
    public void Being_away_pauses_only_what_is_daily()
    {
        Assert.True(SeriesRules.PausesWhenAway(Workdays));
        Assert.False(SeriesRules.PausesWhenAway(Weekly));
    }

    [Fact]
    public void A_daily_series_pauses_until_whoever_does_it_is_back_and_a_weekly_one_goes_on()
    {
        var back = Monday.PlusDays(9);
        Assert.Equal(back, SeriesRules.PausedUntil(Workdays, null, back));
        Assert.Equal(back.PlusDays(1), SeriesRules.PausedUntil(Workdays, back.PlusDays(1), back));
        Assert.Null(SeriesRules.PausedUntil(Weekly, null, back));
        Assert.Equal(Monday, SeriesRules.PausedUntil(Weekly, Monday, back));
    }

    [Fact]
    public void A_pause_moves_the_open_instance_unless_it_is_owed_already()
    {
        var until = Monday.PlusDays(10);
        Assert.Equal(Monday.PlusDays(14), SeriesRules.Paused(Weekly, First(Weekly), Monday, Calendar, until)?.Scheduled);
        Assert.Equal(Monday, SeriesRules.Paused(Weekly, First(Weekly), Monday.PlusDays(1), Calendar, until)?.Scheduled);
        var ending = Weekly with { End = new RecurrenceEnd.Until(Monday.PlusDays(7)) };
        Assert.Null(SeriesRules.Paused(ending, First(ending), Monday, Calendar, until));
    }

    [Fact]
    public void Dates_moved_before_a_weekend_make_one_instance_with_friday()
    {
        var daily = Workdays with { Pattern = new RecurrencePattern.Days(1), ClosedDays = ClosedDayPolicy.MoveBefore };
        var friday = new SeriesInstance(Monday.PlusDays(4), Monday.PlusDays(4));
        Assert.Equal(Monday.PlusDays(7), SeriesRules.Done(daily, friday, Monday.PlusDays(4), Calendar)?.Scheduled);
        Assert.Equal(Monday.PlusDays(7), SeriesRules.Done(daily, friday, Monday.PlusDays(3), Calendar)?.Scheduled);
    }

    [Fact]
    public void A_time_that_the_clocks_jump_over_is_due_when_they_have_jumped()
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/London"];
        var rule = new Recurrence(new RecurrencePattern.Days(1), new LocalDate(2026, 3, 28), zone) { At = new LocalTime(1, 30), ClosedDays = ClosedDayPolicy.Keep };
        Assert.Equal(new DueValue.At(new LocalDateTime(2026, 3, 29, 2, 30), zone), SeriesRules.DueOf(rule, new LocalDate(2026, 3, 29), Calendar));
    }

    private static SeriesInstance First(Recurrence rule) => SeriesRules.First(rule, Calendar)!;
}
