namespace TriageBot.Core.Chat;

/// <summary>One event of a chat platform, handed over by its adapter (architecture, section 2).</summary>
/// <param name="EventId">The platform's own id of the event, unique within the workspace: a repeated delivery is recognised by it (rule H11).</param>
public sealed record Incoming(WorkspaceId Workspace, Author Author, Destination Where, string EventId, IncomingBody Body);

/// <summary>What was done: typed, chosen, pressed, filled in.</summary>
public abstract record IncomingBody
{
    private IncomingBody()
    {
    }

    /// <summary>Text as it was typed. It is a command when it begins with a slash.</summary>
    public sealed record Typed(string Text) : IncomingBody
    {
        /// <summary>Whom it mentions, as the platform understands that. Where the platform keeps a text to itself, <see cref="Text"/> is empty and this is all there is.</summary>
        public IReadOnlyList<MemberId> Mentions { get; init; } = [];

        /// <summary>The platform's id of the message; empty where none is needed.</summary>
        public string MessageId { get; init; } = "";

        /// <summary>As in <see cref="MenuUsed.Link"/>.</summary>
        public string Link { get; init; } = "";
    }

    /// <summary>A command whose options the platform has already told apart.</summary>
    public sealed record Command(string Name, IReadOnlyDictionary<string, string> Values) : IncomingBody;

    /// <summary>A button, or a choice of a select, on a message of ours.</summary>
    /// <param name="ControlId">The id given in <see cref="Button"/> or <see cref="Select"/>.</param>
    /// <param name="Choice">The chosen <see cref="Choice.Value"/>; null for a button.</param>
    public sealed record Pressed(string ControlId, string? Choice = null) : IncomingBody;

    /// <summary>A filled-in <see cref="Form"/>.</summary>
    public sealed record Filled(string FormId, IReadOnlyDictionary<string, string> Values) : IncomingBody;

    /// <summary>An entry of the message menu used on somebody's message.</summary>
    public sealed record MenuUsed(string Menu, string MessageId, string MessageText) : IncomingBody
    {
        /// <summary>Where a reader can jump to the message; empty on platforms without such addresses.</summary>
        public string Link { get; init; } = "";
    }

    /// <summary>An entry of the member menu used on somebody.</summary>
    public sealed record MemberMenuUsed(string Menu, MemberId Member) : IncomingBody;
}
