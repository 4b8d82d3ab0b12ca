using System.Globalization;

namespace TriageBot.Chat.Discord.Rendering;

/// <summary>The bot's text in Discord's markup.</summary>
internal static class TextRenderer
{
    /// <summary>Longest clock time alone; a longer text names a date too.</summary>
    private const int ClockLength = 5;

    public static string Render(TextRun run) => run switch
    {
        { Kind: RunKind.Strong } when run.Text.Trim() is { Length: > 0 } words => run.Text.Replace(words, $"**{LiteralText.Escape(words)}**", StringComparison.Ordinal),
        { Kind: RunKind.Moment, At: { } at } => string.Create(CultureInfo.InvariantCulture, $"<t:{at / 1000}:{(run.Text.Length > ClockLength ? 'f' : 't')}>"),
        { Kind: RunKind.Person, Member: { } member } when IsId(member) => $"<@{member}>",
        { Kind: RunKind.Link, Url: { } url } when IsSafe(url) => $"[{LiteralText.Escape(run.Text)}]({url})",
        _ => LiteralText.Escape(run.Text),
    };

    public static bool IsId(string member) => member.Length is > 0 and <= 20 && member.All(char.IsAsciiDigit);

    /// <summary>A link of the bot's own making, without anything that could end it early.</summary>
    private static bool IsSafe(string url) => url.StartsWith("https://", StringComparison.Ordinal) && url.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ':' or '/' or '.' or '-' or '_');
}
