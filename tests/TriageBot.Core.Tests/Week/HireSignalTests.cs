using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.Week;

namespace TriageBot.Core.Tests.Week;

/// <summary>What speaks for another person is said only when all of rule M3 holds.</summary>
public sealed class HireSignalTests
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
    private static readonly ReportWeek Last = new(new LocalDate(2026, 4, 6));
    private static readonly DemandWeek High = new(Logged: 2000, Customers: 1900, Capacity: 2100, DaysOver: 2);
    private static readonly DemandWeek Calm = new(Logged: 2000, Customers: 1000, Capacity: 2100, DaysOver: 1);

    [Theory]
    [InlineData("2026-04-13", "2026-04-15")]
    [InlineData("2026-04-13", "2026-04-19")]
    [InlineData("2026-04-06", "2026-04-13")]
    [InlineData("2026-04-06", "2026-12-01")]
    public void The_six_weeks_are_over_and_end_with_the_reported_one_or_where_it_runs_with_the_one_before(string reported, string today)
    {
        var weeks = CustomerDemand.WeeksUntil(new ReportWeek(Date(reported)), Date(today));

        Assert.Equal(["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30", "2026-04-06"], weeks.Select(week => week.First.ToString("uuuu-MM-dd", null)));
    }

    [Theory]
    [InlineData("", 60, 420)]
    [InlineData("shipping 13:00-15:00", 60, 300)]
    [InlineData("shipping 07:00-10:00", 60, 360)]
    [InlineData("", 600, 0)]
    [InlineData("customers 10:00-12:00", 60, 120)]
    [InlineData("customers 10:00-12:00", 600, 120)]
    [InlineData("customers 16:00-19:00, shipping 13:00-15:00", 60, 60)]
    public void Customers_can_have_the_blocks_for_them_within_working_time_or_all_that_is_free_where_they_have_none(string blocks, int buffer, int minutes)
    {
        var plan = PlanOf(blocks) with { BufferMinutes = buffer };

        Assert.Equal(minutes, DemandWeek.CapacityOn(plan, new LocalDate(2026, 4, 8)));
        Assert.Equal(0, DemandWeek.CapacityOn(plan, new LocalDate(2026, 4, 11)));
    }

    [Theory]
    [InlineData("", 180)]
    [InlineData("customers 09:00-11:00", 60)]
    public void A_closed_day_and_hours_away_are_no_capacity(string blocks, int afterTen)
    {
        var away = new NodaTime.Interval(Instant.FromUtc(2026, 4, 7, 8, 0), Instant.FromUtc(2026, 4, 7, 11, 0));
        var plan = PlanOf(blocks) with
        {
            Calendar = new WorkCalendar(Oslo, LogicalDay.DefaultStart, [new HourVersion(LocalDate.MinIsoValue, WeekHours.Standard)], [new LocalDate(2026, 4, 6)], [], [away]),
            BufferMinutes = 120,
        };

        Assert.Equal(0, DemandWeek.CapacityOn(plan, new LocalDate(2026, 4, 6)));
        Assert.Equal(afterTen, DemandWeek.CapacityOn(plan, new LocalDate(2026, 4, 7)));
    }

    [Fact]
    public void A_week_is_what_rule_M1_sums_of_it()
    {
        var week = DemandWeek.Of(PlanOf(""), Last, [Spent(6, 30, "customers"), Spent(7, 45, "billing", "Acme"), Spent(8, 61, "tasks") with { IsUnplanned = true }, Spent(9, 60, "tasks") with { IsUnplanned = true }]);

        Assert.Equal(new DemandWeek(Logged: 196, Customers: 75, Capacity: 5 * 420, DaysOver: 1), week);
    }

    [Theory]
    [InlineData(1680, 2100, false)]
    [InlineData(1681, 2100, true)]
    [InlineData(1, 0, false)]
    public void A_week_is_full_when_customers_take_more_than_80_percent_of_a_capacity_that_there_is(int customers, int capacity, bool isFull) =>
        Assert.Equal(isFull, new DemandWeek(Logged: 1681, customers, capacity, DaysOver: 0).IsFull);

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void The_buffer_of_a_week_is_overspent_when_two_days_of_it_are(int days, bool isOver) => Assert.Equal(isOver, (High with { DaysOver = days }).IsOverBuffer);

    [Fact]
    public void All_at_its_least_is_said_with_its_numbers()
    {
        // Full in the last four, over the buffer in the first four: neither needs the weeks of the other.
        var demand = DemandOf([Calm with { DaysOver = 2 }, Calm with { DaysOver = 3 }, High, High with { Customers = 2205 }, High with { DaysOver = 0 }, High with { Customers = 1701, DaysOver = 1 }]);

        var signal = HireSignal.Of(demand, OpenOf(2, 2, 2, 2, 2, 3), factor: 1);

        Assert.NotNull(signal);
        Assert.Equal((4, 81, 105, 4), (signal.FullWeeks, signal.LeastPercent, signal.MostPercent, signal.Demand.OverBuffer));
        Assert.Equal([2, 2, 2, 2, 2, 3], signal.DaysToClear);
    }

    [Fact]
    public void Customers_that_leave_a_fifth_in_three_weeks_are_no_signal() => AssertSilent([Calm with { DaysOver = 2 }, Calm with { DaysOver = 2 }, Calm with { DaysOver = 2 }, High, High, High]);

    [Fact]
    public void A_buffer_that_holds_in_three_weeks_is_no_signal() => AssertSilent([High with { DaysOver = 1 }, High with { DaysOver = 1 }, High with { DaysOver = 0 }, High, High, High]);

    [Fact]
    public void A_week_without_logged_time_leaves_nothing_to_judge_by() => AssertSilent([new DemandWeek(Logged: 0, Customers: 0, Capacity: 2100, DaysOver: 0), High, High, High, High, High]);

    [Fact]
    public void Five_weeks_are_too_few() => AssertSilent([High, High, High, High, High]);

    [Fact]
    public void Without_free_time_nobody_knows_how_long_anything_takes() => Assert.Null(HireSignal.Of(DemandOf(Enumerable.Repeat(High, 6)) with { Free = 0 }, OpenOf(1, 2, 3, 4, 5, 6), factor: 1));

    [Theory]
    [InlineData(new[] { 5, 5, 5, 5, 5, 6 }, true)]
    [InlineData(new[] { 5, 4, 4, 4, 4, 5 }, false)]
    [InlineData(new[] { 4, 5, 5, 5, 6, 5 }, false)]
    [InlineData(new[] { 4, 5, 5, 5, 5, 5 }, true)]
    [InlineData(new[] { 4, 9, 9, 9, 9, 6 }, false)]
    [InlineData(new[] { 0, 0, 0, 0, 0, 1 }, true)]
    [InlineData(new[] { 6, 5, 4, 3, 2, 1 }, false)]
    public void Rising_is_an_end_above_the_beginning_and_above_the_mean(int[] days, bool isRising) =>
        Assert.Equal(isRising, HireSignal.Of(DemandOf(Enumerable.Repeat(High, 6)), OpenOf(days), factor: 1) is not null);

    [Fact]
    public void What_is_open_is_what_is_left_of_its_estimates_times_k_and_a_begun_day_counts()
    {
        // 29 working days of 400 free minutes, since one day is closed.
        var demand = DemandOf(Enumerable.Repeat(High, 6)) with { Free = 29 * 400, WorkingDays = 29 };
        IReadOnlyCollection<OpenWork> atLast =
        [
            new OpenWork { EstimateMinutes = 100, Spent = 20, Count = 2 }, new OpenWork { EstimateMinutes = 60, Spent = 90, Count = 5 }, new OpenWork { Count = 4 }, new OpenWork { Spent = 10, Count = 2 },
        ];

        // 160 + 0 + 120 + 40 = 320 minutes.
        Assert.Equal(1, DaysAt(1.25m));
        Assert.Equal(2, DaysAt(1.26m));

        int? DaysAt(decimal factor) => HireSignal.Of(demand, [[], [], [], [], [], atLast], factor)?.DaysToClear[^1];
    }

    [Theory]
    [InlineData(24, false)]
    [InlineData(25, true)]
    public void A_customer_is_named_from_a_quarter_of_all_hours_on(int percent, bool isNamed)
    {
        IReadOnlyList<LoggedMinutes> logged = [Spent(6, percent, "tasks", "Acme"), Spent(7, 3, "tasks", "Birch"), Spent(8, 97 - percent, "customers")];
        var demand = CustomerDemand.Of(PlanOf(""), CustomerDemand.WeeksUntil(Last, Last.After.First), logged) with { Weeks = [.. Enumerable.Repeat(High, 6)] };

        var signal = HireSignal.Of(demand, OpenOf(1, 1, 1, 1, 1, 2), factor: 1);

        Assert.NotNull(signal);
        Assert.Equal(isNamed ? new CustomerShare("Acme", percent, percent) : null, signal.Largest);
    }

    [Fact]
    public void Each_row_counts_in_its_week_and_the_days_are_those_of_all_six()
    {
        var weeks = CustomerDemand.WeeksUntil(Last, Last.After.First);

        var demand = CustomerDemand.Of(PlanOf("customers 10:00-12:00"), weeks, [.. weeks.Select((week, index) => Spent(6, index + 1, "customers") with { OnDate = index % 2 == 0 ? week.First : week.Last })]);

        Assert.Equal([1, 2, 3, 4, 5, 6], demand.Weeks.Select(week => week.Customers));
        Assert.Equal((Last, 30 * 300, 30, 5 * 120), (demand.Last, demand.Free, demand.WorkingDays, demand.Weeks[0].Capacity));
        Assert.Null(demand.Largest);
    }

    /// <summary>Told from the rule's words, beside the rule itself.</summary>
    [Fact]
    public void Whatever_six_weeks_were_it_is_said_only_when_all_holds_and_more_open_work_at_the_end_takes_no_signal_away()
    {
        var week = from customers in Gen.Choose(1600, 2200)
                   from days in Gen.Choose(1, 3)
                   select new DemandWeek(Logged: 2200, customers, Capacity: 2100, days);
        var six = from weeks in week.ListOf(6)
                  from days in Gen.Choose(0, 6).ListOf(6)
                  select (Demand: DemandOf(weeks), Days: days.ToArray());
        Prop.ForAll(six.ToArbitrary(), given =>
        {
            var signal = HireSignal.Of(given.Demand, OpenOf(given.Days), factor: 1);
            var isAll = given.Demand.Weeks.Count(each => each.Customers / 2100m > 0.8m) >= 4
                && given.Demand.Weeks.Count(each => each.DaysOver >= 2) >= 4
                && given.Days[5] > given.Days[0] && given.Days[5] > given.Days.Average();
            Assert.Equal(isAll, signal is not null);
            if (signal is null) return;
            Assert.InRange(signal.FullWeeks, 4, 6);
            Assert.True(signal.LeastPercent is >= 80 && signal.LeastPercent <= signal.MostPercent);
            given.Days[5]++;
            Assert.NotNull(HireSignal.Of(given.Demand, OpenOf(given.Days), factor: 1));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static void AssertSilent(IReadOnlyList<DemandWeek> weeks) => Assert.Null(HireSignal.Of(DemandOf(weeks), OpenOf([.. Enumerable.Range(1, weeks.Count)]), factor: 1));

    /// <summary>Thirty working days, each with 420 free minutes.</summary>
    private static CustomerDemand DemandOf(IEnumerable<DemandWeek> weeks) => new(Last, [.. weeks], Free: 30 * 420, WorkingDays: 30, Largest: null);

    private static IReadOnlyList<IReadOnlyCollection<OpenWork>> OpenOf(params IEnumerable<int> days) =>
        [.. days.Select(each => (IReadOnlyCollection<OpenWork>)[new OpenWork { EstimateMinutes = 420, Count = each }])];

    private static OwnerPlan PlanOf(string blocks) => new(new MemberId("alex"), new WorkCalendar(Oslo, WeekHours.Standard), [], new LocalTime(8, 0), "")
    {
        Blocks = [.. blocks.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(BlockOf)],
    };

    private static Block BlockOf(string text) => text.Split(' ') is [var function, var span] && WeekHours.Read($"mon-fri {span}") is ParseOutcome<WeekHours>.Success read
        ? new Block(function, read.Value)
        : throw new FormatException(text);

    private static LoggedMinutes Spent(int day, int minutes, string function, string customer = "") =>
        new() { OnDate = new LocalDate(2026, 4, day), Function = function, Customer = customer, Minutes = minutes };

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
