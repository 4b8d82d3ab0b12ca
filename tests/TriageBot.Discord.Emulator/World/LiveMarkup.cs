using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TriageBot.Discord.Emulator.World;

/// <summary>What in a message a client would not show as it is written: mentions, links, emphasis, code, headings, times, and letters that turn the direction of others.</summary>
internal static partial class LiveMarkup
{
    /// <summary>The marks, as they stand in content and embeds; what a backslash takes the meaning from is not among them. Labels know no markup, but directions.</summary>
    public static IEnumerable<string> Of(Message message)
    {
        var marked = Marked(message.Embeds.Items).Prepend(message.Content);
        return marked.SelectMany(text => Found(Marks(), Escaped().Replace(text, "·"))).Concat(Labels(message.Components.Items).SelectMany(text => Found(Turns(), text)));
    }

    private static IEnumerable<string> Found(Regex marks, string text) => marks.Matches(text).Select(match => match.Value);

    /// <summary>Everything in an embed that knows markup: its title, its description, its fields.</summary>
    private static IEnumerable<string> Marked(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Marked),
        JsonObject json => json.SelectMany(pair => pair switch
        {
            { Key: "title" or "description" or "name" or "value", Value: JsonValue value } => [value.ToString()],
            { Key: "fields" } => Marked(pair.Value),
            _ => [],
        }),
        _ => [],
    };

    private static IEnumerable<string> Labels(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Labels),
        JsonObject json => json.SelectMany(pair => pair is { Key: "label" or "placeholder" or "description", Value: JsonValue value } ? [value.ToString()] : Labels(pair.Value)),
        _ => [],
    };

    [GeneratedRegex(@"\\[^\sA-Za-z0-9]")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"<(@[!&]?|#|a?:|t:|/|id:)[^>\n]*>|@everyone|@here|\]\([^)\n]*\)|\*+|_+|~~|\|\||`+|^\s*(#{1,3}|-#|>{1,3}|[-*+]|\d+\.) |<?https?://[^\s)]*|[\u202A-\u202E\u200E\u200F\u061C]|[\u0000-\u0009\u000B-\u001F]", RegexOptions.Multiline)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u0000-\u001F]")]
    private static partial Regex Turns();
}
