namespace TriageBot.Core.Commands;

/// <summary>
/// Takes a typed line apart into named options and ordinary words, from left to right and each character once.
/// A named option has one word or one quoted text here; how much further it reaches is <see cref="ValueReach"/>'s.
/// </summary>
internal sealed class TypedWordScanner(string text, CommandSpec spec)
{
    /// <summary>Shorter names are too near to ordinary words such as "Re:" or "PS:".</summary>
    private const int MinNearMissLength = 4;

    private readonly List<TypedWord> words = [];
    private ParseResult.Problem? problem;

    /// <summary>The words from <paramref name="position"/> on, or the first thing that is wrong with them.</summary>
    public (IReadOnlyList<TypedWord> Words, ParseResult.Problem? Problem) Scan(int position)
    {
        while (problem is null)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
            if (position == text.Length) break;
            var word = QuotedText.IsQuote(text[position]) ? ReadQuoted(position) : ReadBare(position);
            if (word is null) break;
            words.Add(word);
            position = word.End;
        }

        return (words, problem);
    }

    private TypedWord? ReadQuoted(int start)
    {
        if (QuotedText.Read(text, start) is not var (value, end)) return FailUnclosed(start);
        var wordEnd = EndOfWord(end);
        return wordEnd == end
            ? new TypedWord(start, end, null, value, start, Quoted: true)
            : new TypedWord(start, wordEnd, null, text[start..wordEnd], start, Quoted: false);
    }

    private TypedWord? ReadBare(int start)
    {
        var end = EndOfWord(start);
        var colon = EndOfName(start, end);
        if (colon == end || text[colon] != ':') return Plain(start, end);

        var name = text[start..colon];
        var option = spec.Options.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (option is not null) return ReadValue(option, start, colon + 1);
        if (colon + 1 == end || text[colon + 1] == '/' || NearMiss(name) is not { } meant) return Plain(start, end);
        return Fail(
            $"/{spec.Name} has no option “{name}”; did you mean “{meant.Name}”? If it is part of the text, put the text in quotes.",
            start,
            text[..start] + meant.Name + text[colon..]);
    }

    private TypedWord? ReadValue(OptionSpec option, int start, int valueStart)
    {
        if (valueStart == text.Length || char.IsWhiteSpace(text[valueStart]))
        {
            return Fail($"“{option.Name}:” needs a value right after the colon. If it is part of the text, put the text in quotes.", start, text[..valueStart] + text[valueStart..].TrimStart());
        }

        if (!QuotedText.IsQuote(text[valueStart]))
        {
            var end = EndOfWord(valueStart);
            return new TypedWord(start, end, option, text[valueStart..end], valueStart, Quoted: false);
        }

        if (QuotedText.Read(text, valueStart) is not var (value, quoteEnd)) return FailUnclosed(valueStart);
        return EndOfWord(quoteEnd) == quoteEnd
            ? new TypedWord(start, quoteEnd, option, value, valueStart, Quoted: true)
            : Fail("A space is missing after the closing quote.", quoteEnd, text[..quoteEnd] + " " + text[quoteEnd..]);
    }

    private OptionSpec? NearMiss(string name) => name.Length < MinNearMissLength
        ? null
        : spec.Options
            .Where(option => Math.Abs(option.Name.Length - name.Length) <= 2)
            .Select(option => (Option: option, Edits: Spelling.Distance(option.Name, name)))
            .Where(near => near.Edits <= (near.Option.Name.Length <= MinNearMissLength ? 1 : 2))
            .OrderBy(near => near.Edits)
            .FirstOrDefault().Option;

    private TypedWord Plain(int start, int end) => new(start, end, null, text[start..end], start, Quoted: false);

    private TypedWord? FailUnclosed(int quote) =>
        Fail("This quote is not closed.", quote, text.TrimEnd() + QuotedText.ClosingFor(text[quote]));

    private TypedWord? Fail(string sentence, int position, string example)
    {
        problem = new ParseResult.Problem(sentence, position, example);
        return null;
    }

    private int EndOfWord(int position)
    {
        while (position < text.Length && !char.IsWhiteSpace(text[position])) position++;
        return position;
    }

    private int EndOfName(int position, int end)
    {
        while (position < end && (char.IsAsciiLetterOrDigit(text[position]) || text[position] == '-')) position++;
        return position;
    }
}
