using TriageBot.Core.Chat;

namespace TriageBot.Features.Export;

/// <summary>What is said about handing everything out.</summary>
internal static class ExportTexts
{
    public static readonly ReplyText Here = new("export.here", "files", "rows", "size");
    public static readonly ReplyText NotBegun = new("export.not-begun");
    public static readonly ReplyText TooLarge = new("export.too-large", "size", "limit", "workspace");
    public static readonly ReplyText Readme = new("export.readme", "team", "moment", "zone");
    public static readonly ReplyText NotIncluded = new("export.not-included");

    public static IEnumerable<ReplyText> All => [Here, NotBegun, TooLarge, Readme, NotIncluded];
}
