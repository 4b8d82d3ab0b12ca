using TriageBot.Core.Commands;

namespace TriageBot.Core.Chat;

/// <summary>
/// The bot as an adapter sees it. With <see cref="IChatPlatform"/> this is the whole port between the bot and a chat platform;
/// both stand in Core because adapters see nothing else.
/// </summary>
public interface IChatBot : IChatSurface
{
    /// <summary>Handles one event. When the task ends, what the reply says is on disk. The same event id gets the same reply again.</summary>
    Task<Reply> HandleAsync(Incoming incoming, CancellationToken ct);

    /// <summary>Tells the bot who and what is in a workspace: at start, and whenever somebody or a channel comes or goes. Unknown workspaces are set up.</summary>
    Task SeenAsync(WorkspaceSeen workspace, CancellationToken ct);

    /// <summary>The bot was removed from a workspace: its timed work stops, and after a while its data is erased, unless it is seen again before.</summary>
    Task LeftAsync(WorkspaceId workspace, CancellationToken ct);

    /// <summary>Tells which workspaces there still are, for a bot that was not running when it was removed from one.</summary>
    Task PresentAsync(RollCall call, CancellationToken ct);

    /// <summary>Workspaces of a platform in which a member is known, for what is said outside of any.</summary>
    Task<IReadOnlyList<WorkspaceKnown>> WorkspacesOfAsync(string platform, MemberId member, CancellationToken ct);

    /// <summary>Completions for the value of one option, best first, at most 25.</summary>
    Task<IReadOnlyList<Choice>> CompleteAsync(CompletionRequest request, CancellationToken ct);
}

/// <summary>What a platform can offer people to use.</summary>
public interface IChatSurface
{
    /// <summary>Every command, for registration, completion and help.</summary>
    CommandTree Commands { get; }

    /// <summary>Entries of the message menu.</summary>
    IReadOnlyList<string> MessageMenus { get; }

    /// <summary>Entries of the member menu.</summary>
    IReadOnlyList<string> MemberMenus { get; }
}

/// <summary>A workspace as its platform shows it.</summary>
/// <param name="Platform">The <see cref="IChatPlatform.Name"/> that reaches it.</param>
/// <param name="Owners">Whom to make owner when the workspace is new; empty where an admin chooses by <c>/setup</c>.</param>
public sealed record WorkspaceSeen(
    WorkspaceId Id,
    string Platform,
    string Name,
    IReadOnlyList<Author> People,
    IReadOnlyList<ChannelSeen> Channels,
    IReadOnlyList<MemberId> Owners)
{
    /// <summary>Where to say hello when the workspace is new; null says nothing.</summary>
    public Destination? Greeting { get; init; }
}

/// <param name="Present">The workspaces there are.</param>
/// <param name="Concerns">True for workspaces about which <paramref name="Present"/> says something; of others nothing is known.</param>
public sealed record RollCall(string Platform, IReadOnlySet<WorkspaceId> Present, Func<WorkspaceId, bool> Concerns);

/// <summary>A workspace by its name.</summary>
public sealed record WorkspaceKnown(WorkspaceId Id, string Name);

/// <param name="Id">The platform's id. <paramref name="Name"/> is shown with a # before it.</param>
public sealed record ChannelSeen(string Id, string Name);

/// <summary>Somebody is typing a value and wants to see what could follow.</summary>
public sealed record CompletionRequest(WorkspaceId Workspace, Author Author, string Command, string Option, string Typed);
