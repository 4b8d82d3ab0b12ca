using NodaTime;
using TriageBot.Core.Time;
using TriageBot.Core.TimeLog;

namespace TriageBot.Core.Tests.TimeLog;

public sealed class TimeRulesTests
{
    private static readonly WorkCalendar Calendar = new(DateTimeZone.Utc, WeekHours.Standard);

    [Theory]
    [InlineData("10:00:00", "10:25:29", 25)]
    [InlineData("10:00:00", "10:25:30", 26)]
    [InlineData("10:00:00", "10:00:05", 1)]
    public void What_is_stopped_the_same_day_counts_what_the_clock_says(string from, string to, int minutes)
    {
        var stopped = TimeRules.Stop(Running(On(13, from)), Calendar, On(13, to));

        Assert.Equal((TimeEntryState.Kept, minutes), (stopped.State, stopped.Minutes));
    }

    [Theory]
    [InlineData(15, 2 * 60)] // to 17:00
    [InlineData(9, 8 * 60)]
    [InlineData(18, 8 * 60)] // after work: to the day's end, 8 h at most
    [InlineData(23, 5 * 60)]
    public void What_ran_overnight_is_capped_and_asked(int hour, int proposal)
    {
        var stopped = TimeRules.Stop(Running(On(13, $"{hour:00}:00:00")), Calendar, On(14, "04:00:00"));

        Assert.Equal((TimeEntryState.Asked, proposal), (stopped.State, stopped.Minutes));
    }

    [Fact]
    public void Work_past_midnight_is_not_forgotten_before_the_day_ends()
    {
        var stopped = TimeRules.Stop(Running(On(13, "22:00:00")), Calendar, On(14, "01:30:00"));

        Assert.Equal((TimeEntryState.Kept, 210), (stopped.State, stopped.Minutes));
    }

    [Fact]
    public void The_advised_buffer_is_the_75th_percentile_rounded_up_to_a_quarter_of_an_hour()
    {
        // 1, 2, …, 20 times 4 minutes: the 15th of 20 is 60.
        Assert.Equal(60, BufferAdvice.Recommend([.. Enumerable.Range(1, 20).Select(day => day * 4)]));
        Assert.Equal(75, BufferAdvice.Recommend([.. Enumerable.Repeat(0, 14), .. Enumerable.Repeat(61, 6)]));
        Assert.Equal(0, BufferAdvice.Recommend([.. Enumerable.Repeat(0, 15), .. Enumerable.Repeat(300, 5)]));
        Assert.Null(BufferAdvice.Recommend([.. Enumerable.Repeat(60, 19)]));
    }

    private static TimeEntry Running(Instant since) => new() { State = TimeEntryState.Running, StartedAt = since };

    private static Instant On(int day, string time) => NodaTime.Text.InstantPattern.ExtendedIso.Parse($"2026-03-{day}T{time}Z").Value;
}
