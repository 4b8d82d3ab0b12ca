namespace TriageBot.Chat.Discord.Sending;

/// <summary>The addresses of messages and threads.</summary>
internal sealed class MessageApi(DiscordRest rest)
{
    private const int PrivateThread = 12;
    private const int OneWeek = 10_080;
    private const int LongestThreadName = 100;
    private const int LongestNonce = 25;

    /// <summary>Posts a message once, however often it is called with one key within a few minutes.</summary>
    public Task<RestAnswer> PostAsync(string channel, RenderedCard card, string key, CancellationToken ct) => rest.SendAsync(
        new RestRequest(HttpMethod.Post, "/channels/{0}/messages", 1, channel)
        {
            Body = Json(card.New with { Nonce = NonceOf(key), EnforceNonce = true }),
            Files = card.Files,
            MayRepeat = true,
        },
        ct);

    public Task<RestAnswer> EditAsync(string channel, string message, RenderedCard card, CancellationToken ct) => rest.SendAsync(
        new RestRequest(HttpMethod.Patch, "/channels/{0}/messages/{1}", 1, channel, message) { Body = Json(card.Edit), Files = card.Files, MayRepeat = true },
        ct);

    /// <summary>The newest messages of a channel; empty where they cannot be read.</summary>
    public async Task<IReadOnlyList<MessagePayload>> NewestAsync(string channel, CancellationToken ct) =>
        await rest.SendAsync(RestRequest.Get("/channels/{0}/messages?limit=50", 1, channel), ct).ConfigureAwait(false) is RestAnswer.Ok ok ? ok.Read(PayloadJson.Default.Messages) : [];

    /// <summary>Opens a thread below a message; a second one for the same message is refused, which does no harm.</summary>
    public Task<RestAnswer> ThreadBelowAsync(string channel, string message, string title, CancellationToken ct) => rest.SendAsync(
        new RestRequest(HttpMethod.Post, "/channels/{0}/messages/{1}/threads", 1, channel, message) { Body = Thread(new ThreadBody(Name(title), OneWeek)), MayRepeat = true },
        ct);

    public Task<RestAnswer> PrivateThreadAsync(string channel, string name, CancellationToken ct) => rest.SendAsync(
        new RestRequest(HttpMethod.Post, "/channels/{0}/threads", 1, channel) { Body = Thread(new ThreadBody(Name(name), OneWeek, PrivateThread, Invitable: false)) },
        ct);

    public static string NonceOf(string key) => key[..Math.Min(key.Length, LongestNonce)];

    private static string Name(string title)
    {
        var name = Cut.To(LiteralText.Line(title).Trim(), LongestThreadName);
        return name.Length == 0 ? "…" : name;
    }

    private static byte[] Json(MessageBody body) => JsonSerializer.SerializeToUtf8Bytes(body, BodyJson.Default.MessageBody);

    private static byte[] Thread(ThreadBody body) => JsonSerializer.SerializeToUtf8Bytes(body, BodyJson.Default.ThreadBody);
}
