namespace TriageBot.Core.Urgent;

/// <summary>Whether two texts may be about the same matter (rule H11). Only ever asked about, never acted on.</summary>
public static class SimilarText
{
    private const int ShortestWord = 3;

    private static readonly HashSet<string> Fillers =
        ["and", "the", "are", "has", "have", "had", "was", "were", "with", "for", "from", "not", "but", "their", "they", "this", "that", "again", "still", "please", "you", "our", "its"];

    /// <summary>At least half of the words that say something, of the shorter text, stand in the other one too; two of them, unless it has only one.</summary>
    public static bool Of(string first, string second)
    {
        var (a, b) = (Words(first), Words(second));
        var fewest = Math.Min(a.Count, b.Count);
        var shared = a.Intersect(b).Count();
        return fewest > 0 && shared * 2 >= fewest && shared >= Math.Min(2, fewest);
    }

    private static HashSet<string> Words(string text) => [.. SameText.Of(text).Split(' ').Where(word => word.Length >= ShortestWord && !Fillers.Contains(word))];
}
