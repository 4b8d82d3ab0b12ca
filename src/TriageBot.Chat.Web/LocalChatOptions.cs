using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web;

/// <summary>How a <see cref="LocalChat"/> is opened. People, owners and channels count only while its file is new; afterwards the file rules.</summary>
public sealed record LocalChatOptions
{
    /// <summary>Longest text that can be sent, in UTF-16 units.</summary>
    public const int MaxTextLength = 4000;

    /// <summary>Path of the chat's own SQLite file; null keeps everything in memory only.</summary>
    public string? DataFile { get; init; }

    public WorkspaceId WorkspaceId { get; init; } = new("local");

    public string WorkspaceName { get; init; } = "Local team";

    public IReadOnlyList<Author> People { get; init; } =
    [
        new(new MemberId("you"), "Alex", IsAdmin: true),
        new(new MemberId("sam"), "Sam"),
        new(new MemberId("kim"), "Kim"),
    ];

    public IReadOnlyList<MemberId> Owners { get; init; } = [new("you")];

    public IReadOnlyList<ChannelSeen> Channels { get; init; } = [new("team", "team"), new("support", "support")];

    /// <summary>How long a person waits for the bot before they are told that it is slow (rule H3: a receipt within 3 s).</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Measures <see cref="Patience"/>. People wait in real time, also when the chat's own clock stands still or jumps, as in the demo.</summary>
    public TimeProvider WaitingClock { get; init; } = TimeProvider.System;

    /// <summary>What a message can hold; the page itself has no limits worth keeping.</summary>
    public ChatCapabilities Capabilities { get; init; } = ChatCapabilities.Roomy;

    public ILogger Logger { get; init; } = NullLogger.Instance;
}
