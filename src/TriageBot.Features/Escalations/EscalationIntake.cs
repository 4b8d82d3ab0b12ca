using System.Globalization;
using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Core.Duty;
using TriageBot.Core.Escalations;
using TriageBot.Core.Urgent;
using TriageBot.Features.BreakGlass;
using TriageBot.Features.Dates;
using TriageBot.Features.Duty;
using TriageBot.Features.Urgent;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Escalations;

/// <summary>Takes customer matters in: <c>/escalate</c>, a matter reopened too late, and a new one that turns out to be an open one.</summary>
internal sealed class EscalationIntake(EscalationChanger changer, EscalationReceipts receipts, EscalationActs acts, FollowerStore followers, EscalationIntakeParts parts)
{
    /// <summary>Similar matters of one customer are asked about for so much working time of the service (rule H11).</summary>
    private static readonly Duration SimilarFor = Duration.FromHours(8);

    public async Task<Reply> EscalateAsync(Turn turn)
    {
        var (customer, what) = (await SpelledAsync(turn, turn.Value("customer") ?? "").ConfigureAwait(false), turn.Value("what") ?? "");
        var due = DueColumns.None;
        if (turn.Value("due") is { } typed)
        {
            var read = await parts.Due.ReadAsync(turn, typed).ConfigureAwait(false);
            if (read is DueInputResult.Answer answer) return answer.Reply;
            due = ((DueInputResult.Read)read).Columns;
        }

        var others = await OthersAsync(turn, customer).ConfigureAwait(false);
        if (others.LastOrDefault(open => SameText.Of(open.What) == SameText.Of(what)) is { } same)
        {
            await followers.FollowAsync(turn.Unit, same.Number, turn.Author.Id).ConfigureAwait(false);
            return await acts.ShowAsync(turn, same, parts.Texts.Say(EscalationTexts.SameOpen, ("number", same.Number))).ConfigureAwait(false);
        }

        return await OpenAsync(turn, new Escalation { Customer = customer, What = what, DueOn = due.On, DueLocal = due.Local, DueZone = due.Zone }, others).ConfigureAwait(false);
    }

    public async Task<Reply> OpenAgainAsync(Turn turn, Escalation old, string note)
    {
        var what = note.Length == 0 ? old.What : Features.Say.Shorten($"{old.What}: {note}", Escalation.LongestWhat);
        return await OpenAsync(
            turn,
            new Escalation { Customer = old.Customer, What = what, LinkedNumber = old.Number },
            await OthersAsync(turn, old.Customer).ConfigureAwait(false),
            number => parts.Texts.Say(EscalationTexts.Reopened, ("number", number), ("old", old.Number))).ConfigureAwait(false);
    }

    /// <summary>The new one joins the open one: its requester follows that, and nothing of the new one is measured.</summary>
    public async Task<Reply> JoinAsync(Turn turn)
    {
        var other = long.TryParse(turn.Control.Extra, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var (mine, terms) = await acts.FindAsync(turn, turn.Control.Item).ConfigureAwait(false);
        var (open, _) = await acts.FindAsync(turn, other).ConfigureAwait(false);
        if (mine is null || terms is null || open is null || mine.State == EscalationState.Solved || open.State == EscalationState.Solved || mine.Revision != turn.Control.Revision)
        {
            return parts.Texts.Private(EscalationTexts.AlreadyJoined);
        }

        await changer.Store.AddEventAsync(turn.Unit, open.Number, EscalationEventKind.Joined, turn.Author.Id.Value, mine.What).ConfigureAwait(false);
        foreach (var follower in (await followers.OfAsync(turn.Db, turn.Workspace.Id, mine.Number).ConfigureAwait(false)).Append(mine.RequesterId))
        {
            await followers.FollowAsync(turn.Unit, open.Number, follower).ConfigureAwait(false);
        }

        await parts.Clocks.RemoveAsync(turn.Unit, mine.Number).ConfigureAwait(false);
        var joined = mine with { State = EscalationState.Solved, SolvedAt = turn.Now, SolvedBy = turn.Author.Id, LinkedNumber = open.Number, Clocks = [] };
        await changer.SaveAsync(turn.Unit, joined, terms, new EscalationAct(EscalationEventKind.Joined, $"{turn.Author.Name} added it to #{open.Number}", turn.Author.Id)).ConfigureAwait(false);
        await parts.Held.ReleaseAsync(turn.Unit, mine, turn.Author.Id).ConfigureAwait(false);
        return await acts.ShowAsync(turn, open, parts.Texts.Say(EscalationTexts.Joined, ("number", mine.Number), ("other", open.Number))).ConfigureAwait(false);
    }

    /// <param name="others">What is open of the same customer.</param>
    private async Task<Reply> OpenAsync(Turn turn, Escalation draft, IReadOnlyList<Escalation> others, Func<long, RichText>? first = null)
    {
        var duty = await parts.Duty.AtAsync(turn.Unit, turn.Now).ConfigureAwait(false);
        var terms = await parts.Levels.TermsOfAsync(turn.Unit, draft.Customer).ConfigureAwait(false);
        var similar = others.LastOrDefault(open => terms.Calendar.WorkingTime(open.OpenedAt, turn.Now) <= SimilarFor && SimilarText.Of(open.What, draft.What));
        var number = await parts.Workspaces.NextNumberAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        var opened = EscalationRules.Open(draft with { Number = number, RequesterId = turn.Author.Id }, terms, turn.Now);
        var reader = DutyRules.ReaderOf(duty, EscalationHeld.LimitOf(opened, terms.Calendar), turn.Now);
        if (reader is null) return parts.Texts.Private(UrgentTexts.NoOwner);
        var escalation = opened with { OwnerId = reader.Owner, CardTo = CardPlace(turn, reader) };
        await changer.OpenAsync(turn.Unit, escalation, terms, turn.Author.Id.Value).ConfigureAwait(false);
        var place = await parts.Held.HoldAsync(turn.Unit, reader, escalation, new HeldUnder(terms.Calendar, duty.Span?.Taker == reader.Owner ? duty.Span.Number : null)).ConfigureAwait(false);
        var raised = await parts.Alarm.RaiseAsync(turn, number, escalation.What, terms.At(turn.Now).Emergency).ConfigureAwait(false);
        var receipt = await receipts.CardAsync(turn, escalation, new ReceiptFacts(terms, reader, place, similar, first?.Invoke(number)) { WentAtOnce = raised is not null }).ConfigureAwait(false);
        return new Reply.Private(raised is { } above ? receipt with { Text = RichText.Lines(above, receipt.Text) } : receipt);
    }

    /// <summary>The channel it was typed in; from a private conversation, the channel of the owner's agenda.</summary>
    private static string CardPlace(Turn turn, OwnerPlan onDuty) => turn.Incoming.Where is Destination.Channel channel
        ? channel.ToString()
        : onDuty.AgendaChannel.Length > 0 ? new Destination.Channel(onDuty.AgendaChannel).ToString() : "";

    /// <summary>A customer whom nobody has added yet still is one and the same in every spelling.</summary>
    private async Task<string> SpelledAsync(Turn turn, string typed) =>
        await changer.Store.HasCustomerAsync(turn.Db, turn.Workspace.Id, typed).ConfigureAwait(false)
            ? typed
            : (await changer.Store.CustomersAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false)).FirstOrDefault(name => CustomerName.Same(name) == CustomerName.Same(typed)) ?? typed;

    private Task<IReadOnlyList<Escalation>> OthersAsync(Turn turn, string customer) => changer.Store.OpenAsync(turn.Db, turn.Workspace.Id, customer);
}

/// <summary>What the intake of escalations reaches.</summary>
internal sealed record EscalationIntakeParts(
    DutyRoster Duty, ServiceLevels.LevelBook Levels, WorkspaceStore Workspaces, DueInput Due, EscalationHeld Held, SafetyAlarm Alarm, ClockStore Clocks, ReplyTexts Texts);
