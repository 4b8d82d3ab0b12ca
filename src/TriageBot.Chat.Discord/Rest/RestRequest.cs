namespace TriageBot.Chat.Discord.Rest;

/// <summary>One request to Discord.</summary>
/// <param name="Route">Path without its values, as in <c>/channels/{0}/messages</c>. Limits are kept by it, and only it is ever logged: paths can hold secrets.</param>
/// <param name="Major">How many of the values, from the first, have limits of their own: one for channels and servers, two for webhooks.</param>
internal sealed record RestRequest(HttpMethod Method, string Route, int Major, params string[] Values)
{
    /// <summary>JSON; null for none.</summary>
    public byte[]? Body { get; init; }
    public IReadOnlyList<CardFile> Files { get; init; } = [];

    /// <summary>Sending it twice does no more than sending it once, so it is repeated when the outcome is not known.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>The address holds a token of its own: sent without the bot's, and not bound to the bot's limit.</summary>
    public bool IsInteraction { get; init; }

    /// <summary>Longest time for waiting and repeating, without the last attempt itself.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    public string Path => string.Format(System.Globalization.CultureInfo.InvariantCulture, Route, [.. Values.Select(Uri.EscapeDataString)]);
    public string MajorKey => string.Join('/', Values.Take(Major));

    /// <summary>What may be logged.</summary>
    public override string ToString() => $"{Method} {Route}";

    public static RestRequest Get(string route, int major, params string[] values) => new(HttpMethod.Get, route, major, values) { MayRepeat = true };
}
