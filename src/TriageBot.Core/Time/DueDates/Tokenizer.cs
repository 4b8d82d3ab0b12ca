using System.Globalization;

namespace TriageBot.Core.Time.DueDates;

/// <summary>Cuts a text into numbers, words and marks. A word ends where digits begin: "3pm" is two tokens.</summary>
internal static class Tokenizer
{
    private const int MaxDigits = 9;

    public static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        var spaced = false;
        for (var start = 0; start < text.Length;)
        {
            if (char.IsWhiteSpace(text[start]))
            {
                spaced = true;
                start++;
                continue;
            }

            var end = EndOf(text, start);
            tokens.Add(Token(text, start, end, spaced));
            (start, spaced) = (end, false);
        }

        return tokens;
    }

    private static int EndOf(string text, int start)
    {
        var end = start + 1;
        if (char.IsAsciiDigit(text[start])) while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        else if (char.IsLetter(text[start])) while (end < text.Length && char.IsLetter(text[end])) end++;
        return end;
    }

    private static Token Token(string text, int start, int end, bool spaced)
    {
        var span = text.AsSpan(start, end - start);
        if (char.IsAsciiDigit(text[start]))
        {
            var number = span.Length > MaxDigits ? int.MaxValue : int.Parse(span, NumberStyles.None, CultureInfo.InvariantCulture);
            return new Token(TokenKind.Number, "", default, number, start, span.Length, spaced);
        }

        if (!char.IsLetter(text[start])) return new Token(TokenKind.Mark, Mark(text[start]), default, 0, start, 1, spaced);
        var (word, term) = Vocabulary.Find(span);
        return new Token(TokenKind.Word, word, term, 0, start, span.Length, spaced);
    }

    /// <summary>Typographic variants of the marks the grammar knows.</summary>
    private static string Mark(char mark) => mark switch
    {
        '’' or '‘' or '´' or '`' => "'",
        '–' or '—' or '−' => "-",
        _ => mark.ToString(),
    };
}
