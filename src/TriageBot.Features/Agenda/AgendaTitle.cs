using TriageBot.Core.Chat;

namespace TriageBot.Features.Agenda;

/// <summary>What somebody typed, as a piece of a line.</summary>
internal static class AgendaTitle
{
    private const char IsolateStart = '\u2068';
    private const char IsolateEnd = '\u2069';

    /// <summary>One line, cut between what a reader sees as characters. Text that runs from right to left is kept from turning the rest of the line around.</summary>
    public static RichText Of(string typed, int length)
    {
        var line = Say.Shorten(typed, length);
        return RichText.Typed(line.Any(RunsLeft) ? IsolateStart + line.Replace(IsolateEnd.ToString(), "", StringComparison.Ordinal) + IsolateEnd : line);
    }

    /// <summary>Hebrew, Arabic and their neighbours, and the marks and overrides that turn text around.</summary>
    private static bool RunsLeft(char symbol) => symbol is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFF')
        or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
