using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Duty;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Duty;

/// <summary>Rule W1. 13 March 2026 is a Friday; the owner works Monday to Friday 09:00–17:00.</summary>
public sealed class CoverageRulesTests
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
    private static readonly MemberId Alex = new("alex");
    private static readonly MemberId Kim = new("kim");
    private static readonly Instant Now = At(13, 9);

    [Fact]
    public void Hours_in_which_whoever_is_on_duty_works_are_covered() => Assert.Empty(Gaps("mon-fri 09:00-17:00", null, Plan(Alex, "mon-fri 09:00-17:00")));

    [Fact]
    public void Each_span_with_nobody_at_work_is_a_gap()
    {
        var gaps = Gaps("mon-fri 08:00-18:00", null, Plan(Alex, "mon-fri 09:00-17:00"));

        Assert.Equal([(At(13, 17), At(13, 18)), (At(16, 8), At(16, 9)), (At(16, 17), At(16, 18))], gaps.Take(3).Select(gap => (gap.Start, gap.End)));
        // One today, two on each of nine days, and two on the last day, whose window begins within the fortnight.
        Assert.Equal(1 + (9 * 2) + 2, gaps.Count);
    }

    [Fact]
    public void Only_a_named_cover_counts_and_not_whoever_else_is_at_work()
    {
        OwnerPlan[] owners = [Plan(Alex, "mon-fri 09:00-17:00"), Plan(Kim, "mon-fri 07:00-19:00")];

        Assert.NotEmpty(Gaps("mon-fri 08:00-18:00", null, owners));
        Assert.Empty(Gaps("mon-fri 08:00-18:00", Kim, owners));
    }

    [Fact]
    public void Whoever_is_away_cannot_be_reached()
    {
        var away = new Absence(At(17, 4), At(18, 4), null);

        var gaps = Gaps("mon-fri 09:00-17:00", null, Plan(Alex, "mon-fri 09:00-17:00", away));

        Assert.Equal([(At(17, 9), At(17, 17))], gaps.Select(gap => (gap.Start, gap.End)));
    }

    [Theory]
    [InlineData(12, 16, null)] // 8 days before
    [InlineData(13, 17, 7)]
    [InlineData(17, 16, 7)]
    [InlineData(17, 17, 3)]
    [InlineData(19, 17, 1)]
    [InlineData(20, 17, 0)]
    public void Warnings_come_seven_three_and_one_day_before_and_at_the_start(int day, int hour, int? stage)
    {
        var always = new WorkCalendar(Oslo, Hours("daily 00:00-24:00"));

        Assert.Equal(stage, CoverageRules.StageAt(At(20, 17), At(day, hour), always));
    }

    [Fact]
    public void A_warning_never_comes_outside_the_readers_hours()
    {
        var reader = new WorkCalendar(Oslo, WeekHours.Standard);

        Assert.All(CoverageRules.Stages, stage => Assert.True(reader.IsOpen(CoverageRules.WarnAt(At(22, 20), stage, reader))));
        // At the start of a gap on Sunday evening: the last open moment before, on Friday.
        Assert.Equal(At(20, 17) - Duration.FromMinutes(15), CoverageRules.WarnAt(At(22, 20), 0, reader));
    }

    private static List<Interval> Gaps(string service, MemberId? cover, params OwnerPlan[] owners) =>
        [.. CoverageRules.Gaps(new DutyBook(Alex, null, cover, []), owners, new WorkCalendar(Oslo, Hours(service)), Now)];

    private static OwnerPlan Plan(MemberId owner, string hours, params Absence[] away) => new(
        owner,
        new WorkCalendar(Oslo, LogicalDay.DefaultStart, [new HourVersion(LocalDate.MinIsoValue, Hours(hours))], [], [], away.Select(one => new Interval(one.From, one.Until))),
        ImmutableArray<BreakWindow>.Empty,
        new LocalTime(8, 30),
        "")
    {
        Absences = [.. away],
    };

    private static WeekHours Hours(string text) => ((ParseOutcome<WeekHours>.Success)WeekHours.Read(text)).Value;

    private static Instant At(int day, int hour) => new LocalDateTime(2026, 3, day, hour, 0).InZoneStrictly(Oslo).ToInstant();
}
