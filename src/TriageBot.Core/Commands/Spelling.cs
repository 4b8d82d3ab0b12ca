namespace TriageBot.Core.Commands;

/// <summary>How near a typed word is to a known one; for suggestions only, never for deciding what is meant.</summary>
public static class Spelling
{
    /// <summary>Longer words are never near: keeps the comparison cheap whatever is typed.</summary>
    private const int MaxLength = 64;

    /// <summary>Single-character insertions, deletions, replacements and swaps of neighbours, ignoring case.</summary>
    /// <returns><see cref="int.MaxValue"/> when either word is longer than 64.</returns>
    public static int Distance(string first, string second)
    {
        if (first.Length > MaxLength || second.Length > MaxLength) return int.MaxValue;
        var rows = new int[first.Length + 1, second.Length + 1];
        for (var i = 0; i <= first.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= second.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= first.Length; i++)
        {
            for (var j = 1; j <= second.Length; j++)
            {
                var cost = Same(first[i - 1], second[j - 1]) ? 0 : 1;
                var best = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                var swapped = i > 1 && j > 1 && Same(first[i - 1], second[j - 2]) && Same(first[i - 2], second[j - 1]);
                rows[i, j] = swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
            }
        }

        return rows[first.Length, second.Length];
    }

    /// <summary>How many slips a word of this length may hold and still be recognised: none up to two characters, one up to five, then two.</summary>
    public static int Tolerance(string word) => word.Length switch
    {
        <= 2 => 0,
        <= 5 => 1,
        _ => 2,
    };

    /// <summary>The known words that <paramref name="typed"/> may stand for, the nearest first.</summary>
    public static IEnumerable<string> Nearest(string typed, IEnumerable<string> known) => known
        .Select(word => (Word: word, Distance: Distance(word, typed)))
        .Where(near => near.Distance <= Tolerance(typed))
        .OrderBy(near => near.Distance)
        .Select(near => near.Word);

    private static bool Same(char first, char second) => char.ToLowerInvariant(first) == char.ToLowerInvariant(second);
}
