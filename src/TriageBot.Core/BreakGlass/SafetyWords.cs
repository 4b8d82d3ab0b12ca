using System.Collections.Immutable;

namespace TriageBot.Core.BreakGlass;

/// <summary>Words that are never held: whoever types one is in danger, or knows somebody who is (rule H4).</summary>
public static class SafetyWords
{
    public const int MostWords = 30;

    /// <summary>Typed as a list: "fire, injury"; in small letters, each once.</summary>
    public static ImmutableArray<string> Read(string typed) =>
        [.. typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToLowerInvariant()).Distinct()];

    /// <summary>The first of them that stands in a text as a word of its own, in capitals or not; null when none does. "Fire" is not in "fired".</summary>
    public static string? Find(string text, IEnumerable<string> words) => words.FirstOrDefault(word => Contains(text, word));

    private static bool Contains(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (IsEdge(text, at - 1) && IsEdge(text, at + word.Length)) return true;
        }

        return false;
    }

    private static bool IsEdge(string text, int at) => at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]);
}
