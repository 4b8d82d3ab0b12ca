using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Core.Customers;
using TriageBot.Core.Time;
using TriageBot.Features.ServiceLevels;

namespace TriageBot.Features.Customers;

/// <summary>Answers about customers that say why something was not done, or what else to look at.</summary>
internal sealed class CustomerAnswers(CustomerCards cards, CustomerNaming naming, LevelBook levels, ReplyTexts texts)
{
    private const int LongestButtonName = 60;

    public ReplyTexts Texts => texts;

    /// <summary>What is missing, what was typed, and the same command with it.</summary>
    public Reply Missing(Turn turn, string what, string option, string value)
    {
        var completed = turn.Values.ToDictionary(entry => entry.Key, entry => entry.Value);
        completed[option] = value;
        return texts.Private(
            CustomerTexts.Missing,
            ("what", ReplyValue.Words(what)),
            turn.Typed,
            ("example", ReplyValue.Typed(CommandPrinter.Print(CustomerCommands.Customer, completed))));
    }

    /// <summary>The answer that names the levels there are; null when this is one, or none is meant.</summary>
    public async Task<Reply?> NoLevelAsync(Turn turn, string level)
    {
        if (level.Length == 0) return null;
        var names = await levels.NamesAsync(turn.Unit).ConfigureAwait(false);
        return names.Contains(level)
            ? null
            : texts.Private(LevelTexts.NoLevel, turn.Typed, ("levels", ReplyValue.Typed(string.Join(", ", names))));
    }

    public Reply NoZone(Turn turn, string typed)
    {
        var completed = turn.Values.ToDictionary(entry => entry.Key, entry => entry.Value);
        completed["zone"] = ZoneTime.Suggest(typed).FirstOrDefault() ?? "Europe/London";
        return texts.Private(
            CustomerTexts.Missing,
            ("what", ReplyValue.Words("a zone I know, by region and city")),
            turn.Typed,
            ("example", ReplyValue.Typed(CommandPrinter.Print(CustomerCommands.Customer, completed))));
    }

    public async Task<Reply> NotKnownAsync(Turn turn, string name)
    {
        var near = await naming.NearAsync(turn.Unit, name).ConfigureAwait(false);
        var buttons = near.Select(customer => new Button(new ControlId(CustomerVerbs.Show, customer.Id).ToString(), $"Show {Say.Shorten(customer.Name, LongestButtonName)}"));
        IEnumerable<Button> add = name.Length <= LongestButtonName
            ? [new Button(new ControlId(CustomerVerbs.New, Extra: name).ToString(), $"Add {name} as a customer")]
            : [];
        var text = near.Count == 0
            ? texts.Say(CustomerTexts.NotKnown, ("typed", ReplyValue.Typed(name)))
            : texts.Say(CustomerTexts.DidYouMean, ("typed", ReplyValue.Typed(name)), ("near", Names(near)));
        return new Reply.Private(new Card(text, [.. buttons, .. add]));
    }

    public async Task<Reply> AlreadyAsync(Turn turn, Customer known)
    {
        // The router has put a known name into its own spelling: what was typed may be a former name.
        var typed = TypedText.Of(turn.Incoming.Body);
        var head = typed.Length == 0 || CustomerName.Same(typed).Contains(CustomerName.Same(known.Name), StringComparison.Ordinal)
            ? texts.Say(CustomerTexts.Already, ("name", ReplyValue.Typed(known.Name)))
            : texts.Say(CustomerTexts.AlreadyAs, ("typed", ReplyValue.Typed(typed)), ("name", ReplyValue.Typed(known.Name)));
        return new Reply.Private(await cards.ShowAsync(turn, known, head).ConfigureAwait(false));
    }

    /// <summary>A new customer whose name looks like another's may be the same one; it is said, never decided.</summary>
    public async Task<IEnumerable<RichText>> AlikeAsync(Turn turn, Customer added)
    {
        var near = (await naming.NearAsync(turn.Unit, added.Name).ConfigureAwait(false)).Where(customer => customer.Id != added.Id).ToList();
        if (near.Count == 0) return [];
        var merge = new Dictionary<string, string> { ["action"] = CustomerCommands.Merge, ["name"] = added.Name, ["into"] = near[0].Name };
        return [texts.Say(CustomerTexts.AlsoAlike, ("near", Names(near)), ("example", ReplyValue.Typed(CommandPrinter.Print(CustomerCommands.Customer, merge))))];
    }

    public IEnumerable<RichText> LeftOut(Turn turn, bool leftOut) => leftOut ? [texts.Say(CustomerTexts.LeftOut, ("who", ReplyValue.Words("an owner")))] : [];

    private static ReplyValue Names(IEnumerable<Customer> customers) => ReplyValue.Typed(string.Join(", ", customers.Select(customer => customer.Name)));
}
