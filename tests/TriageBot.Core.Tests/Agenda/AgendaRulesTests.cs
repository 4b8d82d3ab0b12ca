using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Tests.Time;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Agenda;

public sealed class AgendaRulesTests
{
    private static readonly LocalDate Friday = new(2026, 3, 13);
    private static readonly LocalDate Thursday = Friday.PlusDays(-1);

    private static readonly OwnerPlan Plan = PlanIn(Zones.Oslo);

    [Fact]
    public void It_is_sent_at_its_time_once()
    {
        Assert.Equal([new AgendaDay(Friday, AgendaOutcome.Sent)], Decide("2026-03-13 08:30", lastOn: Thursday));
        Assert.Empty(Decide("2026-03-13 08:30", lastOn: Friday));
    }

    [Fact]
    public void Before_its_time_nothing_is_decided() => Assert.Empty(Decide("2026-03-13 08:29", lastOn: Thursday));

    [Theory]
    [InlineData("2026-03-13 10:30", AgendaOutcome.Late)]
    [InlineData("2026-03-13 11:30", AgendaOutcome.Late)]
    [InlineData("2026-03-13 11:31", AgendaOutcome.Skipped)]
    public void Machine_asleep_over_the_agenda_time_sends_it_late_for_three_hours_and_then_skips_it(string now, AgendaOutcome expected) =>
        Assert.Equal([new AgendaDay(Friday, expected)], Decide(now, lastOn: Thursday));

    [Fact]
    public void After_the_end_of_work_a_missed_agenda_is_skipped_even_within_three_hours()
    {
        var plan = Plan with { AgendaTime = new LocalTime(15, 0) };

        Assert.Equal([AgendaOutcome.Late], AgendaRules.Decide(plan, After(Thursday), Zones.Oslo.At("2026-03-13 16:59")).Select(day => day.Outcome));
        Assert.Equal([AgendaOutcome.Skipped], AgendaRules.Decide(plan, After(Thursday), Zones.Oslo.At("2026-03-13 17:00")).Select(day => day.Outcome));
    }

    [Fact]
    public void An_agenda_planned_for_after_work_is_sent_at_its_time() =>
        Assert.Equal(
            [new AgendaDay(Friday, AgendaOutcome.Sent)],
            AgendaRules.Decide(Plan with { AgendaTime = new LocalTime(18, 0) }, After(Thursday), Zones.Oslo.At("2026-03-13 18:00")));

    [Fact]
    public void Several_missed_days_are_one_agenda_and_the_past_ones_are_only_written_down() => Assert.Equal(
        [
            new AgendaDay(new LocalDate(2026, 3, 12), AgendaOutcome.Skipped),
            new AgendaDay(new LocalDate(2026, 3, 13), AgendaOutcome.Skipped),
            new AgendaDay(new LocalDate(2026, 3, 16), AgendaOutcome.Late),
        ],
        Decide("2026-03-16 09:00", lastOn: new LocalDate(2026, 3, 11)));

    [Fact]
    public void A_closed_weekend_gets_no_agenda()
    {
        Assert.Empty(Decide("2026-03-14 08:30", lastOn: Friday));
        Assert.Equal(Zones.Oslo.At("2026-03-16 08:30"), AgendaRules.NextAgendaAt(Plan, Zones.Oslo.At("2026-03-13 08:30")));
    }

    [Fact]
    public void An_owner_without_hours_has_no_next_agenda() =>
        Assert.Null(AgendaRules.NextAgendaAt(Plan with { Calendar = new WorkCalendar(Zones.Oslo, WeekHours.None) }, Zones.Oslo.At("2026-03-13 08:30")));

    [Fact]
    public void On_the_day_the_clock_goes_forward_an_agenda_time_in_the_gap_comes_an_hour_later_and_once()
    {
        var plan = PlanIn(Zones.Oslo, time: new LocalTime(2, 30), dayStart: new LocalTime(2, 0), hours: EveryDay);
        var sunday = new LocalDate(2026, 3, 29);

        var due = AgendaRules.AgendaAt(plan, sunday);

        Assert.Equal(Zones.Oslo.At("2026-03-29 03:30"), due);
        Assert.Equal([new AgendaDay(sunday, AgendaOutcome.Sent)], AgendaRules.Decide(plan, After(sunday.PlusDays(-1), due - Duration.FromHours(24)), due));
        Assert.Equal(Zones.Oslo.At("2026-03-30 02:30"), AgendaRules.NextAgendaAt(plan, due));
    }

    [Fact]
    public void On_the_day_the_clock_goes_back_an_agenda_time_that_happens_twice_is_kept_the_first_time_only()
    {
        var plan = PlanIn(Zones.Oslo, time: new LocalTime(2, 30), dayStart: new LocalTime(2, 0), hours: EveryDay);
        var sunday = new LocalDate(2026, 10, 25);

        var due = AgendaRules.AgendaAt(plan, sunday);

        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), due);
        Assert.Empty(AgendaRules.Decide(plan, After(sunday, due), due + Duration.FromHours(1)));
        Assert.Equal(Instant.FromUtc(2026, 10, 26, 1, 30), AgendaRules.NextAgendaAt(plan, due));
    }

    [Theory]
    [InlineData("2026-03-29", 6)]
    [InlineData("2026-10-25", 7)]
    [InlineData("2026-10-24", 6)]
    public void The_agenda_keeps_its_local_time_whatever_the_clock_did_at_night(string date, int utcHour)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;

        Assert.Equal(Instant.FromUtc(day.Year, day.Month, day.Day, utcHour, 30), AgendaRules.AgendaAt(Plan, day));
    }

    [Fact]
    public void A_zone_changed_in_mid_week_makes_no_second_agenda_for_the_same_date()
    {
        // Sent in Oslo on Thursday at 08:30; then the owner moves to New York, where Thursday 08:30 is still to come.
        var sentAt = Zones.Oslo.At("2026-03-12 08:30");

        Assert.Empty(AgendaRules.Decide(PlanIn(Zones.NewYork), After(Thursday, sentAt), Zones.NewYork.At("2026-03-12 08:30")));
        Assert.Equal(
            [new AgendaDay(Friday, AgendaOutcome.Sent)],
            AgendaRules.Decide(PlanIn(Zones.NewYork), After(Thursday, sentAt), Zones.NewYork.At("2026-03-13 08:30")));
    }

    [Fact]
    public void A_zone_change_never_brings_two_agendas_within_twelve_hours()
    {
        // Sent in Honolulu on Thursday at 08:30, which is 07:30 on Friday in Auckland: Friday's would follow an hour later.
        var sentAt = Zones.Get("Pacific/Honolulu").At("2026-03-12 08:30");
        var auckland = Zones.Get("Pacific/Auckland");

        var decided = AgendaRules.Decide(PlanIn(auckland), After(Thursday, sentAt), auckland.At("2026-03-13 08:30"));

        Assert.Equal([new AgendaDay(Friday, AgendaOutcome.Skipped)], decided);
    }

    [Fact]
    public void Back_west_over_the_date_line_an_earlier_date_is_not_decided_again() =>
        Assert.Empty(AgendaRules.Decide(PlanIn(Zones.Get("Pacific/Honolulu")), After(Friday), Zones.Get("Pacific/Honolulu").At("2026-03-12 09:00")));

    private static WeekHours EveryDay { get; } = WeekHours.Daily(WeekHours.Days, new TimeWindow(new LocalTime(0, 0), new LocalTime(23, 0)));

    private static OwnerPlan PlanIn(DateTimeZone zone, LocalTime? time = null, LocalTime? dayStart = null, WeekHours? hours = null) => new(
        new MemberId("you"),
        new WorkCalendar(zone, hours ?? WeekHours.Standard, dayStart),
        ImmutableArray<BreakWindow>.Empty,
        time ?? new LocalTime(8, 30),
        "team");

    private static AgendaHistory After(LocalDate lastOn, Instant? sentAt = null) => new(lastOn, sentAt);

    private static IReadOnlyList<AgendaDay> Decide(string now, LocalDate lastOn) => AgendaRules.Decide(Plan, After(lastOn), Zones.Oslo.At(now));
}
