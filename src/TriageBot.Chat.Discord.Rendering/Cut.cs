using System.Globalization;

namespace TriageBot.Chat.Discord.Rendering;

/// <summary>Shortens text between what a reader sees as characters (rule A11).</summary>
internal static class Cut
{
    /// <param name="most">Longest result in UTF-16 units, at least 1.</param>
    public static string To(string text, int most) => text.Length <= most ? text : text[..Before(text, most - 1)] + "…";

    /// <summary>The last boundary between two characters at or before <paramref name="most"/>. One character alone that is longer than that is left out.</summary>
    public static int Before(string text, int most)
    {
        var end = 0;
        while (end < text.Length && end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= most) end = next;
        return end;
    }
}
