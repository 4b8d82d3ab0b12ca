using TriageBot.Core.Chat;
using TriageBot.Core.Commands;

namespace TriageBot.Features;

/// <summary>Private answers to input that cannot be used: what was wrong, what was typed, what would work (product, section 2).</summary>
public sealed class Problems(ReplyTexts texts)
{
    private const int MostNames = 25;

    public Reply Reply(ParseResult.Problem problem, string typed) =>
        texts.Private(
            RouterTexts.Problem,
            ("sentence", ReplyValue.Typed(problem.Sentence)),
            ("typed", ReplyValue.Typed(typed)),
            ("example", ReplyValue.Typed(problem.Example)));

    /// <summary>A value that was understood as such but cannot be used.</summary>
    /// <param name="sentence">The bot's own words.</param>
    public Reply BadValue(string sentence, string typed) =>
        texts.Private(RouterTexts.BadValue, ("sentence", ReplyValue.Words(sentence)), ("typed", ReplyValue.Typed(typed))) with { Unusable = new Unusable(typed, RichText.Plain(sentence)) };

    public Reply NoSuchItem(long number) => texts.Private(RouterTexts.NoSuchItem, ("number", number));

    public Reply NoSuchMember(string typed, IEnumerable<string> members)
    {
        var names = members.Select(name => "@" + name).ToList();
        // Nobody reads a hundred names.
        IEnumerable<string> shown = names.Count > MostNames ? names.Take(MostNames).Append($"and {names.Count - MostNames} more") : names;
        var reply = texts.Private(RouterTexts.NoSuchMember, ("typed", ReplyValue.Typed(typed)), ("members", ReplyValue.Typed(string.Join(", ", shown))));
        return reply with { Unusable = new Unusable(typed, reply.Card.Text) };
    }
}
