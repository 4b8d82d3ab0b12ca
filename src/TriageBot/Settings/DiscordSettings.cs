using TriageBot.Chat.Discord;

namespace TriageBot.Settings;

/// <summary>The bot on Discord; without a token it is not there.</summary>
public sealed record DiscordSettings
{
    /// <summary>A secret.</summary>
    public string? Token { get; init; }

    /// <summary>A file that holds the token and nothing else.</summary>
    public string? TokenFile { get; init; }

    public Uri ApiUrl { get; init; } = DiscordOptions.DiscordApi;

    /// <summary>Null for as many as Discord advises.</summary>
    public ShardRange? Shards { get; init; }

    public bool DirectMessages { get; init; } = true;

    public bool Threads { get; init; }

    /// <summary>Answer who mentions an owner in focus or in quiet hours.</summary>
    public bool Mentions { get; init; }

    /// <summary>With mentions: hold the mentioning message's own text. Needs a switch on the application's page.</summary>
    public bool MessageContent { get; init; }

    /// <summary>Days for which data is kept after the bot was removed from a server, 1–3650.</summary>
    public int KeepDays { get; init; } = 30;

    public bool IsOn => Token is not null || TokenFile is not null;

    /// <exception cref="StartRefusedException">The file of the token cannot be read, or is empty.</exception>
    public DiscordOptions ToOptions() => new(Token ?? ReadToken())
    {
        ApiUrl = ApiUrl,
        Shards = Shards,
        DirectMessages = DirectMessages,
        Threads = Threads,
        Mentions = Mentions || MessageContent,
        MessageContent = MessageContent,
    };

    /// <summary>It is sent in a header, which takes no other letters; "…" copied from an instruction is the usual one.</summary>
    internal static bool CanBeToken(string text) => text.All(letter => letter is >= '!' and <= '~');

    /// <summary>A record prints all its values; a token must never be printed.</summary>
    public override string ToString() => IsOn ? "Discord is set up" : "Discord is not set up";

    private string ReadToken()
    {
        try
        {
            var token = File.ReadAllText(TokenFile ?? "").Trim();
            return token.Length > 0 && CanBeToken(token)
                ? token
                : throw new StartRefusedException("The file of Discord:TokenFile must hold the bot's token and nothing else: only letters, digits and signs such as \".\", \"-\" and \"_\".");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StartRefusedException("The file of Discord:TokenFile cannot be read. Put the bot's token into it, or set Discord:Token.");
        }
    }
}
