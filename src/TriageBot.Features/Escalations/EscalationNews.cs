using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Features.Duty;
using TriageBot.Features.Outbox;
using TriageBot.Features.Satisfaction;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Escalations;

/// <summary>Private messages about an escalation: to whoever has to act, and to whoever waits.</summary>
internal sealed class EscalationNews(FollowerStore followers, MemberStore members, DutyRoster duty, OutboxStore outbox, ReplyTexts texts)
{
    /// <summary>Warning or breach, to whoever has it, else to the owner on duty.</summary>
    public async Task TellDueAsync(UnitOfWork unit, Escalation escalation, ServiceClock clock, ClockNews what)
    {
        var reader = escalation.AcknowledgedBy ?? (await duty.AtAsync(unit, unit.Now).ConfigureAwait(false)).OnDuty?.Owner;
        if (reader is not { } member) return;
        var text = (clock.Kind, what) switch
        {
            (ClockKind.Resolution, ClockNews.Warning) => EscalationTexts.WarningSolve,
            (ClockKind.Resolution, _) => EscalationTexts.BreachSolve,
            (_, ClockNews.Warning) => EscalationTexts.Warning,
            _ => EscalationTexts.Breach,
        };
        await TellAsync(unit, member, escalation, text, clock.DueAt ?? unit.Now).ConfigureAwait(false);
    }

    /// <param name="freed">Who had it and did not answer, where that and no warning made the ladder climb; null otherwise.</param>
    public async Task TellRungAsync(UnitOfWork unit, Escalation escalation, IReadOnlyList<MemberId> readers, IReadOnlyList<MemberId> told, Freed? freed)
    {
        // The clock's own news is the graver one: what is late already is said so, whoever had it.
        var isLate = escalation.Latest(ClockKind.FirstAnswer)?.BreachedAt is not null;
        var (text, more) = (told.Count, freed) switch
        {
            ( > 0, _) => (EscalationTexts.Rung, ("told", await NamesAsync(unit, told).ConfigureAwait(false))),
            (_, { By: var by }) when !isLate => (EscalationTexts.RungFreed, ("member", await NamesAsync(unit, [by]).ConfigureAwait(false))),
            _ => (isLate ? EscalationTexts.Breach : EscalationTexts.Warning, ((string Name, ReplyValue Value)?)null),
        };
        foreach (var reader in readers)
        {
            // They have just been told that they did not answer.
            if (told.Count == 0 && freed is { By: var had, At: var at } && had == reader && at == unit.Now) continue;
            await TellAsync(unit, reader, escalation, text, DueOf(unit, escalation), more is { } value ? [value] : []).ConfigureAwait(false);
        }
    }

    public async Task TellTimedOutAsync(UnitOfWork unit, Escalation escalation, MemberId by) => await TellAsync(
        unit, by, escalation, EscalationTexts.TimedOut, DueOf(unit, escalation), ("member", await NamesAsync(unit, [by]).ConfigureAwait(false))).ConfigureAwait(false);

    /// <summary>The visible end: to everybody who was told, to all owners, and to whoever asked.</summary>
    public async Task TellNobodyAsync(UnitOfWork unit, Escalation escalation, IReadOnlyList<MemberId> told)
    {
        var names = await NamesAsync(unit, told).ConfigureAwait(false);
        var owners = (await duty.AtAsync(unit, unit.Now).ConfigureAwait(false)).Owners.Select(plan => plan.Owner);
        foreach (var reader in told.Concat(owners).Append(escalation.RequesterId).Distinct())
        {
            await TellAsync(unit, reader, escalation, EscalationTexts.NobodyTold, DueOf(unit, escalation), ("told", names)).ConfigureAwait(false);
        }
    }

    public async Task TellWaitOverAsync(UnitOfWork unit, Escalation escalation, string reason)
    {
        var reader = escalation.AcknowledgedBy ?? (await duty.AtAsync(unit, unit.Now).ConfigureAwait(false)).OnDuty?.Owner;
        if (reader is { } member) await TellAsync(unit, member, escalation, EscalationTexts.WaitOver, escalation.NextDue?.DueAt ?? unit.Now, ("reason", ReplyValue.Typed(reason))).ConfigureAwait(false);
    }

    /// <summary>Whoever asked and whoever follows hears that the customer was answered, or the matter solved; not whoever said so.</summary>
    /// <param name="asker">Asks whoever reported it how it was; null for no question (rule C11).</param>
    public async Task TellOthersAsync(UnitOfWork unit, Escalation escalation, Member by, ReplyText text, string note, SatisfactionAsker? asker)
    {
        foreach (var reader in await ConcernedAsync(unit, escalation).ConfigureAwait(false))
        {
            if (reader == by.Id) continue;
            var card = new Card(
                texts.Say(
                    text,
                    ("member", by.AsRun()),
                    ("number", escalation.Number),
                    ("customer", ReplyValue.Typed(escalation.Customer)),
                    ("note", note.Length == 0 ? RichText.Empty : RichText.Plain(": ").Then(RichText.Typed(note)))),
                Item: escalation.Number);
            if (asker is not null && reader == escalation.RequesterId)
            {
                card = await asker.AddToAsync(unit, card, (escalation.Number, escalation.Customer), reader, by.Id).ConfigureAwait(false);
            }

            await outbox.TellAsync(unit, reader, card).ConfigureAwait(false);
        }
    }

    /// <summary>A deadline that everybody was told has moved, with the reason; said once (rule T7).</summary>
    public async Task TellMovedAsync(UnitOfWork unit, Escalation escalation, Instant old, Instant moved, string reason)
    {
        var onDuty = (await duty.AtAsync(unit, unit.Now).ConfigureAwait(false)).OnDuty?.Owner;
        var readers = (await ConcernedAsync(unit, escalation).ConfigureAwait(false)).Concat((escalation.AcknowledgedBy ?? onDuty) is { } owner ? [owner] : []);
        foreach (var reader in readers.Distinct())
        {
            var zone = await ZoneAsync(unit, reader).ConfigureAwait(false);
            await outbox.TellAsync(
                unit,
                reader,
                texts.Say(
                    EscalationTexts.TellMoved,
                    ("number", escalation.Number),
                    ("customer", ReplyValue.Typed(escalation.Customer)),
                    ("old", Moment(unit, old, zone)),
                    ("new", Moment(unit, moved, zone)),
                    ("reason", ReplyValue.Typed(reason))),
                escalation.Number).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<MemberId>> ConcernedAsync(UnitOfWork unit, Escalation escalation) =>
        [.. (await followers.OfAsync(unit.Db, unit.Workspace.Id, escalation.Number).ConfigureAwait(false)).Prepend(escalation.RequesterId).Distinct()];

    private async Task TellAsync(
        UnitOfWork unit, MemberId reader, Escalation escalation, ReplyText text, Instant due, params (string Name, ReplyValue Value)[] more)
    {
        var zone = await ZoneAsync(unit, reader).ConfigureAwait(false);
        (string, ReplyValue)[] values =
        [
            ("number", escalation.Number),
            ("customer", ReplyValue.Typed(escalation.Customer)),
            ("what", Say.Title(escalation.What)),
            ("due", Moment(unit, due, zone)),
            .. more,
        ];
        await outbox.TellAsync(unit, reader, new Card(texts.Say(text, values), [.. Controls(escalation)], escalation.Number)).ConfigureAwait(false);
    }

    private static IEnumerable<Control> Controls(Escalation escalation)
    {
        if (escalation is { FirstAnsweredAt: null, AcknowledgedAt: null }) yield return Press(EscalationVerbs.Acknowledge, "I have it", ButtonStyle.Primary);
        yield return Press(EscalationVerbs.Answered, "Answered");

        Button Press(string verb, string label, ButtonStyle style = ButtonStyle.Normal) =>
            new(new ControlId(verb, escalation.Number, escalation.Revision).ToString(), label, style);
    }

    private static Instant DueOf(UnitOfWork unit, Escalation escalation) => escalation.Latest(ClockKind.FirstAnswer)?.DueAt ?? unit.Now;

    private async Task<DateTimeZone> ZoneAsync(UnitOfWork unit, MemberId reader) =>
        (await members.FindAsync(unit.Db, unit.Workspace.Id, reader).ConfigureAwait(false))?.ZoneOr(unit.Workspace) ?? unit.Workspace.TimeZone;

    private static ReplyValue Moment(UnitOfWork unit, Instant at, DateTimeZone zone) => Say.Moment(at, unit.Now, zone, unit.Workspace.TimeZone);

    private async Task<ReplyValue> NamesAsync(UnitOfWork unit, IReadOnlyList<MemberId> ids)
    {
        if (ids.Count == 0) return ReplyValue.Words("nobody");
        var all = (await members.AllAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false)).ToDictionary(member => member.Id, member => member.Name);
        return ReplyValue.Typed(string.Join(", ", ids.Select(id => all.GetValueOrDefault(id, id.Value))));
    }
}

/// <summary>Somebody had a matter until a moment, and has not answered.</summary>
internal readonly record struct Freed(MemberId By, Instant At);
