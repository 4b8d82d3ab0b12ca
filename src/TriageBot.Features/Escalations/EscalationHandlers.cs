using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Core.ServiceLevels;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.Dates;

namespace TriageBot.Features.Escalations;

/// <summary>Acts on an escalation, by command or by button: answered, heard, wait, solved, reopened.</summary>
internal sealed class EscalationHandlers(EscalationActs acts, EscalationIntake intake, DueInput dates)
{
    public Task<Reply> AnsweredAsync(Turn turn) => acts.DoAsync(turn, turn.Number, Answer(turn, Utterance.AnsweredByCommand));

    public Task<Reply> AnsweredPressedAsync(Turn turn) => acts.PressAsync(turn, Answer(turn, Utterance.AnsweredByButton));

    public Task<Reply> HeardAsync(Turn turn) => acts.DoAsync(turn, turn.Number, Heard(turn));

    public Task<Reply> HeardPressedAsync(Turn turn) => acts.PressAsync(turn, Heard(turn));

    public Task<Reply> SolvedAsync(Turn turn) => acts.DoAsync(turn, turn.Number, Solve(turn));

    public Task<Reply> SolvedPressedAsync(Turn turn) => acts.PressAsync(turn, Solve(turn));

    public Task<Reply> GoOnPressedAsync(Turn turn) => acts.PressAsync(turn, new EscalationDeed(
        (escalation, terms) => EscalationRules.Resume(escalation, terms, turn.Now), EscalationEventKind.WentOn, "went on without waiting for the customer", ""));

    public Task<Reply> AcknowledgePressedAsync(Turn turn) => acts.AcknowledgeAsync(turn);

    public async Task<Reply> WaitAsync(Turn turn)
    {
        var (until, problem) = await UntilAsync(turn, turn.Number).ConfigureAwait(false);
        return problem ?? await acts.DoAsync(turn, turn.Number, Wait(turn, turn.Value("reason") ?? "", until)).ConfigureAwait(false);
    }

    public Task<Reply> WaitPressedAsync(Turn turn) => Task.FromResult<Reply>(new Reply.Open(new Form(
        turn.Control.ToString(),
        $"#{turn.Control.Item} waits for the customer",
        [
            new FormField("reason", "What do we wait for?", MaxLength: 500),
            new FormField("until", "Until when at the latest?", Required: false, MaxLength: DueDateReader.MaxLength, Hint: "fri, tomorrow 12:00; empty: until they write"),
        ],
        turn.Control.Item)));

    public async Task<Reply> WaitFilledAsync(Turn turn)
    {
        var (until, problem) = await UntilAsync(turn, turn.Control.Item).ConfigureAwait(false);
        return problem ?? await acts.PressAsync(turn, Wait(turn, turn.Value("reason") ?? "", until)).ConfigureAwait(false);
    }

    public Task<Reply> ReopenAsync(Turn turn) => ReopenAsync(turn, turn.Number);

    public Task<Reply> ReopenPressedAsync(Turn turn) => ReopenAsync(turn, turn.Control.Item);

    /// <summary>Too long ago: a new matter that names the old one (rule C3).</summary>
    private async Task<Reply> ReopenAsync(Turn turn, long number)
    {
        var deed = new EscalationDeed(
            (escalation, terms) => EscalationRules.Reopen(escalation, terms, turn.Now), EscalationEventKind.Reopened, "opened it again", turn.Value("note") ?? "");
        if (await acts.FindAsync(turn, number).ConfigureAwait(false) is not ({ } escalation, { } terms)) return acts.NoEscalation(number);
        return deed.Apply(escalation, terms) is EscalationOutcome.TooOld
            ? await intake.OpenAgainAsync(turn, escalation, deed.Detail).ConfigureAwait(false)
            : await acts.DoAsync(turn, number, deed).ConfigureAwait(false);
    }

    /// <summary>A day means its opening: who waits until Friday goes on on Friday morning. Null for none.</summary>
    private async Task<(Instant? Until, Reply? Problem)> UntilAsync(Turn turn, long number)
    {
        if (turn.Value("until") is not { } typed) return (null, null);
        if (await acts.FindAsync(turn, number).ConfigureAwait(false) is not (_, { } terms)) return (null, acts.NoEscalation(number));
        return await dates.ReadAsync(turn, typed).ConfigureAwait(false) switch
        {
            DueInputResult.Answer answer => (null, answer.Reply),
            DueInputResult.Read { Due: DueValue.At at } => (Core.Time.ZoneTime.ToInstant(at.Local, at.Zone), null),
            DueInputResult.Read { Due: DueValue.Day day } => (terms.Calendar.NextOpen(Core.Time.LogicalDay.Bounds(day.Date, terms.Calendar.Zone, turn.Workspace.DayStart).Start), null),
            _ => (null, null),
        };
    }

    private static EscalationDeed Answer(Turn turn, Utterance how) => new(
        (escalation, terms) => EscalationRules.Answer(escalation, how, terms, turn.Now), EscalationEventKind.Answered, "answered the customer", turn.Value("note") ?? "");

    private static EscalationDeed Heard(Turn turn) => new(
        (escalation, terms) => EscalationRules.CustomerWrote(escalation, terms, turn.Now), EscalationEventKind.CustomerWrote, "heard from the customer", turn.Value("note") ?? "");

    private static EscalationDeed Solve(Turn turn) => new(
        (escalation, terms) => EscalationRules.Solve(escalation, terms, turn.Now) is EscalationOutcome.Changed { Escalation: var solved }
            ? new EscalationOutcome.Changed(solved with { SolvedBy = turn.Author.Id })
            : new EscalationOutcome.AlreadySolved(),
        EscalationEventKind.Solved,
        "solved it",
        turn.Value("note") ?? "");

    private static EscalationDeed Wait(Turn turn, string reason, Instant? until) => new(
        (escalation, terms) => EscalationRules.Wait(escalation, reason, until, terms, turn.Now), EscalationEventKind.Waiting, "set it to wait for the customer", reason);
}

/// <param name="Apply">What the rule says.</param>
/// <param name="Words">After the name of who did it: "answered the customer".</param>
/// <param name="Detail">What was typed with it.</param>
internal sealed record EscalationDeed(Func<Escalation, LevelTerms, EscalationOutcome> Apply, EscalationEventKind Kind, string Words, string Detail);
