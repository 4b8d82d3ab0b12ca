using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web.Board;

/// <summary>Whom a message of the local chat mentions: an @ at the beginning of a word, and a name or id of somebody here.</summary>
internal static class MentionReader
{
    /// <returns>In the order of the text, each once.</returns>
    public static IReadOnlyList<MemberId> Read(string text, IReadOnlyList<Author> people)
    {
        var found = new List<MemberId>();
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1])) continue;
            var named = people.Where(person => Names(text.AsSpan(at + 1), person.Name) || Names(text.AsSpan(at + 1), person.Id.Value)).MaxBy(person => person.Name.Length);
            if (named is not null && !found.Contains(named.Id)) found.Add(named.Id);
        }

        return found;
    }

    /// <summary>The whole name: @alexandra does not mean alex.</summary>
    private static bool Names(ReadOnlySpan<char> text, string name) =>
        text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (text.Length == name.Length || !char.IsLetterOrDigit(text[name.Length]));
}
