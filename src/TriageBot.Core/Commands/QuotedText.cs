using System.Text;

namespace TriageBot.Core.Commands;

/// <summary>Text in quotes. A straight quote ends with a straight one, a curly one with any. A backslash counts only before a quote, so that paths come through.</summary>
internal static class QuotedText
{
    public static bool IsQuote(char symbol) => symbol == '"' || IsCurly(symbol);

    /// <summary>What stands between the quote at <paramref name="start"/> and its partner, and the position after that; null when it has no partner.</summary>
    public static (string Value, int End)? Read(string text, int start)
    {
        var value = new StringBuilder();
        for (var position = start + 1; position < text.Length; position++)
        {
            var slashes = 0;
            while (position < text.Length && text[position] == '\\') (slashes, position) = (slashes + 1, position + 1);
            var closes = position < text.Length && Closes(text[start], text[position]);
            value.Append('\\', closes ? slashes / 2 : slashes);
            if (closes && slashes % 2 == 0) return (value.ToString(), position + 1);
            if (position < text.Length) value.Append(text[position]);
        }

        return null;
    }

    /// <summary>The text in straight quotes, such that <see cref="Read"/> gives it back.</summary>
    public static string Quote(string value)
    {
        var quoted = new StringBuilder("\"");
        var slashes = 0;
        foreach (var symbol in value)
        {
            if (symbol == '"') quoted.Append('\\', slashes + 1);
            slashes = symbol == '\\' ? slashes + 1 : 0;
            quoted.Append(symbol);
        }

        return quoted.Append('\\', slashes).Append('"').ToString();
    }

    /// <summary>The quote that ends what <paramref name="opening"/> began.</summary>
    public static char ClosingFor(char opening) => opening == '"' ? '"' : '”';

    private static bool Closes(char opening, char symbol) => opening == '"' ? symbol == '"' : IsQuote(symbol);

    private static bool IsCurly(char symbol) => symbol is '“' or '”' or '„';
}
