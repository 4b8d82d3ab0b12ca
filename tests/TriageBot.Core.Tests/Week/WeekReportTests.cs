using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TriageBot.Core.BreakGlass;
using TriageBot.Core.Promises;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Core.Week;

namespace TriageBot.Core.Tests.Week;

/// <summary>The sums of a weekly report (rule M1).</summary>
public sealed class WeekReportTests
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
    private static readonly WorkCalendar Calendar = new(Oslo, WeekHours.Standard);

    /// <summary>The clock goes forward on its Sunday.</summary>
    private static readonly ReportWeek Week = new(new LocalDate(2026, 3, 23));
    private static readonly Instant Afterwards = Instant.FromUtc(2026, 3, 30, 7, 0);

    [Theory]
    [InlineData("2026-03-22", "2026-03-16")]
    [InlineData("2026-03-23", "2026-03-23")]
    [InlineData("2026-03-29", "2026-03-23")]
    [InlineData("2026-01-01", "2025-12-29")]
    public void A_week_is_Monday_to_Sunday(string day, string monday) => Assert.Equal(Date(monday), ReportWeek.Of(Date(day)).First);

    [Fact]
    public void A_week_ends_when_the_logical_day_of_its_Sunday_does_and_is_an_hour_shorter_where_the_clock_goes_forward()
    {
        var bounds = Week.Bounds(Calendar);

        Assert.Equal(Instant.FromUtc(2026, 3, 23, 3, 0), bounds.Start);
        Assert.Equal(Instant.FromUtc(2026, 3, 30, 2, 0), bounds.End);
        Assert.Equal(bounds.End, Week.After.Bounds(Calendar).Start);
        Assert.Equal(Duration.FromHours((7 * 24) - 1), bounds.Duration);
    }

    [Fact]
    public void Customers_are_those_named_and_those_in_general_and_their_share_is_of_what_was_logged()
    {
        var report = Of(new WeekFacts
        {
            Logged =
            [
                Spent(23, 60, "customers", "Acme"), Spent(24, 30, "billing", "Acme"), Spent(24, 45, "customers", "Birch"), Spent(25, 45, "customers", "Aspen"),
                Spent(25, 15, "customers"), Spent(26, 105, "tasks"),
            ],
        });

        Assert.Equal((300, 195, 65), (report.Logged, report.Customer, report.CustomerPercent));
        Assert.Equal([("Acme", 90, 30), ("Aspen", 45, 15), ("Birch", 45, 15)], report.Customers.Select(one => (one.Customer, one.Minutes, one.Percent)));
    }

    [Theory]
    [InlineData(60, 0)]
    [InlineData(61, 1)]
    public void The_buffer_is_hit_by_a_day_on_which_more_was_unplanned_than_it_holds(int minutes, int hits)
    {
        var report = Of(new WeekFacts { Logged = [Spent(24, minutes - 20) with { IsUnplanned = true }, Spent(24, 20, "customers") with { IsUnplanned = true }, Spent(25, 200)] });

        Assert.Equal((minutes, 200), (report.Unplanned, report.Planned));
        Assert.Equal(Enumerable.Repeat(new LocalDate(2026, 3, 24), hits), report.OverBuffer);
    }

    [Fact]
    public void Unlogged_is_the_working_time_of_each_day_without_an_entry_and_a_long_evening_pays_for_no_other_day()
    {
        var report = Of(new WeekFacts { Logged = [Spent(23, 10 * 60), Spent(24, 3 * 60), Spent(28, 60)] });

        Assert.Equal((40 * 60, (5 + 8 + 8 + 8) * 60), (report.Working, report.Unlogged));
    }

    [Fact]
    public void Of_a_week_that_is_not_over_only_the_time_that_has_passed_counts()
    {
        // Tuesday 24 March, 10:30 in Oslo.
        var report = Of(new WeekFacts { Logged = [Spent(24, 60)] }, now: Instant.FromUtc(2026, 3, 24, 9, 30));

        Assert.Equal((570, 510), (report.Working, report.Unlogged));
    }

    [Fact]
    public void Hours_in_which_the_clock_goes_forward_are_shorter_by_one()
    {
        var nights = new WorkCalendar(Oslo, WeekHours.Daily([IsoDayOfWeek.Sunday], new TimeWindow(new LocalTime(1, 0), new LocalTime(5, 0))));

        Assert.Equal(180, WeekReport.Of(Week, new WeekFacts(), nights, buffer: 60, Afterwards).Unlogged);
        Assert.Equal(240, WeekReport.Of(Week.After, new WeekFacts(), nights, buffer: 60, Afterwards + Duration.FromDays(7)).Unlogged);
    }

    [Fact]
    public void The_value_split_shows_minutes_and_tasks_and_nothing_where_no_task_has_a_worth()
    {
        var facts = new WeekFacts
        {
            Logged = [Spent(23, 50) with { ValueClass = ValueClass.Hundred }, Spent(23, 20)],
            Closed = [Closed(TaskState.Done, ValueClass.One, 2), Closed(TaskState.Done, null, 3), Closed(TaskState.Dropped, ValueClass.Ten, 4)],
        };
        var report = Of(facts);

        Assert.Equal([new(ValueClass.Hundred, 50, 0), new(ValueClass.One, 0, 2), new ValueShare(null, 20, 3)], report.Values);
        Assert.Equal((5, 4), (report.Done, report.Dropped));
        Assert.Empty(Of(facts with { Logged = [Spent(23, 20)], Closed = [Closed(TaskState.Done, null, 3)] }).Values);
    }

    [Fact]
    public void Promises_count_by_rule_C6_and_every_miss_is_named()
    {
        var report = Of(new WeekFacts
        {
            Promises =
            [
                Due(1, PromiseState.Kept), Due(2, PromiseState.Kept), Due(3, PromiseState.KeptLate), Due(4, PromiseState.Broken), Due(5, PromiseState.Withdrawn),
                Due(6, PromiseState.Kept, moves: 1), Due(7, PromiseState.Open), Due(8, PromiseState.Open, moves: 2),
            ],
        });

        Assert.Equal(new PromiseTally(Kept: 2, Late: 2, Broken: 1, Renegotiated: 1, Withdrawn: 1), report.Promises);
        Assert.Equal([3L, 4, 8], report.Misses.Select(promise => promise.Number));
        Assert.Equal(1, report.OpenPromises);
    }

    [Fact]
    public void What_a_safety_word_did_is_nothing_to_judge()
    {
        var report = Of(new WeekFacts { Interruptions = [new() { Number = 1 }, new() { Number = 2, IsSafety = true }, new() { Number = 3, Verdict = LaterVerdict.CouldWait }] });

        Assert.Equal([1L], report.NotJudged.Select(one => one.Number));
        Assert.False(report.IsEmpty);
        Assert.True(Of(new WeekFacts { Someday = [new TaskItem()] }).IsEmpty);
    }

    /// <summary>Seven take turns, so each should be seen within three working days; on Monday the 30th three have passed since the 24th.</summary>
    [Theory]
    [InlineData("2026-03-24", null, true)]
    [InlineData("2026-03-23", null, false)]
    [InlineData("2026-02-02", "2026-03-24", true)]
    [InlineData("2026-02-02", "2026-03-23", false)]
    [InlineData("2026-04-20", null, true)]
    public void A_wish_is_seen_in_time_when_its_turn_came_within_the_days_that_were_said(string review, string? shown, bool isInTime)
    {
        var others = Enumerable.Repeat(new TaskItem { State = TaskState.Someday, NextReviewOn = new LocalDate(2026, 3, 30) }, 6);
        var wish = new TaskItem { State = TaskState.Someday, NextReviewOn = Date(review), LastShownOn = shown is null ? null : Date(shown) };

        var coverage = SomedayCoverage.Of([.. others, wish], Week, Calendar, new LocalDate(2026, 3, 30));

        Assert.Equal(new SomedayCoverage(7, isInTime ? 7 : 6, shown is null ? 0 : 1), coverage);
    }

    [Fact]
    public void Whatever_is_logged_planned_and_unplanned_add_up_and_no_share_is_more_than_all()
    {
        var row = from day in Gen.Choose(23, 29)
                  from minutes in Gen.Choose(1, 1440)
                  from customer in Gen.Elements("", "Acme", "Birch", "Cedar")
                  from function in Gen.Elements("customers", "tasks", "billing")
                  from unplanned in Gen.Elements(true, false)
                  from value in Gen.Elements<ValueClass?>(null, ValueClass.Hundred, ValueClass.One)
                  select Spent(day, minutes, function, customer) with { IsUnplanned = unplanned, ValueClass = value };
        Prop.ForAll(row.ListOf().ToArbitrary(), rows =>
        {
            var report = Of(new WeekFacts { Logged = [.. rows] });
            Assert.Equal(rows.Sum(each => each.Minutes), report.Planned + report.Unplanned);
            Assert.InRange(report.CustomerPercent, 0, 100);
            Assert.True(report.Customers.Sum(each => each.Minutes) <= report.Customer && report.Customer <= report.Logged);
            Assert.InRange(report.Unlogged, Math.Max(0, report.Working - report.Logged), report.Working);
            Assert.True(report.Values.Count == 0 || report.Values.Sum(each => each.Minutes) == report.Logged);
        }).QuickCheckThrowOnFailure();
    }

    private static WeekReport Of(WeekFacts facts, Instant? now = null) => WeekReport.Of(Week, facts, Calendar, buffer: 60, now ?? Afterwards);

    private static LoggedMinutes Spent(int day, int minutes, string function = "tasks", string customer = "") =>
        new() { OnDate = new LocalDate(2026, 3, day), Function = function, Customer = customer, Minutes = minutes };

    private static ClosedTasks Closed(TaskState state, ValueClass? value, int count) => new() { State = state, ValueClass = value, Count = count };

    private static Promise Due(long number, PromiseState state, int moves = 0) => new() { Number = number, State = state, MoveCount = moves };

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
