using Microsoft.Extensions.Logging.Abstractions;

namespace TriageBot.Chat.Discord;

/// <summary>How the bot lives on Discord.</summary>
/// <param name="Token">The bot's token; a secret, sent to <see cref="ApiUrl"/> and nowhere else.</param>
public sealed record DiscordOptions(string Token)
{
    public const string PlatformName = "discord";
    private const string Version = "/v10";

    public static Uri DiscordApi { get; } = new("https://discord.com/api");

    /// <summary>A server that speaks the protocol, with or without the version.</summary>
    public Uri ApiUrl { get; init; } = DiscordApi;

    /// <summary>Never without the version: a path without one would mean an old one.</summary>
    internal string VersionedUrl => ApiUrl.ToString().TrimEnd('/') is var url && url.EndsWith(Version, StringComparison.Ordinal) ? url : url + Version;

    /// <summary>Which shards this process serves; null asks Discord how many there should be and serves them all.</summary>
    public ShardRange? Shards { get; init; }

    /// <summary>Take plain text typed to the bot in a private conversation; needs an intent.</summary>
    public bool DirectMessages { get; init; } = true;

    /// <summary>Open a thread below messages that ask for one, such as escalations.</summary>
    public bool Threads { get; init; }

    /// <summary>Hear of messages in channels that mention a member; needs an intent.</summary>
    public bool Mentions { get; init; }

    /// <summary>With <see cref="Mentions"/>: their text too; needs a privileged intent, which an admin switches on at Discord.</summary>
    public bool MessageContent { get; init; }

    /// <summary>How long a person sees nothing before they see that an answer is on its way. Discord gives up after 3 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1.5);
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>A record prints all its values; a token must never be printed.</summary>
    public override string ToString() => $"Discord at {ApiUrl}";
}

/// <summary>Shards <paramref name="First"/> to <paramref name="Last"/> of <paramref name="Count"/>; written as in <c>0-3/8</c>.</summary>
public sealed record ShardRange(int First, int Last, int Count)
{
    private const int Most = 10_000;

    public IEnumerable<int> Ids => Enumerable.Range(First, Last - First + 1);

    /// <returns>Null when the text is no range of shards.</returns>
    public static ShardRange? Read(string text)
    {
        var parts = text.Split('/', '-');
        var numbers = parts.Select(part => int.TryParse(part.Trim(), System.Globalization.NumberStyles.None, null, out var number) ? number : -1).ToList();
        return text.Count(letter => letter == '/') == 1 && text.IndexOf('/', StringComparison.Ordinal) > text.IndexOf('-', StringComparison.Ordinal)
            ? numbers switch
            {
                [var first, var last, var count] => Check(first, last, count),
                [var only, var count] => Check(only, only, count),
                _ => null,
            }
            : null;
    }

    private static ShardRange? Check(int first, int last, int count) =>
        first >= 0 && first <= last && last < count && count <= Most ? new ShardRange(first, last, count) : null;
}
