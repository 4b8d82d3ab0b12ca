namespace TriageBot.Core.Time;

/// <summary>Walks over a short typed text from left to right.</summary>
internal sealed class TextScanner(string text)
{
    public int Position { get; private set; }

    public bool AtEnd => Position >= text.Length;

    /// <summary>NUL at the end.</summary>
    public char Next => AtEnd ? '\0' : text[Position];

    public void SkipSpaces() => TakeWhile(char.IsWhiteSpace);

    /// <summary>Spaces, commas and semicolons: whatever stands between entries.</summary>
    public void SkipSeparators() => TakeWhile(symbol => char.IsWhiteSpace(symbol) || symbol is ',' or ';');

    public string TakeLetters() => TakeWhile(char.IsAsciiLetter);

    public string TakeDigits() => TakeWhile(char.IsAsciiDigit);

    public bool Take(Func<char, bool> accepted)
    {
        if (AtEnd || !accepted(Next)) return false;
        Position++;
        return true;
    }

    /// <summary>A hyphen or dash of any length, or the word "to", with the spaces around it. Takes nothing when there is none.</summary>
    public bool TakeDash()
    {
        var start = Position;
        SkipSpaces();
        if (Take(symbol => symbol is '-' or '–' or '—') || TakeLetters().Equals("to", StringComparison.OrdinalIgnoreCase))
        {
            SkipSpaces();
            return true;
        }

        Position = start;
        return false;
    }

    /// <summary>The text with everything from <paramref name="start"/> to here replaced.</summary>
    public string Corrected(int start, string replacement) => text[..start] + replacement + text[Position..];

    /// <summary>What was typed from <paramref name="start"/> to here.</summary>
    public string Since(int start) => text[start..Position];

    private string TakeWhile(Func<char, bool> accepted)
    {
        var start = Position;
        while (!AtEnd && accepted(Next)) Position++;
        return text[start..Position];
    }
}
