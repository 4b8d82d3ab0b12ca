using System.Collections.Immutable;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Someday;

/// <summary>What is said about the rhythm and the archive of the someday-maybe list.</summary>
internal static class SomedayTexts
{
    public static readonly ReplyText NotOnList = new("someday.not-on-list", "number");
    public static readonly ReplyText Numbers = new("someday.numbers", "typed");
    public static readonly ReplyText WhichDay = new("someday.which-day", "number", "what");
    public static readonly ReplyText AskDrop = new("someday.ask-drop", "number", "what", "count");
    public static readonly ReplyText PrivateTurn = new("someday.private-turn", "shown", "count", "days");
    public static readonly ReplyText Archive = new("someday.archive", "count", "page");
    public static readonly ReplyText ArchiveLine = new("someday.archive-line", "number", "what", "day");
    public static readonly ReplyText ArchiveEmpty = new("someday.archive-empty");

    public static ImmutableArray<ReplyText> All => [NotOnList, Numbers, WhichDay, AskDrop, PrivateTurn, Archive, ArchiveLine, ArchiveEmpty];
}
