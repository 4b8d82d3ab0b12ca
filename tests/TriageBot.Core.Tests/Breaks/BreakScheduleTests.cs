using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Breaks;

public sealed class BreakScheduleTests
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
    private static readonly Duration Ceiling = Duration.FromMinutes(180);

    [Fact]
    public void The_default_plan_needs_no_forced_break()
    {
        var plan = Plan("10:30 15m, 12:30 30m, 15:30 15m");

        Assert.Equal(["10:30", "12:30", "15:30"], StartsOn(plan, new LocalDate(2026, 3, 13)));
        Assert.All(BreakSchedule.On(plan, new LocalDate(2026, 3, 13), Ceiling), span => Assert.Equal(BreakKind.Planned, span.Kind));
    }

    [Fact]
    public void A_plan_with_a_longer_gap_gets_a_forced_break_in_it()
    {
        var plan = Plan("10:30 15m, 12:30 30m");

        var breaks = BreakSchedule.On(plan, new LocalDate(2026, 3, 12), Ceiling);

        Assert.Equal([("10:30", BreakKind.Planned), ("12:30", BreakKind.Planned), ("15:30", BreakKind.Forced)], breaks.Select(span => (At(span.Start), span.Kind)));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("16:45 15m")]
    [InlineData("09:00 15m")]
    [InlineData("14:00 15m")]
    public void Nobody_waits_longer_than_the_ceiling_whatever_the_plan(string breaks)
    {
        var plan = Plan(breaks);
        var all = BreakSchedule.From(plan, [], Moment(2026, 3, 9, 0, 0), Ceiling).Take(60).ToList();

        Assert.All(all.Zip(all.Skip(1)), pair => Assert.True(plan.Calendar.WorkingTime(pair.First.Start, pair.Second.Start) <= Ceiling, $"{At(pair.First.Start)} to {At(pair.Second.Start)}"));
    }

    [Fact]
    public void The_same_breaks_come_out_whatever_moment_is_asked_from()
    {
        var plan = Plan("none");
        var friday = Moment(2026, 3, 13, 0, 0);

        var fromMonday = BreakSchedule.From(plan, [], Moment(2026, 3, 9, 8, 0), Ceiling).SkipWhile(span => span.End <= friday).Take(10).Select(span => span.Start);
        var fromFriday = BreakSchedule.From(plan, [], friday, Ceiling).Take(10).Select(span => span.Start);

        Assert.Equal(fromMonday, fromFriday);
    }

    [Fact]
    public void A_moved_break_stands_at_its_new_time_and_a_skipped_one_not_at_all()
    {
        var plan = Plan("10:30 15m, 12:30 30m, 15:30 15m");
        BreakSession[] rows =
        [
            Row("2026-03-13/10:30", BreakKind.Moved, BreakState.Planned, Moment(2026, 3, 13, 13, 15)),
            Row("2026-03-13/15:30", BreakKind.Planned, BreakState.Skipped, Moment(2026, 3, 13, 15, 30)),
        ];

        var starts = BreakSchedule.From(plan, rows, Moment(2026, 3, 13, 9, 0), Ceiling).Take(3).Select(span => At(span.Start));

        Assert.Equal(["12:30", "13:15", "10:30"], starts);
    }

    [Fact]
    public void On_the_day_the_clock_goes_forward_breaks_keep_their_wall_time()
    {
        var plan = Plan("10:30 15m", "mon-sun 09:00-12:00");

        var sunday = Assert.Single(BreakSchedule.On(plan, new LocalDate(2026, 3, 29), Ceiling), span => span.Kind == BreakKind.Planned);

        Assert.Equal(Instant.FromUtc(2026, 3, 29, 8, 30), sunday.Start);
    }

    [Fact]
    public void A_night_shift_owns_its_break_after_midnight()
    {
        var plan = Plan("01:00 15m", "fri 22:00-06:00");

        var friday = BreakSchedule.On(plan, new LocalDate(2026, 3, 13), Duration.FromHours(8));

        Assert.Equal(Moment(2026, 3, 14, 1, 0), Assert.Single(friday).Start);
    }

    private static OwnerPlan Plan(string breaks, string hours = "mon-fri 09:00-17:00") => new(
        new MemberId("alex"),
        new WorkCalendar(Oslo, Value(WeekHours.Read(hours))),
        Value(BreakPlanText.Read(breaks)),
        new LocalTime(8, 30),
        "team");

    private static T Value<T>(ParseOutcome<T> outcome) => Assert.IsType<ParseOutcome<T>.Success>(outcome).Value;

    private static BreakSession Row(string key, BreakKind kind, BreakState state, Instant start) => new()
    {
        Id = "alex|" + key,
        WindowKey = key,
        Kind = kind,
        State = state,
        StartAt = start,
        EndAt = start + Duration.FromMinutes(15),
    };

    private static IEnumerable<string> StartsOn(OwnerPlan plan, LocalDate date) => BreakSchedule.On(plan, date, Ceiling).Select(span => At(span.Start));

    private static string At(Instant instant) => TimeText.Clock(instant.InZone(Oslo).TimeOfDay);

    private static Instant Moment(int year, int month, int day, int hour, int minute) =>
        ZoneTime.ToInstant(new LocalDateTime(year, month, day, hour, minute), Oslo);
}
