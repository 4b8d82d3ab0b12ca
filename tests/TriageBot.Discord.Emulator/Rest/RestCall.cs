using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TriageBot.Discord.Emulator.Rest.Forms;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest;

/// <summary>A request, read and matched.</summary>
internal sealed class RestCall(Route route, IReadOnlyDictionary<string, string> parts, IQueryCollection query)
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}"u8);

    public Route Route { get; } = route;

    public JsonElement? Body { get; init; }

    /// <summary>Files of a multipart body, by their number.</summary>
    public IReadOnlyDictionary<int, Upload> Files { get; init; } = new Dictionary<int, Upload>();

    public string Part(string name) => parts[name];

    /// <exception cref="RestError">The part of the path is no id.</exception>
    public ulong Id(string name) => Snowflakes.Read(parts[name]) ?? throw FormErrors.Of(name, "NUMBER_TYPE_COERCE", $"Value \"{parts[name]}\" is not snowflake.");

    public string? Query(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;

    public bool Flag(string name) => Query(name) is "true" or "True" or "1";

    public int Number(string name, int normally, int min, int max)
    {
        if (Query(name) is not { } text) return normally;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max) return number;
        throw FormErrors.Of(name, "NUMBER_TYPE_MAX", $"int value should be between {min} and {max}.");
    }

    /// <summary>The body, which must be an object.</summary>
    /// <exception cref="RestError">It is none.</exception>
    public Form Form() => Body switch
    {
        { ValueKind: JsonValueKind.Object } json => new Form(json, new FormErrors()),
        null => new Form(Nothing, new FormErrors()),
        _ => throw FormErrors.Of("", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType"),
    };
}

/// <param name="Body">None for 204, which then has no content type either.</param>
internal sealed record RestAnswer(int Status, JsonNode? Body = null)
{
    public static RestAnswer NoContent { get; } = new(204);

    public static RestAnswer Ok(JsonNode body) => new(200, body);

    public static RestAnswer Created(JsonNode body) => new(201, body);
}

/// <summary>One of the service's addresses.</summary>
/// <param name="Template">As in the specification, such as <c>/channels/{channel_id}/messages</c>.</param>
/// <param name="Bucket">Rate limit that it counts for.</param>
/// <param name="NeedsToken">Whether the bot's token must be there. Interactions carry their own in the path.</param>
/// <param name="Handle">Called under the world's lock.</param>
internal sealed record Route(string Method, string Template, string Bucket, bool NeedsToken, Func<RestCall, RestAnswer> Handle)
{
    public string[] Segments { get; } = Template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Which segments differ from call to call, and what they are called.</summary>
    public (int At, string Name)[] Parts { get; } =
        [.. Template.Split('/', StringSplitOptions.RemoveEmptyEntries).Index().Where(segment => segment.Item[0] == '{').Select(segment => (segment.Index, segment.Item.Trim('{', '}')))];

    /// <summary>The part of the path that has limits of its own: channel, guild, or webhook.</summary>
    public string? Major { get; } = Template.Split('/').FirstOrDefault(part => part is "{channel_id}" or "{guild_id}" or "{webhook_token}")?.Trim('{', '}');
}
