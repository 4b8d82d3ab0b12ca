using System.Globalization;
using System.Text;

namespace TriageBot.Core.Chat;

/// <summary>Whether a reader sees anything of a text.</summary>
public static class VisibleText
{
    /// <summary>A letter, a digit, a symbol or a punctuation mark; marks that only join, turn or fill are not seen.</summary>
    public static bool IsIn(string text) => text.EnumerateRunes().Any(IsSeen);

    private static bool IsSeen(Rune rune) => !IsFiller(rune.Value) && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    /// <summary>Letters and a symbol by their kind, drawn as nothing.</summary>
    private static bool IsFiller(int value) => value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;
}
