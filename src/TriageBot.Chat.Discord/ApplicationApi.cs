namespace TriageBot.Chat.Discord;

/// <summary>What Discord says about the bot itself.</summary>
internal sealed class ApplicationApi(DiscordRest rest, TimeProvider clock)
{
    public async Task<string> IdAsync(CancellationToken ct) => (await AskAsync("/applications/@me", ct).ConfigureAwait(false)).Read(ApplicationJson.Default.ApplicationPayload).Id;

    public async Task<GatewayInfo> GatewayAsync(CancellationToken ct)
    {
        var gateway = (await AskAsync("/gateway/bot", ct).ConfigureAwait(false)).Read(ApplicationJson.Default.GatewayPayload);
        var limit = gateway.SessionStartLimit ?? new SessionStartLimit { Remaining = 1, MaxConcurrency = 1 };
        return new GatewayInfo(gateway.Url, gateway.Shards, limit.Remaining, clock.GetUtcNow() + TimeSpan.FromMilliseconds(limit.ResetAfter), limit.MaxConcurrency);
    }

    /// <exception cref="UnansweredException">Discord did not answer, or not now.</exception>
    private async Task<RestAnswer.Ok> AskAsync(string route, CancellationToken ct) => await rest.SendAsync(RestRequest.Get(route, 0), ct).ConfigureAwait(false) switch
    {
        RestAnswer.Ok ok => ok,
        // The token was refused: sending once more says so with its sentence.
        RestAnswer.Refused { Status: 401 } => throw await rest.Stopped.WaitAsync(ct).ConfigureAwait(false),
        RestAnswer.Refused refused => throw new UnansweredException($"{route} was refused with {refused.Status}: {refused.Detail}"),
        _ => throw new UnansweredException($"{route} is limited."),
    };
}

internal sealed class ApplicationPayload
{
    public string Id { get; init; } = "";
}

internal sealed class GatewayPayload
{
    public required Uri Url { get; init => field = value is { IsAbsoluteUri: true, Scheme: "ws" or "wss" } ? value : throw new JsonException("The gateway has no address."); }
    public int Shards { get; init; } = 1;
    public SessionStartLimit? SessionStartLimit { get; init; }
}

internal sealed class SessionStartLimit
{
    public int Remaining { get; init; }
    public long ResetAfter { get; init; }
    public int MaxConcurrency { get; init; } = 1;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ApplicationPayload))]
[JsonSerializable(typeof(GatewayPayload))]
internal sealed partial class ApplicationJson : JsonSerializerContext;
