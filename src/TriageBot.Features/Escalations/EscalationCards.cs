using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Core.Time;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Escalations;

/// <summary>The one card of an escalation: what it is, what is due until when, who has it, and what can be done.</summary>
internal sealed class EscalationCards(MemberStore members, ReplyTexts texts)
{
    public static string KeyOf(long number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"escalation/{number}");

    /// <param name="zone">Of whoever reads it: a member's own, or the team's in a channel.</param>
    public async Task<Card> ShowAsync(UnitOfWork unit, Escalation escalation, DateTimeZone zone, params IReadOnlyList<RichText> before)
    {
        var people = await members.ByIdAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false);
        return new Card(
            RichText.Lines([.. before, Head(escalation), .. Lines(escalation, new View(unit, zone, people))]),
            [.. Controls(escalation)],
            escalation.Number)
        {
            Thread = $"#{escalation.Number} {escalation.Customer}: {escalation.What}",
        };
    }

    public RichText Head(Escalation escalation) => texts.Say(
        EscalationTexts.Head,
        ("number", escalation.Number),
        ("customer", ReplyValue.Typed(escalation.Customer)),
        ("what", ReplyValue.Typed(escalation.What)),
        ("level", ReplyValue.Typed(escalation.Level)));

    /// <summary>What is due next, in one line: for lists and the customer's page.</summary>
    public RichText State(Escalation escalation, DateTimeZone zone, LocalDate today)
    {
        if (escalation.State == EscalationState.Waiting) return texts.Say(EscalationTexts.WaitingFor, ("reason", ReplyValue.Typed(escalation.WaitReason)));
        return escalation.NextDue is { } clock ? Due(escalation, clock, zone, today) : texts.Say(EscalationTexts.Same, ("number", escalation.Number));
    }

    private IEnumerable<RichText> Lines(Escalation escalation, View view)
    {
        if (escalation.NobodyAnsweredAt is { } nobody) yield return texts.Say(EscalationTexts.Nobody, ("when", view.Moment(nobody)));
        if (escalation.State == EscalationState.Solved)
        {
            yield return texts.Say(
                EscalationTexts.SolvedAt, ("member", view.Name(escalation.SolvedBy)), ("when", view.Moment(escalation.SolvedAt ?? view.Unit.Now)));
        }
        else
        {
            foreach (var clock in escalation.OpenClocks.Where(clock => clock.DueAt is not null).OrderBy(clock => clock.DueAt)) yield return Due(escalation, clock, view.Zone, view.Today);
            if (escalation.State == EscalationState.Waiting) yield return Waiting(escalation, view);
        }

        if (Wanted(escalation, view) is { } wanted) yield return texts.Say(EscalationTexts.WantedBy, ("due", wanted));
        if (escalation.FirstAnsweredAt is { } first && escalation.State != EscalationState.Solved) yield return texts.Say(EscalationTexts.AnsweredAt, ("when", view.Moment(first)));
        if (escalation is { AcknowledgedBy: { } by, AcknowledgedAt: { } since, FirstAnsweredAt: null, State: EscalationState.Open })
        {
            yield return texts.Say(EscalationTexts.HasIt, ("member", view.Name(by)), ("when", view.Moment(since)));
        }

        if (escalation.LinkedNumber is { } linked) yield return texts.Say(EscalationTexts.LinkedTo, ("number", linked));
    }

    /// <summary>The date that the customer named: a day by its name, not as the moment at which it ends (rule T3).</summary>
    private static ReplyValue? Wanted(Escalation escalation, View view) => escalation switch
    {
        { DueLocal: { } local, DueZone: { } id } => view.Moment(ZoneTime.ToInstant(local, ZoneTime.Find(id) ?? view.Zone)),
        { DueOn: { } date } => ReplyValue.Words(TimeText.Day(date, view.Today)),
        _ => (ReplyValue?)null,
    };

    private RichText Waiting(Escalation escalation, View view) => escalation.WaitUntilAt is { } until
        ? texts.Say(EscalationTexts.WaitingUntil, ("reason", ReplyValue.Typed(escalation.WaitReason)), ("until", view.Moment(until)))
        : texts.Say(EscalationTexts.WaitingFor, ("reason", ReplyValue.Typed(escalation.WaitReason)));

    private RichText Due(Escalation escalation, ServiceClock clock, DateTimeZone zone, LocalDate today)
    {
        var due = ("due", (ReplyValue)On(clock.DueAt ?? default, zone, today));
        var customer = ("customer", ReplyValue.Typed(escalation.Customer));
        return (clock.Kind, clock.BreachedAt is not null) switch
        {
            (ClockKind.FirstAnswer, false) => texts.Say(EscalationTexts.FirstDue, customer, due),
            (ClockKind.FirstAnswer, true) => texts.Say(EscalationTexts.FirstLate, customer, due),
            (ClockKind.NextAnswer, false) => texts.Say(EscalationTexts.NextDue, customer, due),
            (ClockKind.NextAnswer, true) => texts.Say(EscalationTexts.NextLate, customer, due),
            (_, false) => texts.Say(EscalationTexts.SolveDue, due),
            (_, true) => texts.Say(EscalationTexts.SolveLate, due),
        };
    }

    /// <summary>Always with its date: a card stands for days.</summary>
    public static TextRun On(Instant at, DateTimeZone zone, LocalDate today)
    {
        var local = at.InZone(zone);
        return new TextRun(RunKind.Moment, $"{TimeText.Day(local.Date, today)} {TimeText.Clock(local.TimeOfDay)}", At: at.ToUnixTimeMilliseconds());
    }

    private static IEnumerable<Control> Controls(Escalation escalation)
    {
        if (escalation.State == EscalationState.Solved)
        {
            yield return Press(EscalationVerbs.Reopen, "Reopen");
            yield break;
        }

        var isOwed = !escalation.IsAnswered || escalation.Latest(ClockKind.NextAnswer) is { EndedAt: null };
        if (!escalation.IsAnswered && escalation.AcknowledgedAt is null) yield return Press(EscalationVerbs.Acknowledge, "I have it");
        yield return Press(EscalationVerbs.Answered, "Answered", isOwed ? ButtonStyle.Primary : ButtonStyle.Normal);
        if (escalation.IsAnswered) yield return Press(EscalationVerbs.Heard, "Customer wrote");
        if (escalation.State == EscalationState.Waiting) yield return Press(EscalationVerbs.GoOn, "Go on");
        else if (!isOwed) yield return Press(EscalationVerbs.Wait, "Wait for customer");
        yield return Press(EscalationVerbs.Solved, "Solved");
        yield return Press(EscalationVerbs.Solved, "Solved, don't ask", extra: EscalationActs.NoQuestion);

        Button Press(string verb, string label, ButtonStyle style = ButtonStyle.Normal, string extra = "") =>
            new(new ControlId(verb, escalation.Number, escalation.Revision, extra).ToString(), label, style);
    }

    private sealed record View(UnitOfWork Unit, DateTimeZone Zone, IReadOnlyDictionary<MemberId, Member> People)
    {
        public LocalDate Today { get; } = Unit.Now.InZone(Zone).Date;

        public ReplyValue Moment(Instant at) => On(at, Zone, Today);

        public ReplyValue Name(MemberId? id) => id is { } known && People.TryGetValue(known, out var member) ? member.AsRun() : ReplyValue.Words("somebody");
    }
}
