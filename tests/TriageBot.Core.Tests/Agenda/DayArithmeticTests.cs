using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Tests.Tasks;
using TriageBot.Core.Tests.Time;

namespace TriageBot.Core.Tests.Agenda;

public sealed class DayArithmeticTests
{
    /// <summary>Eight hours, of which a block and an appointment take 90 minutes.</summary>
    private static readonly DayArithmetic Day = new(Working: 480, Fixed: 90, Planned: 345, Factor: 1.2m, Buffer: 60, Unplanned: 0);

    [Fact]
    public void A3_the_day_of_the_rule_book_is_24_minutes_short_even_without_the_buffer()
    {
        Assert.Equal((330, 414, 84), (Day.Free, Day.Need, Day.Over));
        Assert.Equal((DayFit.Short, 24), (Day.Fit, Day.Short));
    }

    [Theory]
    [InlineData(0, DayFit.Nothing)]
    [InlineData(275, DayFit.Fits)]
    [InlineData(276, DayFit.EatsBuffer)]
    [InlineData(325, DayFit.EatsBuffer)]
    [InlineData(326, DayFit.Short)]
    public void A3_says_whether_it_fits_eats_the_buffer_or_is_short(int planned, DayFit expected) =>
        Assert.Equal(expected, (Day with { Planned = planned }).Fit);

    [Theory]
    [InlineData(0, 330)]
    [InlineData(45, 375)]
    [InlineData(60, 390)]
    [InlineData(85, 390)]
    public void A3_unplanned_minutes_are_paid_from_the_buffer_and_never_counted_twice(int unplanned, int free) =>
        Assert.Equal(free, (Day with { Unplanned = unplanned }).Free);

    [Fact]
    public void A3_need_is_rounded_up_to_whole_minutes() => Assert.Equal(2, Day.NeedOf(1));

    [Fact]
    public void A3_working_time_counts_from_now_and_is_whole_before_work_begins()
    {
        Assert.Equal(480, Working("2026-03-13 07:00"));
        Assert.Equal(330, Working("2026-03-13 11:30"));
        Assert.Equal(0, Working("2026-03-13 17:00"));
    }

    [Fact]
    public void A3_fixed_times_that_overlap_count_once_and_only_within_working_time()
    {
        var open = DayTime.Left(SampleTasks.Calendar, SampleTasks.Friday, Zones.Oslo.At("2026-03-13 09:30"));

        Assert.Equal(60, DayTime.FixedMinutes(open, [Span("09:00", "10:00"), Span("09:45", "10:15"), Span("16:45", "18:00")]));
        Assert.Equal(0, DayTime.FixedMinutes(open, [Span("07:00", "09:15"), Span("17:00", "18:00")]));
    }

    [Fact]
    public void A4_the_factor_is_the_ratio_of_sums_and_not_a_mean_of_ratios()
    {
        var finished = Enumerable.Repeat(new FinishedWork(10, 20), 9).Append(new FinishedWork(400, 400)).ToList();

        Assert.Equal(Math.Round(580m / 490m, 2), Estimates.Factor(finished));
    }

    [Fact]
    public void A4_fewer_than_ten_finished_tasks_say_nothing()
    {
        var finished = Enumerable.Repeat(new FinishedWork(30, 60), 9).ToList();

        Assert.Equal(1.0m, Estimates.Factor(finished));
        Assert.Equal(2.0m, Estimates.Factor([.. finished, new FinishedWork(30, 60)]));
    }

    [Theory]
    [InlineData(100, 300, 2.0)]
    [InlineData(100, 10, 0.8)]
    [InlineData(400, 6000, 1.2)]
    public void A4_it_is_clamped_and_each_actual_is_capped_at_eight_hours(int estimate, int actual, double expected) =>
        Assert.Equal((decimal)expected, Estimates.Factor([.. Enumerable.Repeat(new FinishedWork(estimate, actual), 10)]));

    [Theory]
    [InlineData(null, 0, 30)]
    [InlineData(null, 20, 10)]
    [InlineData(45, 60, 0)]
    public void A3_what_was_spent_is_no_longer_planned_and_no_estimate_counts_30(int? estimate, int spent, int expected) =>
        Assert.Equal(expected, Estimates.Remaining(estimate, spent));

    [Fact]
    public void A5_the_cut_line_of_the_rule_book_is_before_the_fifth_task() => Assert.Equal(4, CutLine.After([30, 30, 45, 90, 150], Day));

    [Fact]
    public void A5_nothing_small_fills_up_behind_what_does_not_fit() => Assert.Equal(1, CutLine.After([200, 150, 5], Day));

    [Theory]
    [InlineData(0, "0m")]
    [InlineData(24, "24m")]
    [InlineData(60, "1h 00m")]
    [InlineData(345, "5h 45m")]
    [InlineData(-90, "-1h 30m")]
    public void Minutes_are_printed_alike_everywhere(int minutes, string expected) => Assert.Equal(expected, DayText.Minutes(minutes));

    private static int Working(string now) => DayTime.MinutesOf(DayTime.Left(SampleTasks.Calendar, SampleTasks.Friday, Zones.Oslo.At(now)));

    private static Interval Span(string from, string to) => new(Zones.Oslo.At($"2026-03-13 {from}"), Zones.Oslo.At($"2026-03-13 {to}"));
}
