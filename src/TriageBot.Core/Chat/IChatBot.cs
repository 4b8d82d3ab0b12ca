using TriageBot.Core.Commands;

namespace TriageBot.Core.Chat;

/// <summary>
/// The bot as an adapter sees it. With <see cref="IChatPlatform"/> this is the whole port between the bot and a chat platform;
/// both stand in Core because adapters see nothing else.
/// </summary>
public interface IChatBot
{
    /// <summary>Every command, for registration, completion and help.</summary>
    CommandTree Commands { get; }

    /// <summary>Entries of the message menu.</summary>
    IReadOnlyList<string> MessageMenus { get; }

    /// <summary>Handles one event. When the task ends, what the reply says is on disk. The same event id gets the same reply again.</summary>
    Task<Reply> HandleAsync(Incoming incoming, CancellationToken ct);

    /// <summary>Tells the bot who and what is in a workspace: at start, and whenever somebody or a channel comes or goes. Unknown workspaces are set up.</summary>
    Task SeenAsync(WorkspaceSeen workspace, CancellationToken ct);

    /// <summary>Completions for the value of one option, best first, at most 25.</summary>
    Task<IReadOnlyList<Choice>> CompleteAsync(CompletionRequest request, CancellationToken ct);
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
    IReadOnlyList<MemberId> Owners);

/// <param name="Id">The platform's id. <paramref name="Name"/> is shown with a # before it.</param>
public sealed record ChannelSeen(string Id, string Name);

/// <summary>Somebody is typing a value and wants to see what could follow.</summary>
public sealed record CompletionRequest(WorkspaceId Workspace, Author Author, string Command, string Option, string Typed);
