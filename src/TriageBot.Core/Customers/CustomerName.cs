using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Core.Urgent;

namespace TriageBot.Core.Customers;

/// <summary>Which names mean the same customer, and which may be a slip for it.</summary>
public static class CustomerName
{
    private const int MostSuggestions = 3;

    /// <summary>What two spellings of one name share: no case, no punctuation, one space between words. Accents count: a name without them is asked about.</summary>
    public static string Same(string name) => SameText.Of(name);

    /// <summary>One line, spaces tidied: the form in which a name is kept. A name of which nothing is seen is none.</summary>
    public static string Tidy(string name) => VisibleText.IsIn(name) ? string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : "";

    /// <summary>
    /// Known names that somebody who typed another may have meant, nearest first, at most three: a slip in it, or a name that begins or ends with it as a whole word.
    /// Only ever asked about, never taken for the one typed.
    /// </summary>
    public static IReadOnlyList<string> Near(string typed, IEnumerable<string> known)
    {
        var wanted = Same(typed);
        if (wanted.Length == 0) return [];
        return [.. known
            .Select(name => (Name: name, Distance: Distance(Same(name), wanted)))
            .Where(near => near.Distance <= Math.Max(1, Spelling.Tolerance(wanted)))
            .OrderBy(near => near.Distance).ThenBy(near => near.Name, StringComparer.Ordinal)
            .Select(near => near.Name).Take(MostSuggestions)];
    }

    private static int Distance(string known, string wanted) =>
        wanted.Length > 2 && (known.StartsWith(wanted + ' ', StringComparison.Ordinal) || wanted.StartsWith(known + ' ', StringComparison.Ordinal))
            ? 1
            : wanted.Length <= 2 ? int.MaxValue : Spelling.Distance(known, wanted);
}
