using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Features.Customers;
using TriageBot.Features.Tasks;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Promises;

/// <summary>What <c>/promises</c> is asked for.</summary>
/// <param name="Customer">Null for all.</param>
/// <param name="IsWhole">Of all time, the kept ones among them.</param>
internal sealed record PromiseFilter(string? Customer, bool IsWhole)
{
    /// <summary>As it stands in the buttons that turn the page; a name too long for one shows all.</summary>
    public string Text => (IsWhole ? "a" : "-") + (Customer is { Length: < ControlId.LongestExtra } name ? name : "");

    public static PromiseFilter Read(string text) => new(text.Length > 1 ? text[1..] : null, text.StartsWith('a'));
}

/// <summary><c>/promises</c>: what is owed by due date, how promises were kept, and every miss with its cause (rule C6).</summary>
internal sealed class PromiseLists(PromiseStore promises, PromiseCards cards, CustomerStore customers, MemberStore members, ReplyTexts texts)
{
    /// <summary>What is counted unless all is asked for.</summary>
    private const int Days = 90;

    private const int TitleLength = 80;
    private const int LongestLabel = 100;

    public async Task<Reply> ListAsync(Turn turn)
    {
        var (customer, isWhole) = (turn.Value("customer"), turn.Value("all") == "yes");
        // "/promises all", unless a customer has that name.
        if (customer?.Equals("all", StringComparison.OrdinalIgnoreCase) == true && await customers.FindAsync(turn.Db, turn.Workspace.Id, customer).ConfigureAwait(false) is null)
        {
            (customer, isWhole) = (null, true);
        }

        return new Reply.Private(await CardAsync(turn, new PromiseFilter(customer, isWhole), page: 0).ConfigureAwait(false));
    }

    public async Task<Reply> TurnPageAsync(Turn turn) =>
        new Reply.Update(await CardAsync(turn, PromiseFilter.Read(turn.Control.Extra), (int)turn.Control.Item).ConfigureAwait(false));

    private async Task<Card> CardAsync(Turn turn, PromiseFilter filter, int page)
    {
        var since = filter.IsWhole ? Instant.FromUnixTimeMilliseconds(0) : turn.Now - Duration.FromDays(Days);
        var owed = await promises.OwedAsync(turn.Db, turn.Workspace.Id, filter.Customer).ConfigureAwait(false);
        var closed = await promises.ClosedAsync(turn.Db, turn.Workspace.Id, filter.Customer, since).ConfigureAwait(false);
        var shown = owed.Concat(closed.Where(promise => filter.IsWhole || PromiseRules.IsMiss(promise))).ToList();
        var tally = await promises.TallyAsync(turn.Db, turn.Workspace.Id, filter.Customer, since).ConfigureAwait(false);
        var ofPage = ListPage.Of(shown, page);
        var people = await members.ByIdAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        ImmutableArray<Choice> choices = [.. ofPage.Items.Select(promise => new Choice(
            promise.Number.ToString(CultureInfo.InvariantCulture), Say.Shorten($"#{promise.Number} {promise.Customer}: {promise.What}", LongestLabel)))];
        return new Card(
            RichText.Lines(
            [
                owed.Count == 0 ? texts.Say(PromiseTexts.ListEmpty) : texts.Say(PromiseTexts.List, ("count", owed.Count), ("label", ReplyValue.Words(ofPage.Label))),
                .. ofPage.Items.Select(promise => Line(turn, promise, people)),
                Tally(tally, filter),
            ]),
            [
                .. choices.IsEmpty ? Array.Empty<Control>() : [new Select(new ControlId(PromiseVerbs.Open).ToString(), "Keep, move, hand over…", choices)],
                .. ofPage.Buttons(number => new ControlId(PromiseVerbs.Page, number, Extra: filter.Text)),
            ]);
    }

    private RichText Line(Turn turn, Promise promise, IReadOnlyDictionary<MemberId, Member> people)
    {
        var line = texts.Say(
            PromiseTexts.ListLine,
            ("number", promise.Number),
            ("customer", ReplyValue.Typed(promise.Customer)),
            ("what", Say.Title(promise.What, TitleLength)),
            ("due", ReplyValue.Words(PromiseCards.DueOf(promise, turn))),
            ("maker", people.TryGetValue(promise.MakerId, out var maker) ? maker.AsRun() : ReplyValue.Typed(promise.MakerId.Value)),
            ("state", ReplyValue.Words(PromiseCards.StateOf(promise))));
        return PromiseRules.IsMiss(promise) ? line.Then(" · ").Then(cards.Cause(promise)) : line;
    }

    private RichText Tally(PromiseTally tally, PromiseFilter filter)
    {
        var days = ("days", filter.IsWhole ? ReplyValue.Words("so far") : ReplyValue.Words($"in {Days} days"));
        return tally.KeptPercent is { } percent
            ? texts.Say(
                PromiseTexts.Tally, days, ("percent", percent), ("kept", tally.Kept), ("judged", tally.Judged), ("late", tally.Late), ("broken", tally.Broken),
                ("renegotiated", tally.Renegotiated), ("withdrawn", tally.Withdrawn))
            : texts.Say(PromiseTexts.NoTally, days, ("renegotiated", tally.Renegotiated), ("withdrawn", tally.Withdrawn));
    }
}
