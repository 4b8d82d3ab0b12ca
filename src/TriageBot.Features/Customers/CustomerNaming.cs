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
    public async Task<IReadOnlyDictionary<string, string>> InOwnSpellingAsync(DbSession db, WorkspaceId workspace, CommandSpec spec, IReadOnlyDictionary<string, string> values)
    {
        Dictionary<string, string>? spelled = null;
        foreach (var option in spec.Options.Where(option => option.Kind == OptionKind.Customer))
        {
            if (!values.TryGetValue(option.Name, out var typed)) continue;
            spelled ??= new Dictionary<string, string>(values);
            spelled[option.Name] = (await customers.FindAsync(db, workspace, typed).ConfigureAwait(false))?.Name ?? CustomerName.Tidy(typed);
        }

        return spelled ?? values;
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
