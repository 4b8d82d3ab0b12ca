using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Core.Time;
using TriageBot.Features.TimeLog;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Customers;

/// <summary>The page of one customer: who it is, what is open, what was noted.</summary>
internal sealed class CustomerCards(CustomerStore customers, MemberStore members, IEnumerable<ICustomerMatters> matters, CustomerPageParts parts, ReplyTexts texts)
{
    private const int MostMatters = 10;
    private const int MostNotes = 3;
    private const int TimeDays = 30;

    /// <param name="before">What was just done.</param>
    public async Task<Card> ShowAsync(Turn turn, Customer customer, params IReadOnlyList<RichText> before)
    {
        var open = await OpenAsync(turn, customer.Name).ConfigureAwait(false);
        var notes = await customers.NotesAsync(turn.Db, turn.Workspace.Id, customer.Id, MostNotes).ConfigureAwait(false);
        var people = await members.ByIdAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        var today = LogicalDay.Of(turn.Now, turn.AuthorZone, turn.Workspace.DayStart);
        var minutes = await parts.Time.MinutesAsync(turn.Unit, customer.Name, today.PlusDays(-TimeDays)).ConfigureAwait(false);
        var more = new List<RichText>();
        foreach (var capability in parts.Lines) more.AddRange(await capability.LinesAsync(turn, customer).ConfigureAwait(false));
        return new Card(RichText.Lines(
        [
            .. before,
            texts.Say(CustomerTexts.Head, ("name", ReplyValue.Typed(customer.Name)), ("facts", Facts(customer, turn))),
            .. customer.Contact.Length == 0 ? Array.Empty<RichText>() : [texts.Say(CustomerTexts.Contact, ("contact", ReplyValue.Typed(customer.Contact)))],
            customer.LastContactAt is { } at
                ? texts.Say(CustomerTexts.LastContact, ("when", turn.At(at)))
                : texts.Say(CustomerTexts.NoContact),
            .. minutes == 0 ? Array.Empty<RichText>() : [texts.Say(CustomerTexts.Time, ("days", TimeDays), ("time", Say.Span(Duration.FromMinutes(minutes))))],
            .. more,
            open.Count == 0 ? texts.Say(CustomerTexts.NothingOpen) : texts.Say(CustomerTexts.Open, ("count", open.Count)),
            .. open.Take(MostMatters).Select(matter => matter.Line),
            .. open.Count > MostMatters ? [texts.Say(CustomerTexts.MoreOpen, ("count", open.Count - MostMatters))] : Array.Empty<RichText>(),
            .. notes.Count == 0 ? Array.Empty<RichText>() : [texts.Say(CustomerTexts.Notes)],
            .. notes.Select(note => texts.Say(
                CustomerTexts.Note,
                ("day", ReplyValue.Words(TimeText.Day(LogicalDay.Of(note.NotedAt, turn.AuthorZone, turn.Workspace.DayStart), today))),
                ("member", people.TryGetValue(note.NotedBy, out var member) ? member.AsRun() : new TextRun(RunKind.Typed, note.NotedBy.Value)),
                ("note", ReplyValue.Typed(note.Note)))),
        ]));
    }

    public async Task<IReadOnlyList<CustomerMatter>> OpenAsync(Turn turn, string name)
    {
        var open = new List<CustomerMatter>();
        foreach (var capability in matters) open.AddRange(await capability.OpenAsync(turn, name).ConfigureAwait(false));
        // One number may be several things at once: a promise and its task, an escalation and its held message. What was made of it last says most.
        return [.. open.GroupBy(matter => matter.Number).Select(same => same.Last()).OrderBy(matter => matter.Since).ThenBy(matter => matter.Number)];
    }

    /// <summary>" · gold · key · Europe/London, 14:03 there"</summary>
    public static ReplyValue Facts(Customer customer, Turn turn)
    {
        var facts = RichText.Empty;
        if (customer.Level.Length > 0) facts = facts.Then(" · ").Then(RichText.Typed(customer.Level));
        if (customer.Tier == CustomerTier.Key) facts = facts.Then(" · key customer");
        return customer.Zone is { } id && ZoneTime.Find(id) is { } zone
            ? facts.Then($" · {id}, {TimeText.Clock(turn.Now.InZone(zone).TimeOfDay)} there")
            : facts;
    }
}

/// <summary>What a customer's page shows besides what is open.</summary>
internal sealed record CustomerPageParts(TimeCustomers Time, IEnumerable<ICustomerLines> Lines);
