using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time.DueDates;
using TriageBot.Core.Urgent;
using TriageBot.Features.BreakGlass;
using TriageBot.Features.Breaks;
using TriageBot.Features.Customers;
using TriageBot.Features.Dates;
using TriageBot.Features.Duty;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Urgent;

/// <summary>The private answer to <c>/urgent</c>: number, honest time, what else can be done (rules H3, O7).</summary>
internal sealed class Receipts(UrgentStore urgent, BreakStore breaks, ReceiptParts parts, ReplyTexts texts, HoldSettings settings)
{
    /// <summary>Places beyond this are not shown: they say little and worry much (rule H3).</summary>
    private const int LastShownPlace = 5;

    /// <param name="note">What to say about the date it is needed by, besides the date.</param>
    public async Task<Card> CardAsync(Turn turn, OwnerPlan plan, HeldMessage message, RichText? note = null)
    {
        var owner = await parts.Members.FindAsync(turn.Db, turn.Workspace.Id, plan.Owner).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"Owner '{plan.Owner}' is no member.");
        var place = await PlaceAsync(turn, plan, message).ConfigureAwait(false);
        var open = await breaks.FindOpenAsync(turn.Db, turn.Workspace.Id, plan.Owner).ConfigureAwait(false);
        var view = new View(turn, plan, message, owner.AsRun()) { Away = await parts.AwayAsync(turn, plan, owner).ConfigureAwait(false), Note = note };
        var question = await parts.Naming.AskAsync(turn.Unit, message.Customer, message.Number).ConfigureAwait(false);
        var similar = await parts.Similar.AskAsync(turn, plan, message).ConfigureAwait(false);
        return similar.AddTo(question.AddTo(new Card(RichText.Lines(Lines(view, place, open)), [.. Controls(message)], message.Number)));
    }

    /// <returns>The place in the queue; null beyond the last that is shown.</returns>
    private async Task<int?> PlaceAsync(Turn turn, OwnerPlan plan, HeldMessage message)
    {
        // Without a date of its own it stands behind all that have waited longer: a long queue need not be read to know that it is long.
        var isPlain = message.SkipCount == 0 && !HasDue(message) && message.IsForKeyCustomer is not true;
        if (isPlain && await urgent.HaveWaitedLongerAsync(turn.Db, turn.Workspace.Id, message, LastShownPlace).ConfigureAwait(false)) return null;
        var held = await urgent.HeldAsync(turn.Db, turn.Workspace.Id, plan.Owner).ConfigureAwait(false);
        var place = HeldOrder.Sort(held, plan.Calendar, settings).Index().First(entry => entry.Item.Number == message.Number).Index + 1;
        return place <= LastShownPlace ? place : null;
    }

    /// <summary>A receipt of whoever covers for the owner that was asked for says that it is so.</summary>
    public async Task<Card> InsteadOfAsync(Turn turn, OwnerPlan asked, Card receipt)
    {
        var owner = await parts.Members.FindAsync(turn.Db, turn.Workspace.Id, asked.Owner).ConfigureAwait(false);
        return owner is not null && await parts.AwayAsync(turn, asked, owner).ConfigureAwait(false) is { } away ? receipt with { Text = RichText.Lines(away, receipt.Text) } : receipt;
    }

    private IEnumerable<RichText> Lines(View view, int? place, BreakSession? open)
    {
        var (turn, plan, message, owner) = view;
        yield return message.AskedCount > 1
            ? texts.Say(UrgentTexts.Again, Number(message), What(message), ("owner", owner), ("break", view.At(message.ReleaseAt)), view.Promise, ("count", message.AskedCount))
            : texts.Say(UrgentTexts.Held, Number(message), What(message), ("owner", owner), ("break", view.At(message.ReleaseAt)), view.Promise);
        if (open is not null && open.EndAt - turn.Now >= HoldRules.JoinWindow)
        {
            yield return texts.Say(UrgentTexts.Running, ("owner", owner), ("break", view.At(message.ReleaseAt)), view.Promise);
        }

        if (!plan.Calendar.IsOpen(turn.Now)) yield return texts.Say(UrgentTexts.Closed, ("owner", owner), ("open", view.At(plan.Calendar.NextOpen(turn.Now))));
        if (view.Away is { } away) yield return away;
        if (place is { } shown) yield return texts.Say(UrgentTexts.Place, ("place", Say.Ordinal(shown)));
        if (HeldOrder.DueOf(message, plan.Calendar) is { } due)
        {
            yield return texts.Say(due < message.PromisedAt ? UrgentTexts.DueMissed : UrgentTexts.DueKept, ("due", view.Due));
            if (view.Note is { } note) yield return note;
        }

        if (message.IfItWaits.Length > 0) yield return texts.Say(UrgentTexts.Harm, ("harm", ReplyValue.Typed(message.IfItWaits)));
        yield return turn.Workspace.Emergency.Length > 0
            ? texts.Say(UrgentTexts.CannotWaitHere, ("emergency", ReplyValue.Typed(turn.Workspace.Emergency)))
            : texts.Say(UrgentTexts.CannotWait, ("owner", owner));
        if (message.IfItWaits.Length == 0) yield return texts.Say(UrgentTexts.AskHarm, view.Promise);
        if (!HasDue(message)) yield return texts.Say(UrgentTexts.AskDue);
    }

    private static IEnumerable<Control> Controls(HeldMessage message)
    {
        if (message.IfItWaits.Length == 0)
        {
            foreach (var (extra, label) in UrgentHandlers.Harms) yield return Press("harm", label, extra);
        }

        yield return GlassHandlers.CannotWait(message.Number);
        yield return Press("withdraw", "Withdraw");
        yield return Press("solved", "Solved itself");
        if (!HasDue(message))
        {
            yield return new Select(
                new ControlId(UrgentHandlers.Latest, message.Number).ToString(),
                "By when at the latest?",
                [new("today", "Today"), new("tomorrow", "Tomorrow"), new(UrgentHandlers.AnotherDate, "Another date…")]);
        }

        Button Press(string verb, string label, string extra = "") => new(new ControlId(verb, message.Number, Extra: extra).ToString(), label);
    }

    private static bool HasDue(HeldMessage message) => message.DueOn is not null || message.DueLocal is not null;

    private static (string Name, ReplyValue Value) Number(HeldMessage message) => ("number", message.Number);

    private static (string Name, ReplyValue Value) What(HeldMessage message) => ("what", Say.Title(message.What));

    /// <summary>What every line needs: the requester's zone for every time (rules H3, T8).</summary>
    private sealed record View(Turn Turn, OwnerPlan Plan, HeldMessage Message, TextRun Owner)
    {
        /// <summary>That the owner is away, and who covers; null while they are there.</summary>
        public RichText? Away { get; init; }

        public RichText? Note { get; init; }

        public (string Name, ReplyValue Value) Promise { get; } = ("promise", Say.Moment(Message.PromisedAt, Turn.Now, Turn.AuthorZone, Plan.Calendar.Zone));

        /// <summary>As it was understood (rule D2), in the owner's zone as well where that is another (rule T1).</summary>
        public ReplyValue Due => new DueColumns(Message.DueOn, Message.DueLocal, Message.DueZone).Due is { } due
            ? ReplyValue.Words(DueText.EchoForBoth(due, Turn.Now, Plan.Calendar.Zone.Equals(Turn.AuthorZone) ? Plan.Calendar : Plan.Calendar.In(Turn.AuthorZone), Plan.Calendar))
            : RichText.Empty;

        public ReplyValue At(Instant moment) => Say.Moment(moment, Turn.Now, Turn.AuthorZone, Plan.Calendar.Zone);
    }
}

/// <summary>What a receipt looks up: the owner's name, whether the customer is known, and whether the matter is open already.</summary>
internal sealed record ReceiptParts(MemberStore Members, CustomerNaming Naming, SimilarMessages Similar, DutyRoster Duty, AwayParts Absent)
{
    /// <summary>That an owner is away, and who covers; null while they are there.</summary>
    public async Task<RichText?> AwayAsync(Turn turn, OwnerPlan plan, Member owner) => plan.AwayAt(turn.Now) is not { } away ? null : Absent.Texts.Say(
        DutyTexts.ReceiptAway,
        ("owner", owner.AsRun()),
        ("until", Say.Moment(away.Until, turn.Now, turn.AuthorZone, plan.Calendar.Zone)),
        ("cover", await Absent.CoverAsync(turn.Unit, await Duty.InsteadOfAsync(turn.Unit, plan, turn.Now).ConfigureAwait(false)).ConfigureAwait(false)));
}
