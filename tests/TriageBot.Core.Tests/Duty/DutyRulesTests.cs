using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Duty;
using TriageBot.Core.Time;
using TriageBot.Core.Urgent;

namespace TriageBot.Core.Tests.Duty;

/// <summary>Rules W2, W3, H9: who is on duty and who covers. 13 March 2026 is a Friday.</summary>
public sealed class DutyRulesTests
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
    private static readonly MemberId Alex = new("alex");
    private static readonly MemberId Kim = new("kim");
    private static readonly MemberId Lee = new("lee");
    private static readonly Instant Now = At(13, 9);

    [Fact]
    public void Whoever_is_named_is_on_duty_and_nobody_covers_unasked()
    {
        var duty = DutyRules.At(Book(Alex), [Plan(Alex), Plan(Kim)], Now, Now);

        Assert.Equal((Alex, null), (duty.OnDuty?.Owner, duty.Cover?.Owner));
    }

    [Fact]
    public void Nobody_who_is_away_is_ever_named()
    {
        OwnerPlan[] owners = [Plan(Alex, (13, 16, Lee)), Plan(Kim), Plan(Lee)];

        var named = DutyRules.At(Book(Alex), owners, Now, Now);
        var both = DutyRules.At(Book(Alex, cover: Kim), [owners[0], owners[1], Plan(Lee, (12, 18, null))], Now, Now);
        var all = DutyRules.At(Book(Alex, cover: Kim), [owners[0], Plan(Kim, (1, 20, null)), Plan(Lee, (12, 18, null))], Now, Now);

        Assert.Equal((Lee, Alex), (named.OnDuty?.Owner, named.Nominal?.Owner));
        Assert.Equal(Kim, both.OnDuty?.Owner);
        Assert.Equal((null, null, Alex), (all.OnDuty, all.Cover, all.Nominal?.Owner));
        Assert.Empty(all.Owners);
        Assert.Equal(Alex, DutyRules.At(Book(Alex), owners, Now, At(16, 9)).OnDuty?.Owner);
    }

    [Theory]
    [InlineData(13, "alex", "kim")] // as named, until the week is over
    [InlineData(16, "kim", "lee")]
    [InlineData(22, "kim", "lee")]
    [InlineData(23, "lee", "alex")]
    [InlineData(30, "alex", "kim")]
    public void The_rotation_goes_on_week_by_week_and_the_next_one_covers(int day, string onDuty, string cover)
    {
        var rotation = new Rotation([Alex, Kim, Lee], new LocalDate(2026, 3, 9), Oslo, LogicalDay.DefaultStart);

        var duty = DutyRules.At(Book(Alex, rotation), [Plan(Alex), Plan(Kim), Plan(Lee)], Now, At(day, 9));

        Assert.Equal((onDuty, cover), (duty.OnDuty?.Owner.Value, duty.Cover?.Owner.Value));
    }

    [Fact]
    public void A_rotation_changes_when_the_day_begins_also_over_a_clock_change()
    {
        var rotation = new Rotation([Alex, Kim], new LocalDate(2026, 3, 23), Oslo, LogicalDay.DefaultStart);

        Assert.Equal(At(23, 4), rotation.NextTurn(At(13, 9)));
        Assert.Equal(At(30, 4), rotation.NextTurn(At(23, 4)));
        Assert.Equal(Alex, rotation.At(At(30, 3)));
        Assert.Equal(Kim, rotation.At(At(30, 4)));
    }

    [Fact]
    public void A_hand_off_counts_while_the_giver_would_have_it_and_the_later_one_wins()
    {
        OwnerPlan[] owners = [Plan(Alex), Plan(Kim), Plan(Lee)];
        var lunch = new DutySpan(7, Alex, Kim, At(13, 12), At(13, 14));
        var exception = new DutySpan(8, null, Lee, At(13, 13), At(13, 15));

        var duty = DutyRules.At(Book(Alex, spans: [lunch, exception]), owners, Now, At(13, 12));

        Assert.Equal((Kim, 7L), (duty.OnDuty?.Owner, duty.Span?.Number));
        Assert.Equal(Lee, DutyRules.At(Book(Alex, spans: [lunch, exception]), owners, Now, At(13, 13)).OnDuty?.Owner);
        Assert.Equal(Alex, DutyRules.At(Book(Alex, spans: [lunch]), owners, Now, At(13, 14)).OnDuty?.Owner);
        Assert.Equal(Lee, DutyRules.At(Book(Lee, spans: [lunch]), owners, Now, At(13, 12)).OnDuty?.Owner);
    }

    [Fact]
    public void Whoever_covers_reads_what_the_one_on_duty_cannot_read_in_time()
    {
        var late = Plan(Kim, new WorkCalendar(Oslo, ((ParseOutcome<WeekHours>.Success)WeekHours.Read("mon-fri 13:00-21:00")).Value));
        var limit = new HoldLimit(At(13, 19), At(13, 20));

        Assert.Equal(Alex, Reader(At(13, 15), Plan(Alex), late));
        Assert.Equal(Kim, Reader(At(13, 18), Plan(Alex), late));
        Assert.Equal(Alex, Reader(At(13, 18), Plan(Alex), Plan(Kim)));

        MemberId? Reader(Instant now, params OwnerPlan[] owners) => DutyRules.ReaderOf(DutyRules.At(Book(Alex, cover: Kim), owners, now, now), limit, now)?.Owner;
    }

    [Fact]
    public void An_absence_takes_the_place_of_what_it_overlaps_and_coming_back_ends_it()
    {
        var all = Absences.With([new Absence(At(1, 9), At(2, 9), null), new Absence(At(12, 9), At(20, 9), null)], new Absence(Now, At(16, 4), Kim), Now);

        Assert.Equal([new Absence(At(1, 9), At(2, 9), null), new Absence(At(12, 9), Now, null), new Absence(Now, At(16, 4), Kim)], all);
        Assert.Equal(all, Absences.Parse(Absences.Print(all)));
        Assert.Equal(At(14, 9), Absences.Back(all, At(14, 9))[^1].Until);
    }

    private static DutyBook Book(MemberId named, Rotation? rotation = null, MemberId? cover = null, params DutySpan[] spans) => new(named, rotation, cover, spans);

    private static OwnerPlan Plan(MemberId owner, params (int From, int Until, MemberId? Cover)[] away) =>
        Plan(owner, new WorkCalendar(Oslo, WeekHours.Standard)) with { Absences = [.. away.Select(one => new Absence(At(one.From, 4), At(one.Until, 4), one.Cover))] };

    private static OwnerPlan Plan(MemberId owner, WorkCalendar calendar) => new(owner, calendar, ImmutableArray<BreakWindow>.Empty, new LocalTime(8, 30), "");

    private static Instant At(int day, int hour) => new LocalDateTime(2026, 3, day, hour, 0).InZoneStrictly(Oslo).ToInstant();
}
