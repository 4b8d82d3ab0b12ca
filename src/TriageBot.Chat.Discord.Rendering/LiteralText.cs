using System.Globalization;
using System.Text;

namespace TriageBot.Chat.Discord.Rendering;

/// <summary>
/// What people typed, so that Discord shows it as they typed it: no markup, mention, link, channel, emoji or time in it comes alive, and nothing of it
/// reaches beyond its own text (rule X6). Allowed mentions are empty besides; this is what readers see.
/// </summary>
internal static class LiteralText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';
    private const char FirstRightToLeft = '\u0590';

    /// <summary>For descriptions and contents, which are marked up.</summary>
    public static string Escape(string typed)
    {
        var clean = Clean(typed, keepLines: true);
        var text = new StringBuilder(clean.Length + 16);
        var atLineStart = true;
        var inNumber = false;
        foreach (var letter in clean)
        {
            if (IsMarkup(letter) || (atLineStart && letter is '-' or '+') || (inNumber && letter == '.')) text.Append('\\');
            text.Append(letter);
            inNumber = char.IsAsciiDigit(letter) && (atLineStart || inNumber);
            atLineStart = letter == '\n' || (atLineStart && letter == ' ');
        }

        var escaped = text.ToString();
        return escaped.AsSpan().IndexOfAnyInRange(FirstRightToLeft, char.MaxValue) < 0 ? escaped : string.Join('\n', escaped.Split('\n').Select(Isolate));
    }

    /// <summary>For labels, titles and placeholders, which are one line without markup.</summary>
    public static string Line(string text) => Clean(text, keepLines: false);

    private static bool IsMarkup(char letter) => letter is '\\' or '*' or '_' or '~' or '`' or '|' or '<' or '>' or '#' or '[' or ']' or '(' or ')' or '@' or ':';

    /// <summary>Without control characters, and without those that turn the direction of what follows.</summary>
    private static string Clean(string text, bool keepLines)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            if (letter == '\n' && keepLines) clean.Append(letter);
            else if (char.IsWhiteSpace(letter) || letter is '\u2028' or '\u2029') clean.Append(' ');
            else if (!char.IsControl(letter) && !IsDirectionMark(letter)) clean.Append(letter);
        }

        return clean.ToString();
    }

    private static bool IsDirectionMark(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';

    /// <summary>Text that runs from right to left is kept from turning the words around it.</summary>
    private static string Isolate(string text) => text.EnumerateRunes().Any(RunsRightToLeft) ? $"{FirstStrongIsolate}{text}{PopIsolate}" : text;

    private static bool RunsRightToLeft(Rune rune) =>
        rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.DecimalDigitNumber;
}
