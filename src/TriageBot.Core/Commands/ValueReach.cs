using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Core.Commands;

/// <summary>
/// How far a named value reaches (product, section 2): to the next name, where all is named as Discord shows a command, or where the main option cannot
/// take the words between. Beside words without a name a date or a length is as many words as make one, a text after the main option's words reaches to
/// the next name, a customer is as many words as the caller says, and any other value is one word. What is in quotes ends with them.
/// </summary>
internal static class ValueReach
{
    /// <param name="wordsBeforeMain">How many unnamed words other positional options take before the main one has its first.</param>
    public static IReadOnlyList<TypedWord> Extend(string text, CommandSpec spec, IReadOnlyList<TypedWord> words, int wordsBeforeMain, int wordsOfCustomer)
    {
        var main = spec.Main;
        var isMainNamed = words.Any(word => word.Option is not null && word.Option == main);
        var extended = new List<TypedWord>();
        var unnamed = 0;
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            if (word.Option is null) unnamed++;
            if (word is { Option: { } option, Quoted: false })
            {
                var last = index;
                while (last + 1 < words.Count && words[last + 1].Option is null) last++;
                if (!ReachesToNextName(option.Kind, mainHasWords: unnamed > wordsBeforeMain))
                {
                    while (last > index && !IsOne(option.Kind, text.AsSpan(word.ValueStart, words[last].End - word.ValueStart), last - index + 1)) last--;
                }

                word = word with { End = words[last].End, Value = text[word.ValueStart..words[last].End] };
                index = last;
            }

            extended.Add(word);
        }

        return extended;

        bool IsOne(OptionKind kind, ReadOnlySpan<char> value, int count) => kind == OptionKind.Customer ? count <= wordsOfCustomer : IsOneDateOrLength(kind, value);

        bool ReachesToNextName(OptionKind kind, bool mainHasWords)
        {
            if (main is null || isMainNamed || (mainHasWords && TakesOneWord(main.Kind))) return true;
            // Discord shows no words without a name, and sends no command without what it requires.
            var asDiscordShows = !main.Required && words[0].Option is not null;
            // "Server customer:Acme down": a customer stands in the middle of a sentence, a text does not.
            return (kind is OptionKind.Text or OptionKind.Customer && asDiscordShows) || (kind == OptionKind.Text && mainHasWords);
        }
    }

    /// <summary>Whether several words are one value; what the date means today is not asked.</summary>
    private static bool IsOneDateOrLength(OptionKind kind, ReadOnlySpan<char> words)
    {
        if (words.Length > DueDateReader.MaxLength) return false;
        if (kind == OptionKind.Duration) return MinutesText.Read(words.ToString()) is not null;
        return kind == OptionKind.Date && new TokenCursor(words.ToString()) is var cursor && DueGrammar.Due(cursor) is not null && cursor.AtEnd;
    }

    private static bool TakesOneWord(OptionKind kind) => kind is not (OptionKind.Text or OptionKind.Date or OptionKind.Duration or OptionKind.Customer);
}
