using System.Collections.Immutable;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Series;

/// <summary>What is said about repeating tasks.</summary>
internal static class SeriesTexts
{
    public static readonly ReplyText Fact = new("series.fact", "pattern");
    public static readonly ReplyText FactPaused = new("series.fact-paused", "day");
    public static readonly ReplyText Next = new("series.next", "number", "day");
    public static readonly ReplyText Last = new("series.last");
    public static readonly ReplyText Ended = new("series.ended", "pattern");
    public static readonly ReplyText NotRepeating = new("series.not-repeating", "number", "what");
    public static readonly ReplyText PauseNeedsDay = new("series.pause-needs-day", "typed", "number");
    public static readonly ReplyText NothingLeft = new("series.nothing-left", "number", "what", "day");
    public static readonly ReplyText Owed = new("series.owed", "day");

    public static ImmutableArray<ReplyText> All => [Fact, FactPaused, Next, Last, Ended, NotRepeating, PauseNeedsDay, NothingLeft, Owed];
}
