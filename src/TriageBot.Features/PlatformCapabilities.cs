using TriageBot.Core.Chat;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features;

/// <summary>What the messages of a workspace's platform can hold (rule A11).</summary>
/// <param name="platforms">Asked for late: a platform may itself need the bot.</param>
internal sealed class PlatformCapabilities(Func<IEnumerable<IChatPlatform>> platforms)
{
    public ChatCapabilities Of(Workspace workspace) =>
        platforms().FirstOrDefault(platform => platform.Name == workspace.Platform)?.Capabilities ?? ChatCapabilities.Roomy;
}
