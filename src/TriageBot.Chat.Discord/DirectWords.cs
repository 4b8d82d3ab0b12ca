using TriageBot.Core.Chat;

namespace TriageBot.Chat.Discord;

/// <summary>The adapter's own sentences about private conversations, which belong to no server.</summary>
internal static class DirectWords
{
    public static string WhichServer(IReadOnlyList<WorkspaceKnown> known) => known.Count == 0
        ? "I do not know yet which server you belong to. Use a command there once, for example /requests; afterwards I understand you here too."
        : $"You are in several servers with me ({string.Join(", ", known.Take(10).Select(workspace => workspace.Name))}). Use the command in the one you mean.";
}
