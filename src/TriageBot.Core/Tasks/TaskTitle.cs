using System.Globalization;

namespace TriageBot.Core.Tasks;

/// <summary>What somebody typed, as one line of a list.</summary>
public static class TaskTitle
{
    /// <summary>Longest title in a list, in UTF-16 units.</summary>
    public const int ListLength = 120;

    /// <summary>Cut between characters as readers see them, never inside one (rule A11); line breaks become spaces.</summary>
    /// <param name="length">Longest result in UTF-16 units, with the "…" that says that something is missing; at least 1.</param>
    public static string Cut(string what, int length = ListLength)
    {
        var line = string.Join(' ', what.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (line.Length <= length) return line;
        var end = 0;
        while (true)
        {
            var next = StringInfo.GetNextTextElementLength(line, end);
            if (end + next > length - 1) return line[..end].TrimEnd() + "…";
            end += next;
        }
    }
}
