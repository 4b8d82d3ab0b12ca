using NodaTime;
using TriageBot.Core.Access;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.Dates;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Duty;

/// <summary><c>/handoff</c> and the buttons of its two cards.</summary>
internal sealed class HandOffHandlers(HandOffs handOffs, DutyStore store, WhoHandlers who, AwayParts parts, HandOffParts more)
{
    public const string AcceptVerb = "handoff-accept";
    public const string DeclineVerb = "handoff-decline";
    public const string RecallVerb = "handoff-recall";

    private static readonly Duration Longest = Duration.FromDays(31);

    public async Task<Reply> HandOffAsync(Turn turn)
    {
        if (turn.Value("to") is not { } named) return await ShowAsync(turn).ConfigureAwait(false);
        var (mine, own) = await more.Intake.OwnerNamedAsync(turn, turn.Author.Id.Value).ConfigureAwait(false);
        if (mine is null) return own;
        var (taker, problem) = await more.Intake.OwnerNamedAsync(turn, named).ConfigureAwait(false);
        if (taker is null) return problem;
        if (taker.Owner == turn.Author.Id) return parts.Texts.Private(DutyTexts.HandOffSelf, turn.Typed);
        var (from, until, refusal) = await SpanAsync(turn, mine.Calendar).ConfigureAwait(false);
        if (refusal is not null) return refusal;
        if (until <= Instant.Max(from, turn.Now) || until - from > Longest) return parts.Texts.Private(DutyTexts.HandOffWhen, turn.Typed);
        if (taker.AwayAt(Instant.Max(from, turn.Now)) is not null) return parts.Texts.Private(DutyTexts.HandOffAway, ("member", await parts.Members.NameAsync(turn.Unit, taker.Owner).ConfigureAwait(false)), turn.Typed);
        var row = new DutyRow
        {
            Number = await more.Intake.Workspaces.NextNumberAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false),
            Kind = DutySpanKind.HandOff,
            GiverId = turn.Author.Id,
            TakerId = taker.Owner,
            FromAt = Instant.Max(from, turn.Now),
            UntilAt = until,
            State = DutySpanState.Offered,
            Revision = 1,
        };
        await handOffs.OfferAsync(turn.Unit, row, turn.Author.Id).ConfigureAwait(false);
        await OfferAsync(turn, row, taker).ConfigureAwait(false);
        var said = parts.Texts.Say(DutyTexts.Offered, ("member", await parts.Members.NameAsync(turn.Unit, taker.Owner).ConfigureAwait(false)), ("from", turn.At(row.FromAt)), ("until", turn.At(until)));
        return new Reply.Private(new Card(said, [Press(RecallVerb, row, "Take it back")]));
    }

    public Task<Reply> AcceptAsync(Turn turn) => AnswerAsync(turn, row => row.TakerId, async row =>
    {
        if (row.UntilAt <= turn.Now || !await handOffs.AcceptAsync(turn.Unit, row).ConfigureAwait(false)) return null;
        var (from, until) = (Instant.Max(row.FromAt, turn.Now), row.UntilAt ?? turn.Now);
        await handOffs.TellAsync(turn.Unit, row.GiverId, DutyTexts.TellAccepted, row.TakerId, ("from", from), ("until", until)).ConfigureAwait(false);
        var giver = await parts.Members.NameAsync(turn.Unit, row.GiverId ?? row.TakerId).ConfigureAwait(false);
        return new Card(parts.Texts.Say(DutyTexts.Accepted, ("from", turn.At(from)), ("until", turn.At(until)), ("member", giver)));
    });

    public Task<Reply> DeclineAsync(Turn turn) => AnswerAsync(turn, row => row.TakerId, async row =>
    {
        if (!await store.BecomesAsync(turn.Unit, row, DutySpanState.Declined).ConfigureAwait(false)) return null;
        await handOffs.TellAsync(turn.Unit, row.GiverId, DutyTexts.TellDeclined, row.TakerId).ConfigureAwait(false);
        return new Card(parts.Texts.Say(DutyTexts.Declined, ("member", await parts.Members.NameAsync(turn.Unit, row.GiverId ?? row.TakerId).ConfigureAwait(false))));
    });

    /// <summary>Offered, accepted or going on: the giver may have it back at any time.</summary>
    public Task<Reply> RecallAsync(Turn turn) => AnswerAsync(
        turn,
        row => row.GiverId ?? row.TakerId,
        async row =>
        {
            await handOffs.EndAsync(turn.Unit, row, DutySpanState.TakenBack).ConfigureAwait(false);
            if (row.State != DutySpanState.Running) await handOffs.TellAsync(turn.Unit, row.TakerId, DutyTexts.TellRecalled, turn.Author.Id).ConfigureAwait(false);
            return new Card(parts.Texts.Say(DutyTexts.Recalled));
        },
        anyOpen: true);

    private async Task<Reply> AnswerAsync(Turn turn, Func<DutyRow, MemberId> whose, Func<DutyRow, Task<Card?>> answer, bool anyOpen = false)
    {
        if (await store.FindAsync(turn.Unit, turn.Control.Item).ConfigureAwait(false) is not { } row) return more.Intake.Problems.NoSuchItem(turn.Control.Item);
        if (Policy.Decide(turn.Actor, new Act.AnswerFor(whose(row))) is Verdict.Refused refused) return await more.Intake.Refusals.ReplyAsync(turn, refused, "This hand-off").ConfigureAwait(false);
        var card = row.State == DutySpanState.Offered || (anyOpen && row.IsOpen) ? await answer(row).ConfigureAwait(false) : null;
        if (card is not null) return new Reply.Update(card);
        var now = await store.FindAsync(turn.Unit, row.Number).ConfigureAwait(false) ?? row;
        return new Reply.Update(new Card(parts.Texts.Say(DutyTexts.AlreadyDecided, ("state", ReplyValue.Words(WhoHandlers.WordsOf(now.State))))));
    }

    private async Task OfferAsync(Turn turn, DutyRow row, OwnerPlan taker)
    {
        var held = (await more.Urgent.HeldAsync(turn.Db, turn.Workspace.Id, turn.Author.Id).ConfigureAwait(false)).Count;
        var text = parts.Texts.Say(
            DutyTexts.Offer,
            ("member", turn.Author.AsRun()),
            ("from", Say.Moment(row.FromAt, turn.Now, taker.Calendar.Zone, turn.Workspace.TimeZone)),
            ("until", Say.Moment(row.UntilAt ?? row.FromAt, turn.Now, taker.Calendar.Zone, turn.Workspace.TimeZone)),
            ("count", held));
        await parts.Outbox.TellAsync(turn.Unit, taker.Owner, new Card(text, [Press(AcceptVerb, row, "Accept", ButtonStyle.Primary), Press(DeclineVerb, row, "Decline")])).ConfigureAwait(false);
    }

    /// <summary>"12:30-13:30", "14:00", "fri 12:00 to fri 14:00".</summary>
    private async Task<(Instant From, Instant Until, Reply? Problem)> SpanAsync(Turn turn, WorkCalendar calendar)
    {
        var typed = turn.Value("when") ?? "";
        var separator = typed.Contains(" to ", StringComparison.OrdinalIgnoreCase) ? " to " : "-";
        var ends = typed.Replace('–', '-').Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // A date with hyphens is one end, not three.
        if (ends.Length is 0 or > 2) ends = [typed];
        var moments = new List<Instant>();
        foreach (var end in ends)
        {
            if (TimeText.ReadClock(end) is { } clock)
            {
                var at = ZoneTime.ToInstant(calendar.Today(turn.Now) + clock, calendar.Zone);
                var earliest = moments.Count > 0 ? moments[0] : turn.Now - Duration.FromMinutes(30);
                moments.Add(at < earliest ? ZoneTime.ToInstant(calendar.Today(turn.Now).PlusDays(1) + clock, calendar.Zone) : at);
                continue;
            }

            switch (await more.Intake.Due.ReadAsync(turn, end).ConfigureAwait(false))
            {
                case DueInputResult.Answer answer:
                    return (default, default, answer.Reply);
                case DueInputResult.Read { Due: DueValue.At at }:
                    moments.Add(ZoneTime.ToInstant(at.Local, at.Zone));
                    break;
                default:
                    return (default, default, parts.Texts.Private(DutyTexts.HandOffWhen, turn.Typed));
            }
        }

        return moments.Count == 1 ? (turn.Now, moments[0], null) : (moments[0], moments[1], null);
    }

    private async Task<Reply> ShowAsync(Turn turn)
    {
        var lines = await who.HandOffLinesAsync(turn).ConfigureAwait(false);
        if (lines.Count == 0) return parts.Texts.Private(DutyTexts.NoHandOffs);
        var mine = (await store.OpenAsync(turn.Unit).ConfigureAwait(false)).Where(row => row.GiverId == turn.Author.Id).Take(5);
        return new Reply.Private(new Card(RichText.Lines([.. lines]), [.. mine.Select(row => Press(RecallVerb, row, $"Take #{row.Number} back"))]));
    }

    private static Button Press(string verb, DutyRow row, string label, ButtonStyle style = ButtonStyle.Normal) =>
        new(new ControlId(verb, row.Number, row.Revision).ToString(), label, style);
}

/// <summary>What the commands of hand-offs look up.</summary>
internal sealed record HandOffParts(IntakeParts Intake, UrgentStore Urgent);
