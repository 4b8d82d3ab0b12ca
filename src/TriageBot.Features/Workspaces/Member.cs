using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Workspaces;

/// <summary>A member's row.</summary>
public sealed class Member
{
    /// <summary>
    /// Stands wherever somebody stood who was forgotten. It has no row: whom the bot does not know goes by the id, and this one reads as a name in every sentence.
    /// Its spaces do not break, for lists of ids are divided by spaces.
    /// </summary>
    public static MemberId Former { get; } = new("a\u00A0former\u00A0member");

    public MemberId Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>IANA id; null while the member uses the workspace's zone.</summary>
    public string? Zone { get; init; }

    /// <summary>How they write 5/12: DMY or MDY; null while they use the workspace's.</summary>
    public string? DateOrder { get; init; }

    public bool IsOwner { get; init; }

    public bool IsAdmin { get; init; }

    public DateTimeZone ZoneOr(Workspace workspace) => Zone is null ? workspace.TimeZone : DateTimeZoneProviders.Tzdb[Zone];

    public TextRun AsRun() => new(RunKind.Person, Name, Member: Id.Value);
}
