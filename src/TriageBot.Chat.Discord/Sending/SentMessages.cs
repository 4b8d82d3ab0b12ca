using System.Collections.Concurrent;

namespace TriageBot.Chat.Discord.Sending;

/// <summary>Which message the last sendings became, so that one is not taken for another with the same words.</summary>
internal sealed class SentMessages
{
    private const int Most = 4096;
    private readonly ConcurrentDictionary<string, string> keys = [];

    public void Add(string message, string key)
    {
        if (keys.Count >= Most) keys.Clear();
        keys[message] = key;
    }

    /// <summary>Nothing is known of the message, or it is this very one.</summary>
    public bool MayBe(string message, string key) => keys.GetValueOrDefault(message, key) == key;

    /// <summary>The same words over the same controls.</summary>
    public static bool Shows(MessagePayload message, RenderedCard card) =>
        (message.Embeds ?? []).Select(embed => (embed.Description ?? "").Trim()).SequenceEqual((card.Body.Embeds ?? []).Select(embed => embed.Description.Trim()))
        && (message.Components ?? []).SelectMany(row => row.Components ?? []).Select(control => control.CustomId)
            .SequenceEqual((card.Body.Components ?? []).SelectMany(row => row.Components).Select(control => control.CustomId));
}
