using System.Collections.Immutable;
using TriageBot.Core.Access;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time.DueDates;
using TriageBot.Core.Urgent;
using TriageBot.Features.BreakGlass;
using TriageBot.Features.Dates;

namespace TriageBot.Features.Urgent;

/// <summary>Takes urgent messages in: <c>/urgent</c>, the message menu, and the questions of the receipt.</summary>
internal sealed class UrgentHandlers(UrgentStore urgent, Holding holding, Receipts receipts, IntakeParts parts, SafetyAlarm alarm)
{
    public const string AnotherDate = "another";

    /// <summary>Verb of what sets by when a message is needed at the latest.</summary>
    public const string Latest = "latest";

    /// <summary>Answers to "what happens if this waits": id, and words for button and record.</summary>
    public static readonly IReadOnlyList<(string Id, string Words)> Harms =
    [
        ("nothing", "It can wait"),
        ("customer", "A customer is stuck"),
        (BusinessStops, "The business may stop"),
    ];

    private const string BusinessStops = "stop";

    public async Task<Reply> HoldAsync(Turn turn)
    {
        var what = turn.Value("what") ?? "";
        if (turn.Value("due") is not { } typed)
        {
            var (found, date) = await DueInAsync(turn, what).ConfigureAwait(false);
            return await HoldAsync(turn, what, found, date).ConfigureAwait(false);
        }

        return await parts.Due.ReadAsync(turn, typed, parts.Texts.Say(UrgentTexts.Once)).ConfigureAwait(false) switch
        {
            DueInputResult.Read due => await HoldAsync(turn, what, due.Columns, Said(due, before: null)).ConfigureAwait(false),
            DueInputResult.Answer answer => answer.Reply,
            _ => throw new InvalidOperationException("Unknown outcome of reading a date."),
        };
    }

    public Task<Reply> HoldFromMenuAsync(Turn turn) => turn.Incoming.Body is IncomingBody.MenuUsed { MessageText: var text } && text.Trim().Length > 0
        ? HoldAsync(turn, text.Trim()[..Math.Min(text.Trim().Length, UrgentCommands.MaxLength)], DueColumns.None, LatestSaid.Nothing)
        : Task.FromResult(parts.Problems.BadValue("This message has no text that could be held.", ""));

    /// <summary>Talk in the private conversation is most likely a question that should not get lost.</summary>
    public Task<Reply> HintAsync(Turn turn)
    {
        var typed = turn.Incoming.Body is IncomingBody.Typed { Text: var text } ? text : "";
        var hold = new Button(new ControlId("hold-talk").ToString(), UrgentCommands.Menu);
        return Task.FromResult<Reply>(new Reply.Private(new Card(parts.Texts.Say(UrgentTexts.TalkHint, ("typed", Say.Title(typed))), typed.Length is > 0 and <= 50
            ? [hold with { Id = new ControlId("hold-talk", Extra: typed).ToString() }]
            : [])));
    }

    public Task<Reply> HoldTalkAsync(Turn turn) => HoldAsync(turn, turn.Control.Extra, DueColumns.None, LatestSaid.Nothing);

    /// <summary>The requester's choice of what happens if it waits (rule O7).</summary>
    public Task<Reply> SetHarmAsync(Turn turn) => ChangeAsync(turn, LatestSaid.Nothing, message =>
        urgent.SetHarmAsync(
            turn.Db,
            turn.Workspace.Id,
            message.Number,
            Harms.FirstOrDefault(harm => harm.Id == turn.Control.Extra).Words ?? "",
            turn.Control.Extra == BusinessStops));

    /// <summary>The requester's latest date: chosen, typed into the form, or named by the button itself.</summary>
    public async Task<Reply> SetLatestAsync(Turn turn)
    {
        var typed = turn.Value("when") ?? (turn.Choice.Length > 0 ? turn.Choice : turn.Control.Extra);
        if (typed == AnotherDate)
        {
            var field = new FormField("when", "By when at the latest?", Hint: "today 16:00, fri, 2026-03-20", MaxLength: DueDateReader.MaxLength);
            return new Reply.Open(new Form(turn.Control.ToString(), "Latest date", [field], turn.Control.Item));
        }

        var read = await parts.Due.ReadAsync(turn, typed, parts.Texts.Say(UrgentTexts.Once)).ConfigureAwait(false);
        if (read is not DueInputResult.Read due) return ((DueInputResult.Answer)read).Reply;
        var before = await urgent.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false);
        return await ChangeAsync(turn, Said(due, before), message => urgent.SetDueAsync(turn.Db, turn.Workspace.Id, message.Number, due.Columns)).ConfigureAwait(false);
    }

    /// <summary>The other reading of a date just set, and the date there was before it (rule D2); a clock change that it meets (rule T4).</summary>
    /// <param name="before">Null for a new message.</param>
    private static LatestSaid Said(DueInputResult.Read due, HeldMessage? before)
    {
        var was = before is null ? null : new DueColumns(before.DueOn, before.DueLocal, before.DueZone).Due;
        return due.Columns == DueColumns.None && was is null
            ? LatestSaid.Nothing
            : new LatestSaid([.. DateOffer.Other(Latest, due), new DateOffer(Latest, DueText.Name(was ?? new DueValue.None(), due.Calendar), "Undo")], due.Note);
    }

    /// <summary>What a form says, for the owner it names.</summary>
    public async Task<Reply> HoldForAsync(Turn turn, string owner)
    {
        var what = turn.Value("what") ?? "";
        var (plan, problem) = await parts.OwnerNamedAsync(turn, owner).ConfigureAwait(false);
        if (plan is null) return problem;
        var (due, date) = await DueInAsync(turn, what).ConfigureAwait(false);
        return await HoldNamedAsync(turn, plan, what, due, date).ConfigureAwait(false);
    }

    private async Task<Reply> ChangeAsync(Turn turn, LatestSaid date, Func<HeldMessage, Task> change)
    {
        var message = await urgent.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false);
        if (message is null) return parts.Problems.NoSuchItem(turn.Control.Item);
        if (Policy.Decide(turn.Actor, new Act.ChangeRequest(message.RequesterId)) is Verdict.Refused refused)
        {
            return await parts.Refusals.ReplyAsync(turn, refused, $"#{message.Number}").ConfigureAwait(false);
        }

        if (message.State != UrgentState.Held) return parts.AlreadyClosed(message);
        var plan = await parts.Owners.FindAsync(turn.Db, turn.Workspace, message.OwnerId).ConfigureAwait(false);
        if (plan is null) return parts.Problems.NoSuchItem(message.Number);
        await change(message).ConfigureAwait(false);
        var changed = await urgent.FindAsync(turn.Db, turn.Workspace.Id, message.Number).ConfigureAwait(false) ?? message;
        return new Reply.Update(await ReceiptAsync(turn, plan, changed, date).ConfigureAwait(false));
    }

    private async Task<Reply> HoldAsync(Turn turn, string what, DueColumns due, LatestSaid date)
    {
        if (turn.Value("for") is { } typed)
        {
            var (named, problem) = await parts.OwnerNamedAsync(turn, typed).ConfigureAwait(false);
            return named is null ? problem : await HoldNamedAsync(turn, named, what, due, date).ConfigureAwait(false);
        }

        var duty = await parts.Duty.AtAsync(turn.Unit, turn.Now).ConfigureAwait(false);
        // Where everybody is away it still is held, for whoever would have it: nothing that was asked is lost.
        return (duty.OnDuty ?? duty.Nominal) is { } plan
            ? await HoldAsync(turn, (plan, what, duty.Span?.Number), due, date).ConfigureAwait(false)
            : parts.Texts.Private(UrgentTexts.NoOwner);
    }

    /// <summary>What is asked of an owner by name; while they are away whoever covers reads it (rule H9).</summary>
    private async Task<Reply> HoldNamedAsync(Turn turn, OwnerPlan named, string what, DueColumns due, LatestSaid date)
    {
        if (await parts.Duty.InsteadOfAsync(turn.Unit, named, turn.Now).ConfigureAwait(false) is not { } cover) return await HoldAsync(turn, (named, what, null), due, date).ConfigureAwait(false);
        var reply = await HoldAsync(turn, (cover, what, null), due, date).ConfigureAwait(false);
        return reply is Reply.Private(var receipt) ? new Reply.Private(await receipts.InsteadOfAsync(turn, named, receipt).ConfigureAwait(false)) : reply;
    }

    private async Task<Reply> HoldAsync(Turn turn, (OwnerPlan Plan, string What, long? Duty) said, DueColumns due, LatestSaid date)
    {
        var (plan, what, duty) = said;
        var asked = new HeldMessage
        {
            OwnerId = plan.Owner,
            RequesterId = turn.Author.Id,
            What = what,
            Customer = turn.Value("customer") ?? "",
            IfItWaits = turn.Value("if-it-waits") ?? "",
            Link = turn.Incoming.Body is IncomingBody.MenuUsed used ? used.Link : "",
            DueOn = due.On,
            DueLocal = due.Local,
            DueZone = due.Zone,
            WaitingSinceAt = turn.Now,
            DutyNumber = duty,
        };
        var held = await MergeAsync(turn, asked).ConfigureAwait(false) ?? await InsertAsync(turn, plan, asked).ConfigureAwait(false);
        var raised = await alarm.RaiseAsync(turn, held.Number, held.What).ConfigureAwait(false);
        var receipt = await ReceiptAsync(turn, plan, held, date).ConfigureAwait(false);
        return new Reply.Private(raised is { } first ? alarm.Receipt(first, held, receipt) : receipt);
    }

    /// <summary>
    /// The date at the end of what was typed (rule D1). Where it could be several, the receipt asks, with each on a button; what happens again and again names no day.
    /// </summary>
    private async Task<(DueColumns Due, LatestSaid Date)> DueInAsync(Turn turn, string what)
    {
        switch ((await parts.Due.FindAsync(turn, what).ConfigureAwait(false))?.Reading)
        {
            case DueReading.Value { Due: not DueValue.Repeating } value:
                var calendar = await parts.Due.CalendarAsync(turn).ConfigureAwait(false);
                return (DueColumns.Of(value.Due), Said(new DueInputResult.Read(value.Due, DueColumns.Of(value.Due), "", calendar, value.Other) { Note = DueInput.NoteOf(value) }, before: null));
            case DueReading.Ask ask:
                return (DueColumns.None, new LatestSaid(DateOffer.Readings(Latest, ask)));
            default:
                return (DueColumns.None, LatestSaid.Nothing);
        }
    }

    /// <returns>The held message that this one only repeats (rule H11).</returns>
    private async Task<HeldMessage?> MergeAsync(Turn turn, HeldMessage asked)
    {
        var same = await urgent.FindSameAsync(turn.Db, turn.Workspace.Id, asked, turn.Now - HoldRules.MergeWindow).ConfigureAwait(false);
        if (same is null) return null;
        await urgent.AskedAgainAsync(turn.Db, turn.Workspace.Id, same.Number, turn.Now).ConfigureAwait(false);
        // What is said about it for the first time is not lost.
        var due = new DueColumns(asked.DueOn, asked.DueLocal, asked.DueZone);
        if (due != DueColumns.None) await urgent.SetDueAsync(turn.Db, turn.Workspace.Id, same.Number, due).ConfigureAwait(false);
        if (asked.IfItWaits.Length > 0) await urgent.SetHarmAsync(turn.Db, turn.Workspace.Id, same.Number, asked.IfItWaits, same.MayStopBusiness).ConfigureAwait(false);
        return await urgent.FindAsync(turn.Db, turn.Workspace.Id, same.Number).ConfigureAwait(false);
    }

    private async Task<HeldMessage> InsertAsync(Turn turn, OwnerPlan plan, HeldMessage asked)
    {
        var place = await holding.PlaceAsync(turn.Unit, plan).ConfigureAwait(false);
        var number = await parts.Workspaces.NextNumberAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        var message = await urgent.InsertAsync(turn.Db, turn.Workspace.Id, asked, number, place).ConfigureAwait(false);
        // How much its customer matters, the database knows.
        return message.Customer.Length == 0 ? message : await urgent.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false) ?? message;
    }

    private async Task<Card> ReceiptAsync(Turn turn, OwnerPlan plan, HeldMessage message, LatestSaid date) =>
        DateOffer.Above(await receipts.CardAsync(turn, plan, message, date.Note).ConfigureAwait(false), date.Offers, message.Number, revision: 0);
}

/// <summary>What a receipt says about a date just set, besides the date.</summary>
/// <param name="Offers">Other dates, for buttons.</param>
/// <param name="Note">A clock change that the time meets (rule T4).</param>
internal sealed record LatestSaid(ImmutableArray<DateOffer> Offers, RichText? Note = null)
{
    public static LatestSaid Nothing { get; } = new([]);
}
