using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Core.Customers;
using TriageBot.Storage;

namespace TriageBot.Features.Customers;

/// <summary>Takes a customer's name in its own spelling, and asks about a name that is nobody's yet.</summary>
public sealed class CustomerNaming(CustomerStore customers, ReplyTexts texts)
{
    private const int LongestLabel = 40;

    /// <summary>Values of options that name a customer, in the customer's own spelling where there is one.</summary>
    /// <param name="longer">The same line read with more words as the name, the longest first: the first that names known customers only is meant.</param>
    public async Task<IReadOnlyDictionary<string, string>> InOwnSpellingAsync(
        DbSession db, WorkspaceId workspace, CommandSpec spec, IReadOnlyDictionary<string, string> values, IReadOnlyList<IReadOnlyDictionary<string, string>> longer)
    {
        List<string> options = [.. spec.Options.Where(option => option.Kind == OptionKind.Customer).Select(option => option.Name)];
        foreach (var reading in longer)
        {
            var (spelled, areKnown) = await SpellAsync(reading).ConfigureAwait(false);
            if (areKnown) return spelled;
        }

        return (await SpellAsync(values).ConfigureAwait(false)).Spelled;

        async Task<(IReadOnlyDictionary<string, string> Spelled, bool AreKnown)> SpellAsync(IReadOnlyDictionary<string, string> typed)
        {
            Dictionary<string, string>? spelled = null;
            var areKnown = true;
            foreach (var option in options)
            {
                if (!typed.TryGetValue(option, out var name)) continue;
                var known = await customers.FindAsync(db, workspace, name).ConfigureAwait(false);
                areKnown &= known is not null;
                spelled ??= new Dictionary<string, string>(typed);
                spelled[option] = known?.Name ?? CustomerName.Tidy(name);
            }

            return (spelled ?? typed, areKnown);
        }
    }

    /// <summary>What a card about an item adds when the customer it names is not known: the question whether another was meant, and the button that adds it.</summary>
    internal async Task<CustomerQuestion> AskAsync(UnitOfWork unit, string name, long item)
    {
        if (name.Length == 0) return CustomerQuestion.None;
        if (await customers.FindAsync(unit.Db, unit.Workspace.Id, name).ConfigureAwait(false) is not null) return CustomerQuestion.None;
        var add = new Button(new ControlId(CustomerVerbs.AddOfItem, item).ToString(), $"Add {Say.Shorten(name, LongestLabel)} as a customer");
        var near = await NearAsync(unit, name).ConfigureAwait(false);
        if (near.Count == 0) return new CustomerQuestion([], [add]);
        return new CustomerQuestion(
            [texts.Say(CustomerTexts.DidYouMean, ("typed", ReplyValue.Typed(name)), ("near", ReplyValue.Typed(string.Join(", ", near.Select(customer => customer.Name)))))],
            [.. near.Select(customer => new Button(Meant(item, customer), $"It is {Say.Shorten(customer.Name, LongestLabel)}")), add]);
    }

    internal async Task<IReadOnlyList<Customer>> NearAsync(UnitOfWork unit, string name)
    {
        var near = CustomerName.Near(name, await customers.NamesAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false));
        var found = new List<Customer>();
        foreach (var known in near)
        {
            if (await customers.FindAsync(unit.Db, unit.Workspace.Id, known).ConfigureAwait(false) is { } customer) found.Add(customer);
        }

        return found;
    }

    private static string Meant(long item, Customer customer) =>
        new ControlId(CustomerVerbs.IsMeant, item, Extra: customer.Id.ToString(CultureInfo.InvariantCulture)).ToString();
}

/// <summary>Lines and controls to add to a card.</summary>
internal sealed record CustomerQuestion(IReadOnlyList<RichText> Lines, IReadOnlyList<Control> Controls)
{
    public static CustomerQuestion None { get; } = new([], []);

    public Card AddTo(Card card) => Lines.Count + Controls.Count == 0
        ? card
        : card with { Text = RichText.Lines([card.Text, .. Lines]), Controls = card.Controls.AddRange(Controls) };
}
