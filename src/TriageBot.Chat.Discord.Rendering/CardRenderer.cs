using System.Text;

namespace TriageBot.Chat.Discord.Rendering;

/// <summary>A card as a message. Whatever its length, Discord takes it: what does not fit is counted in words and, in a new message, added as a file.</summary>
internal static class CardRenderer
{
    private const int LongestDescription = 4096;

    /// <summary>Discord takes 6000 characters over all embeds; the difference is for what it may count otherwise.</summary>
    private const int LongestText = 5900;
    private const int LongestName = 100;

    /// <summary>What a server without boosts takes.</summary>
    private const int LargestFile = 10 * 1024 * 1024;

    /// <summary>Less than what is really taken: a second embed looks like a second message, so few texts should need one.</summary>
    public static ChatCapabilities Capabilities { get; } = new()
    {
        TextLength = LongestDescription - 100,
        LineLength = 70,
        ControlRows = ControlRenderer.MostRows,
        PlacesAtOnce = 8,
        FileBytes = LargestFile,
        LengthOf = static run => TextRenderer.Render(run).Length,
    };

    /// <param name="tag">Put before the ids of controls, see <see cref="ControlTag"/>.</param>
    /// <param name="withoutFile">Said after the count of what does not fit, where no file is sent with it; null when one is.</param>
    public static RenderedCard Render(Card card, string tag, string? withoutFile = null)
    {
        var (rows, dropped) = ControlRenderer.Rows(card.Controls, tag);
        var text = dropped == 0 ? card.Text : card.Text.Then($"\n+{dropped} more below than Discord shows");
        var lines = TextLines.Fit(text, LongestDescription, LongestText, withoutFile ?? ", in the file");
        var pinged = card.Mentions.Select(member => member.Value).Where(TextRenderer.IsId).Distinct().Take(LongestName).ToList();
        var body = new MessageBody
        {
            Content = pinged.Count > 0 ? Pings(pinged) : null,
            Embeds = [.. lines.Boxes.Where(box => !string.IsNullOrWhiteSpace(box)).Select(box => new EmbedBody(box))],
            Components = rows.Count > 0 ? rows : null,
            AllowedMentions = pinged.Count > 0 ? new AllowedMentionsBody([], pinged) : AllowedMentionsBody.Nobody,
        };
        if (body.Embeds.Count == 0) body = body with { Embeds = [new EmbedBody("…")] };
        return new RenderedCard(body, withoutFile is not null ? [] : lines.IsCut ? [new CardFile("whole-text.txt", Encoding.UTF8.GetBytes(card.Text.ToPlainText())), .. card.Files] : card.Files);
    }

    private static string Pings(IEnumerable<string> members)
    {
        var content = string.Join(' ', members.Select(member => $"<@{member}>"));
        return content.Length <= 2000 ? content : content[..content.LastIndexOf(' ', 2000)];
    }
}

/// <param name="Files">The whole text, where it was too long to be shown, and what comes with the card.</param>
internal sealed record RenderedCard(MessageBody Body, IReadOnlyList<CardFile> Files)
{
    /// <summary>For a new message, with its files.</summary>
    public MessageBody New => Files.Count == 0 ? Body : Body with { Attachments = [.. Files.Select((file, index) => new AttachmentBody(index.ToString(System.Globalization.CultureInfo.InvariantCulture), file.Name))] };

    /// <summary>For an existing message: nothing of what it showed before stays.</summary>
    public MessageBody Edit => New with { Content = Body.Content ?? "", Components = Body.Components ?? [], Attachments = New.Attachments ?? [] };
}
