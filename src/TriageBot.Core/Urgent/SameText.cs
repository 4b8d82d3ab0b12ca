using System.Security.Cryptography;
using System.Text;

namespace TriageBot.Core.Urgent;

/// <summary>What a text says when it is not shouted: two texts with the same result are the same question (rules H11, O6).</summary>
public static class SameText
{
    /// <summary>A longer one would lengthen the index in which every message has its place.</summary>
    private const int MaxKeyLength = 24;

    /// <summary>What is stored to find the same text again: at most 24 characters, for a longer text its fingerprint.</summary>
    public static string KeyOf(string text)
    {
        var same = Of(text);
        if (same.Length <= MaxKeyLength) return same;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(same), hash);
        return Convert.ToBase64String(hash[..(MaxKeyLength / 4 * 3)]);
    }

    /// <summary>Letters and digits in lower case, words parted by one space; punctuation, mentions' marks and symbols do not count. A text of symbols alone stands for itself.</summary>
    public static string Of(string text)
    {
        var normal = new StringBuilder(text.Length);
        Span<char> letter = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) normal.Append(letter[..Rune.ToLowerInvariant(rune).EncodeToUtf16(letter)]);
            else if (Rune.IsWhiteSpace(rune) && normal.Length > 0 && normal[^1] != ' ') normal.Append(' ');
        }

        var result = normal.ToString().TrimEnd();
        return result.Length > 0 ? result : text.Trim();
    }
}
