using TriageBot.Core.Chat;

namespace TriageBot.Features.Workspaces;

/// <summary>What is said to and about a whole workspace.</summary>
internal static class WorkspaceTexts
{
    public static readonly ReplyText Hello = new("workspace.hello");
    public static readonly ReplyText Undelivered = new("workspace.undelivered", "place", "reason");

    public static IEnumerable<ReplyText> All => [Hello, Undelivered];
}
