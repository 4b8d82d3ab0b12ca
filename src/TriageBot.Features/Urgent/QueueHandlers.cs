using TriageBot.Core.Access;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time.DueDates;
using TriageBot.Core.Urgent;
using TriageBot.Features.Breaks;

namespace TriageBot.Features.Urgent;

/// <summary>Looks at held messages: <c>/queue</c> and <c>/why</c>, in the one order of rule H6.</summary>
internal sealed class QueueHandlers(UrgentStore urgent, Holding holding, IntakeParts parts, ReplyTexts texts, HoldSettings settings)
{
    private const int MostLines = 15;

    public async Task<Reply> QueueAsync(Turn turn)
    {
        var (plan, problem) = turn.Value("for") is { } typed
            ? await parts.OwnerNamedAsync(turn, typed).ConfigureAwait(false)
            : await parts.OwnerNamedAsync(turn, turn.Author.Id.Value).ConfigureAwait(false);
        if (plan is null) return problem;
        var held = await SortedAsync(turn, plan).ConfigureAwait(false);
        var next = (await holding.UpcomingAsync(turn.Unit, plan).ConfigureAwait(false)).FirstOrDefault(span => span.Start > turn.Now);
        var at = next is null ? ReplyValue.Words("not planned") : Say.Moment(next.Start, turn.Now, plan.Calendar.Zone);
        if (held.Count == 0) return texts.Private(UrgentTexts.QueueEmpty, ("next", at));
        var people = (await parts.Members.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false)).ToDictionary(member => member.Id, member => member.AsRun());
        var lines = held.Take(MostLines).Index().Select(entry => Line(turn, plan, entry.Item, entry.Index + 1, people[entry.Item.RequesterId]));
        IEnumerable<RichText> more = held.Count > MostLines ? [texts.Say(UrgentTexts.QueueMore, ("count", held.Count - MostLines))] : [];
        return new Reply.Private(new Card(
            RichText.Lines([texts.Say(UrgentTexts.QueueHead, ("count", held.Count), ("next", at)), .. lines, .. more]),
            [BreakNotices.StartButton(plan)]));
    }

    /// <returns>Null when no held message, now or formerly, has this number.</returns>
    public async Task<Reply?> WhyAsync(Turn turn, long number)
    {
        var message = await urgent.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false);
        if (message is null) return null;
        if (Policy.Decide(turn.Actor, new Act.LookAtRequest(message.RequesterId, message.OwnerId)) is Verdict.Refused refused)
        {
            return await parts.Refusals.ReplyAsync(turn, refused, $"#{number}").ConfigureAwait(false);
        }

        var plan = await parts.Owners.FindAsync(turn.Db, turn.Workspace, message.OwnerId).ConfigureAwait(false);
        return message.State == UrgentState.Held && plan is not null
            ? new Reply.Private(new Card(await ExplainAsync(turn, plan, message).ConfigureAwait(false), Item: number))
            : new Reply.Private(new Card(
                texts.Say(
                    UrgentTexts.WhyClosed,
                    ("number", number),
                    ("what", Say.Title(message.What)),
                    ("state", ReplyValue.Words(StateWords.Of(message.State)))),
                Item: number));
    }

    public static ReplyValue Asked(HeldMessage message) => ReplyValue.Words(message.AskedCount > 1 ? $" · asked {message.AskedCount}×" : "");

    /// <summary>Customer and text in one short line.</summary>
    public static ReplyValue Title(HeldMessage message) =>
        Say.Title(message.Customer.Length > 0 ? $"{message.Customer}: {message.What}" : message.What);

    private RichText Line(Turn turn, OwnerPlan plan, HeldMessage message, int place, TextRun requester)
    {
        (string, ReplyValue)[] values =
        [
            ("place", place), ("number", message.Number), ("what", Title(message)), ("requester", requester), ("waiting", Say.Span(message.WaitedAt(turn.Now, plan.Calendar))), ("asked", Asked(message)),
        ];
        return message.WentAtOnce
            ? texts.Say(UrgentTexts.QueueAtOnce, values)
            : texts.Say(UrgentTexts.QueueLine, [.. values, ("break", Say.Moment(message.ReleaseAt, turn.Now, plan.Calendar.Zone))]);
    }

    private async Task<RichText> ExplainAsync(Turn turn, OwnerPlan plan, HeldMessage message)
    {
        var held = await SortedAsync(turn, plan).ConfigureAwait(false);
        (string, ReplyValue)[] values =
        [
            ("number", message.Number),
            ("what", Title(message)),
            ("waiting", Say.Span(message.WaitedAt(turn.Now, plan.Calendar))),
            ("asked", Asked(message)),
            ("place", Say.Ordinal(held.Index().First(entry => entry.Item.Number == message.Number).Index + 1)),
            ("count", held.Count),
        ];
        if (message.WentAtOnce) return texts.Say(UrgentTexts.WhyAtOnce, values);
        return texts.Say(
            UrgentTexts.Why,
            [
                .. values,
                ("limit", Say.Span(settings.Ceiling)),
                ("deadline", Deadline(turn, plan, message)),
                ("break", Say.Moment(message.ReleaseAt, turn.Now, turn.AuthorZone, plan.Calendar.Zone)),
                ("promise", Say.Moment(message.PromisedAt, turn.Now, turn.AuthorZone, plan.Calendar.Zone)),
            ]);
    }

    /// <summary>Where the day it is needed by ends first, that day is said and not the moment of its end (rule T3).</summary>
    private ReplyValue Deadline(Turn turn, OwnerPlan plan, HeldMessage message)
    {
        var deadline = HeldOrder.DeadlineOf(message, plan.Calendar, settings);
        return message.DueOn is { } date && deadline == HeldOrder.DueOf(message, plan.Calendar)
            ? Say.Due(new DueValue.Day(date), turn.Now, plan.Calendar, turn.AuthorZone)
            : Say.Moment(deadline, turn.Now, turn.AuthorZone, plan.Calendar.Zone);
    }

    private async Task<IReadOnlyList<HeldMessage>> SortedAsync(Turn turn, OwnerPlan plan) =>
        HeldOrder.Sort(await urgent.HeldAsync(turn.Db, turn.Workspace.Id, plan.Owner).ConfigureAwait(false), plan.Calendar, settings);
}
