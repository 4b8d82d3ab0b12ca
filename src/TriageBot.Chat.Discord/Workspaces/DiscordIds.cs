using System.Globalization;

namespace TriageBot.Chat.Discord.Workspaces;

/// <summary>A Discord server is a workspace of the same number.</summary>
internal static class DiscordIds
{
    private const string Prefix = DiscordOptions.PlatformName + ":";

    public static WorkspaceId Workspace(ulong guild) => new(Prefix + guild.ToString(CultureInfo.InvariantCulture));

    /// <returns>Null for workspaces of other platforms.</returns>
    public static ulong? Guild(WorkspaceId workspace) =>
        workspace.Value.StartsWith(Prefix, StringComparison.Ordinal) ? Snowflake(workspace.Value[Prefix.Length..]) : null;

    public static ulong? Snowflake(string? id) => ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
