namespace TriageBot.Chat.Discord.Sending;

/// <summary>Private threads for members who take no direct messages; their name tells whom they are for, so that they are found again after a restart.</summary>
internal static class PrivateThreads
{
    private const string Prefix = "TriageBot for ";

    public static string NameFor(string member) => Prefix + member;

    /// <returns>Null for threads that are none of these.</returns>
    public static string? MemberOf(string? name) => name?.StartsWith(Prefix, StringComparison.Ordinal) == true ? name[Prefix.Length..] : null;
}
