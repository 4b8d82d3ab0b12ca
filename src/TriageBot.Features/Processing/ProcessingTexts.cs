using TriageBot.Core.Chat;

namespace TriageBot.Features.Processing;

/// <summary>What is said about matters with set days.</summary>
internal static class ProcessingTexts
{
    public static readonly ReplyText Yours = new("processing.yours", "kind", "days", "until");
    public static readonly ReplyText DaysOnly = new("processing.days-only", "kind", "days", "until");
    public static readonly ReplyText NoKind = new("processing.no-kind", "typed", "kinds");
    public static readonly ReplyText NoKinds = new("processing.no-kinds", "typed");
    public static readonly ReplyText NeverOpen = new("processing.never-open", "kind", "typed");

    public static IEnumerable<ReplyText> All => [Yours, DaysOnly, NoKind, NoKinds, NeverOpen];
}
