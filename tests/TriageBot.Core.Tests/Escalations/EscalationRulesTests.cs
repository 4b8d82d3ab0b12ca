using NodaTime;
using TriageBot.Core.Escalations;
using TriageBot.Core.ServiceLevels;

namespace TriageBot.Core.Tests.Escalations;

/// <summary>Rules C1–C3 on one matter: Monday to Friday 09:00–17:00, first answer 4 h, next answer 8 h, resolution 40 h.</summary>
public sealed class EscalationRulesTests
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
    private static readonly LevelTerms Standard = new([ServiceLevel.Standard(Oslo)], [], new LocalTime(4, 0));

    [Fact]
    public void A_matter_opened_on_Friday_evening_is_due_on_Monday()
    {
        var escalation = Opened("2026-03-13T17:30");

        Assert.Equal(At("2026-03-16T13:00"), escalation.Latest(ClockKind.FirstAnswer)?.DueAt);
        Assert.Equal(At("2026-03-20T17:00"), escalation.Latest(ClockKind.Resolution)?.DueAt);
    }

    [Fact]
    public void A_pause_over_a_weekend_removes_nothing()
    {
        var answered = Answered(Opened("2026-03-12T09:00"), "2026-03-12T10:00");
        var due = answered.Latest(ClockKind.Resolution)?.DueAt;
        var waiting = Changed(EscalationRules.Wait(answered, "photos", until: null, Standard, At("2026-03-13T17:00")));

        var resumed = Changed(EscalationRules.CustomerWrote(waiting, Standard, At("2026-03-16T09:00")));

        Assert.Null(waiting.Latest(ClockKind.Resolution)?.DueAt);
        Assert.Equal(due, resumed.Latest(ClockKind.Resolution)?.DueAt);
    }

    [Fact]
    public void A_reply_during_a_pause_ends_it_and_starts_the_clock_of_the_next_answer()
    {
        var answered = Answered(Opened("2026-03-12T09:00"), "2026-03-12T10:00");
        var waiting = Changed(EscalationRules.Wait(answered, "photos", At("2026-03-20T09:00"), Standard, At("2026-03-12T11:00")));

        var resumed = Changed(EscalationRules.CustomerWrote(waiting, Standard, At("2026-03-12T15:00")));

        Assert.Equal((EscalationState.Open, ""), (resumed.State, resumed.WaitReason));
        Assert.Equal(At("2026-03-13T15:00"), resumed.Latest(ClockKind.NextAnswer)?.DueAt);
        Assert.Equal(Duration.FromHours(2), resumed.Latest(ClockKind.Resolution)?.Used);
    }

    [Fact]
    public void The_next_answer_counts_from_the_earliest_message_that_nobody_answered()
    {
        var wrote = Changed(EscalationRules.CustomerWrote(Answered(Opened("2026-03-12T09:00"), "2026-03-12T10:00"), Standard, At("2026-03-12T11:00")));

        Assert.IsType<EscalationOutcome.Same>(EscalationRules.CustomerWrote(wrote, Standard, At("2026-03-12T15:00")));
        var again = Changed(EscalationRules.CustomerWrote(Answered(wrote, "2026-03-12T16:00"), Standard, At("2026-03-13T09:00")));

        Assert.Equal([1, 2], again.Clocks.Where(clock => clock.Kind == ClockKind.NextAnswer).Select(clock => clock.Ordinal));
        Assert.Equal(At("2026-03-13T17:00"), again.Latest(ClockKind.NextAnswer)?.DueAt);
    }

    [Fact]
    public void Nobody_waits_for_the_customer_before_a_person_has_answered()
    {
        Assert.IsType<EscalationOutcome.AnswerFirst>(EscalationRules.Wait(Opened("2026-03-12T09:00"), "photos", null, Standard, At("2026-03-12T09:30")));
        var wrote = Changed(EscalationRules.CustomerWrote(Answered(Opened("2026-03-12T09:00"), "2026-03-12T10:00"), Standard, At("2026-03-12T11:00")));
        Assert.IsType<EscalationOutcome.AnswerFirst>(EscalationRules.Wait(wrote, "photos", null, Standard, At("2026-03-12T12:00")));
    }

    [Fact]
    public void An_answer_at_the_very_moment_of_the_deadline_is_in_time_and_one_later_is_not()
    {
        Assert.True(Answered(Opened("2026-03-12T09:00"), "2026-03-12T13:00").Latest(ClockKind.FirstAnswer)?.IsKept);
        Assert.Equal(At("2026-03-12T13:00"), Answered(Opened("2026-03-12T09:00"), "2026-03-12T13:01").Latest(ClockKind.FirstAnswer)?.BreachedAt);
    }

    [Theory]
    [InlineData("2026-03-17T16:59", true)]
    [InlineData("2026-03-18T09:00", false)]
    public void A_solved_matter_goes_on_within_three_working_days(string reopened, bool goesOn)
    {
        var solved = Changed(EscalationRules.Solve(Opened("2026-03-12T09:00"), Standard, At("2026-03-12T12:00")));

        var outcome = EscalationRules.Reopen(solved, Standard, At(reopened));

        Assert.Equal(goesOn, outcome is EscalationOutcome.Changed);
        if (!goesOn) return;
        var clock = Changed(outcome).Latest(ClockKind.Resolution);
        Assert.Equal(Duration.FromHours(3), clock?.Used);
        Assert.True(clock?.IsRunning);
    }

    [Fact]
    public void Another_level_keeps_start_and_used_time()
    {
        var gold = Level("gold", first: 2);

        var changed = EscalationRules.ChangeLevel(Opened("2026-03-12T09:00"), Standard, gold, At("2026-03-12T10:00")).Latest(ClockKind.FirstAnswer);

        Assert.Equal((At("2026-03-12T09:00"), Duration.FromHours(1), false), (changed?.StartedAt, changed?.Used, changed?.IsReTiered));
        Assert.Equal(At("2026-03-12T11:00"), changed?.DueAt);
    }

    [Fact]
    public void A_level_that_would_make_it_late_already_gives_a_tenth_of_its_target_from_now_and_says_so()
    {
        var gold = Level("gold", first: 2);

        var changed = EscalationRules.ChangeLevel(Opened("2026-03-12T09:00"), Standard, gold, At("2026-03-12T12:00")).Latest(ClockKind.FirstAnswer);

        Assert.True(changed?.IsReTiered);
        Assert.Equal(At("2026-03-12T12:12"), changed?.DueAt);
    }

    [Fact]
    public void A_closure_added_today_moves_the_deadline_and_takes_back_nothing_that_was_counted()
    {
        var closed = new LevelTerms([ServiceLevel.Standard(Oslo)], [new LevelClosure("", new LocalDate(2026, 3, 12), "Storm")], new LocalTime(4, 0));

        var changed = EscalationRules.ChangeHours(Opened("2026-03-12T09:00"), Standard.Calendar, closed.Calendar, At("2026-03-12T10:00")).Latest(ClockKind.FirstAnswer);

        Assert.Equal((Duration.FromHours(1), At("2026-03-13T12:00")), (changed?.Used, changed?.DueAt));
    }

    [Theory]
    [InlineData(Utterance.AnsweredByCommand, true)]
    [InlineData(Utterance.AnsweredByButton, true)]
    [InlineData(Utterance.SolvedByMember, true)]
    [InlineData(Utterance.Acknowledged, false)]
    [InlineData(Utterance.AnsweredToTeammate, false)]
    [InlineData(Utterance.InternalNote, false)]
    [InlineData(Utterance.Receipt, false)]
    [InlineData(Utterance.BotText, false)]
    [InlineData(Utterance.WaitingForCustomer, false)]
    [InlineData(Utterance.CustomerWrote, false)]
    public void Only_what_a_person_said_to_the_customer_is_an_answer(Utterance utterance, bool isAnswer)
    {
        var outcome = EscalationRules.Answer(Opened("2026-03-12T09:00"), utterance, Standard, At("2026-03-12T10:00"));

        Assert.Equal(isAnswer, AnswerRule.IsHumanAnswer(utterance));
        Assert.Equal(isAnswer, outcome is EscalationOutcome.Changed);
    }

    private static Escalation Opened(string at) => EscalationRules.Open(new Escalation { Number = 1, Customer = "Acme" }, Standard, At(at));

    private static Escalation Answered(Escalation escalation, string at) => Changed(EscalationRules.Answer(escalation, Utterance.AnsweredByCommand, Standard, At(at)));

    private static Escalation Changed(EscalationOutcome outcome) => Assert.IsType<EscalationOutcome.Changed>(outcome).Escalation;

    private static LevelTerms Level(string name, int first) => new(
        [ServiceLevel.Standard(Oslo) with { Name = name, Targets = new(Duration.FromHours(first), Duration.FromHours(8), Duration.FromHours(40)) }],
        [],
        new LocalTime(4, 0));

    private static Instant At(string local) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(local).Value.InZoneStrictly(Oslo).ToInstant();
}
