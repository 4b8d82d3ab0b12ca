using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.World;

/// <summary>A message as it stands now, and how it stood before.</summary>
internal sealed class Message(ulong id, Channel channel, User author)
{
    public ulong Id { get; } = id;

    public Channel Channel { get; } = channel;

    public User Author { get; } = author;

    /// <summary>0 ordinary, 19 reply, 20 answer to a slash command, 23 answer to a menu, 18 thread created.</summary>
    public int Type { get; set; }

    public string Content { get; set; } = "";

    public JsonList Embeds { get; set; } = JsonList.Empty;

    public JsonList Components { get; set; } = JsonList.Empty;

    public List<Attachment> Attachments { get; } = [];

    public int Flags { get; set; }

    public bool IsTts { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? Edited { get; set; }

    public JsonNode? Nonce { get; init; }

    /// <summary>The only one who sees it, if it is private.</summary>
    public User? OnlyFor { get; init; }

    /// <summary>The interaction that it answers.</summary>
    public Interaction? Answers { get; init; }

    public ulong? ReplyTo { get; init; }

    public bool IsByWebhook { get; init; }

    public bool IsDeleted { get; set; }

    public bool IsPinned { get; set; }

    /// <summary>The thread that was opened on it.</summary>
    public Channel? Thread { get; set; }

    public SortedDictionary<string, HashSet<ulong>> Reactions { get; } = new(StringComparer.Ordinal);

    /// <summary>Whom it names and whose phone it made ring, as of the last time it was written.</summary>
    public Mentions Mentions { get; set; } = Mentions.None;

    /// <summary>How often a phone rang for it, all edits together. Edits do not ring in the service; they are counted to be on the safe side.</summary>
    public int Pings { get; set; }

    /// <summary>Contents it had before.</summary>
    public List<string> Former { get; } = [];

    public bool IsLoading => (Flags & MessageFlags.Loading) != 0;

    public bool IsPrivate => OnlyFor is not null;
}

internal sealed record Attachment(ulong Id, string Filename, string? Description, string ContentType, byte[] Content);

internal static class MessageFlags
{
    public const int SuppressEmbeds = 4;
    public const int HasThread = 32;
    public const int Ephemeral = 64;
    public const int Loading = 128;
    public const int SuppressNotifications = 4096;
    public const int ComponentsV2 = 32768;
}
