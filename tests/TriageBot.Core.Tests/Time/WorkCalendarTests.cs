using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Time;

public sealed class WorkCalendarTests
{
    private static readonly LocalDate Monday = new(2026, 3, 16);
    private static readonly DateTimeZone Oslo = Zones.Oslo;
    private static readonly WorkCalendar Office = Calendar("mon-fri 09:00-17:00");

    [Fact]
    public void A_window_is_open_from_its_start_until_just_before_its_end()
    {
        Assert.True(Office.IsOpen(Oslo.At("2026-03-16 09:00")));
        Assert.True(Office.IsOpen(Oslo.At("2026-03-16 16:59")));
        Assert.False(Office.IsOpen(Oslo.At("2026-03-16 08:59")));
        Assert.False(Office.IsOpen(Oslo.At("2026-03-16 17:00")));
        Assert.False(Office.IsOpen(Oslo.At("2026-03-14 12:00")));
    }

    [Theory]
    [InlineData("2026-03-16 10:30", "2026-03-16 10:30")]
    [InlineData("2026-03-16 07:00", "2026-03-16 09:00")]
    [InlineData("2026-03-16 17:00", "2026-03-17 09:00")]
    [InlineData("2026-03-20 18:00", "2026-03-23 09:00")]
    public void The_next_open_time_is_now_or_the_next_start(string now, string open) => Assert.Equal(Oslo.At(open), Office.NextOpen(Oslo.At(now)));

    [Theory]
    [InlineData("2026-03-16 10:00", 60, "2026-03-16 11:00")]
    [InlineData("2026-03-16 16:30", 30, "2026-03-16 17:00")]
    [InlineData("2026-03-16 16:30", 31, "2026-03-17 09:01")]
    [InlineData("2026-03-20 16:30", 60, "2026-03-23 09:30")]
    [InlineData("2026-03-14 12:00", 480, "2026-03-16 17:00")]
    [InlineData("2026-03-14 12:00", 0, "2026-03-14 12:00")]
    public void A_deadline_counts_only_open_time(string from, int minutes, string deadline) =>
        Assert.Equal(Oslo.At(deadline), Office.Deadline(Oslo.At(from), Duration.FromMinutes(minutes)));

    [Fact]
    public void A_window_over_midnight_belongs_to_the_day_it_starts()
    {
        var nights = Calendar("fri 22:00-06:00");

        Assert.True(nights.IsOpen(Oslo.At("2026-03-21 05:59")));
        Assert.True(nights.IsWorkingDay(new LocalDate(2026, 3, 20)));
        Assert.False(nights.IsWorkingDay(new LocalDate(2026, 3, 21)));
        Assert.Equal(Oslo.At("2026-03-21 06:00"), nights.WorkdayOf(new LocalDate(2026, 3, 20))?.End);
    }

    [Fact]
    public void A_night_is_an_hour_shorter_in_spring_and_an_hour_longer_in_autumn()
    {
        var nights = Calendar("sat 22:00-06:00");

        Assert.Equal(Duration.FromHours(7), nights.WorkdayOf(new LocalDate(2026, 3, 28))?.Duration);
        Assert.Equal(Duration.FromHours(9), nights.WorkdayOf(new LocalDate(2026, 10, 24))?.Duration);
    }

    [Fact]
    public void A_night_that_reaches_into_the_next_days_hours_is_not_counted_twice()
    {
        var calendar = Calendar("mon 20:00-10:00, tue 09:00-12:00");

        Assert.Equal(Duration.FromHours(16), calendar.WorkingTime(Oslo.At("2026-03-16 00:00"), Oslo.At("2026-03-18 00:00")));
    }

    [Fact]
    public void Round_the_clock_has_no_closed_minute()
    {
        var always = Calendar("daily 00:00-24:00");
        var now = Oslo.At("2026-03-28 23:59");

        Assert.Equal(now + Duration.FromDays(500), always.Deadline(now, Duration.FromDays(500)));
        Assert.Equal(now, always.NextOpen(now));
    }

    [Fact]
    public void A_closure_takes_the_weekly_hours_and_extra_hours_still_count()
    {
        var saturday = new LocalDate(2026, 3, 21);
        var calendar = new WorkCalendar(
            Oslo, LogicalDay.DefaultStart, [new HourVersion(Monday, WeekHours.Standard)], [Monday, saturday],
            [new(saturday, [Window(10, 12)])]);

        Assert.False(calendar.IsWorkingDay(Monday));
        Assert.Null(calendar.WorkdayOf(Monday));
        Assert.Equal(Duration.FromHours(2), calendar.WorkdayOf(saturday)?.Duration);
        Assert.Equal(Monday.PlusDays(1), calendar.WorkingDayOnOrAfter(Monday));
    }

    [Fact]
    public void Extra_hours_that_touch_the_weekly_ones_extend_them()
    {
        var calendar = new WorkCalendar(
            Oslo, LogicalDay.DefaultStart, [new HourVersion(Monday, WeekHours.Standard)], [], [new(Monday, [Window(17, 19)])]);

        Assert.Equal([Window(9, 19)], calendar.HoursOf(Monday));
    }

    [Fact]
    public void New_hours_count_from_the_date_they_are_valid_from()
    {
        var calendar = new WorkCalendar(
            Oslo,
            LogicalDay.DefaultStart,
            [new HourVersion(new LocalDate(2026, 3, 18), Hours("mon-fri 10:00-12:00")), new HourVersion(Monday, WeekHours.Standard)],
            [],
            ImmutableDictionary<LocalDate, ImmutableArray<TimeWindow>>.Empty);

        Assert.Equal([Window(9, 17)], calendar.HoursOf(new LocalDate(2026, 3, 17)));
        Assert.Equal([Window(10, 12)], calendar.HoursOf(new LocalDate(2026, 3, 18)));
        Assert.Equal(Oslo.At("2026-03-18 11:00"), calendar.Deadline(Oslo.At("2026-03-17 16:00"), Duration.FromHours(2)));
    }

    [Fact]
    public void A_window_inside_a_gap_moves_forward_and_one_the_gap_swallows_is_left_out()
    {
        var calendar = Calendar("sun 02:15-02:45, mon 09:00-10:00");
        var swallowed = Calendar("sun 02:30-03:00, mon 09:00-10:00");
        var changeDay = new LocalDate(2026, 3, 29);

        Assert.Equal([new Interval(Oslo.At("2026-03-29 03:15"), Oslo.At("2026-03-29 03:45"))], calendar.WindowsOf(changeDay));
        Assert.Empty(swallowed.WindowsOf(changeDay));
    }

    [Fact]
    public void Working_days_are_counted_from_the_day_after()
    {
        var tuesday = new LocalDate(2018, 8, 21);

        Assert.Equal(new LocalDate(2018, 8, 27), Office.AddWorkingDays(tuesday, 4));
        Assert.Equal(new LocalDate(2018, 8, 17), Office.AddWorkingDays(tuesday, -2));
        Assert.Equal(new LocalDate(2018, 8, 25), Office.AddWorkingDays(new LocalDate(2018, 8, 25), 0));
        Assert.Equal(new LocalDate(2018, 8, 27), Office.WorkingDayAfter(new LocalDate(2018, 8, 24)));
        Assert.Equal(new LocalDate(2018, 8, 24), Office.WorkingDayBefore(new LocalDate(2018, 8, 27)));
    }

    [Fact]
    public void Today_is_the_logical_day() => Assert.Equal(Monday, Office.Today(Oslo.At("2026-03-17 03:59")));

    [Fact]
    public void A_calendar_without_open_time_is_a_set_up_error_and_not_an_endless_search()
    {
        var never = new WorkCalendar(Oslo, WeekHours.None);
        var now = Oslo.At("2026-03-16 10:00");

        Assert.Throws<NoOpenTimeException>(() => never.NextOpen(now));
        Assert.Throws<NoOpenTimeException>(() => never.Deadline(now, Duration.FromMinutes(1)));
        Assert.Throws<NoOpenTimeException>(() => never.WorkingDayOnOrAfter(Monday));
        Assert.Throws<NoOpenTimeException>(() => never.WorkingDayBefore(Monday));
        Assert.Equal(Duration.Zero, never.WorkingTime(now, now + Duration.FromDays(1000)));
        Assert.False(never.IsOpen(now));
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(401, false)]
    public void Open_time_is_looked_for_400_days_ahead(int days, bool found)
    {
        var calendar = new WorkCalendar(
            Oslo, LogicalDay.DefaultStart, [], [], [new(Monday.PlusDays(days), [Window(9, 10)])]);

        var exception = Record.Exception(() => calendar.NextOpen(Oslo.At("2026-03-16 10:00")));

        Assert.Equal(found, exception is null);
    }

    [Fact]
    public void A_negative_working_time_is_a_programming_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Office.Deadline(Oslo.At("2026-03-16 10:00"), Duration.FromMinutes(-1)));

    private static TimeWindow Window(int start, int end) => new(new LocalTime(start, 0), new LocalTime(end, 0));

    private static WorkCalendar Calendar(string hours) => new(Oslo, Hours(hours));

    private static WeekHours Hours(string text) => Assert.IsType<ParseOutcome<WeekHours>.Success>(WeekHours.Read(text)).Value;
}
