using System.Collections.Concurrent;

namespace TriageBot.Chat.Discord.Sending;

/// <summary>Private conversations by member. Discord gives the same one again, so forgetting one costs a request and nothing else.</summary>
internal sealed class DirectChannels(DiscordRest rest)
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<string, string> channels = [];

    /// <returns>The channel, or why there is none.</returns>
    public async Task<(string? Channel, RestAnswer Answer)> OpenAsync(string member, CancellationToken ct)
    {
        if (channels.TryGetValue(member, out var known)) return (known, new RestAnswer.Ok(200, []));
        var answer = await rest.SendAsync(
            new RestRequest(HttpMethod.Post, "/users/@me/channels", 0)
            {
                Body = JsonSerializer.SerializeToUtf8Bytes(new RecipientBody(member), BodyJson.Default.RecipientBody),
                MayRepeat = true,
            },
            ct).ConfigureAwait(false);
        if (answer is not RestAnswer.Ok ok) return (null, answer);
        if (channels.Count >= Most) channels.Clear();
        return (channels[member] = ok.Read(PayloadJson.Default.ChannelPayload).Id, answer);
    }

    public void Forget(string member) => channels.TryRemove(member, out _);
}
