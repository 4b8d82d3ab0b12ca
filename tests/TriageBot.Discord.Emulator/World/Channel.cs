namespace TriageBot.Discord.Emulator.World;

internal enum ChannelType
{
    Text = 0,
    Direct = 1,
    Voice = 2,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
}

/// <summary>A place where messages stand: a channel of a guild, a thread in one, or the direct messages of one person with the bot.</summary>
internal sealed class Channel(ulong id, ChannelType type, string name, Guild? guild)
{
    public ulong Id { get; } = id;

    public ChannelType Type { get; } = type;

    public string Name { get; set; } = name;

    public Guild? Guild { get; } = guild;

    public string? Topic { get; set; }

    public int Position { get; set; }

    /// <summary>The category of a channel, or the channel of a thread.</summary>
    public Channel? Parent { get; init; }

    /// <summary>Who talks with the bot here; only in direct messages.</summary>
    public User? Recipient { get; init; }

    public List<Overwrite> Overwrites { get; } = [];

    public SortedList<ulong, Message> Messages { get; } = [];

    public ulong? LastMessage { get; set; }

    /// <summary>Who started the thread.</summary>
    public ulong Starter { get; init; }

    public HashSet<ulong> ThreadMembers { get; } = [];

    public bool IsArchived { get; set; }

    public bool IsLocked { get; set; }

    public int ArchiveMinutes { get; set; } = 1440;

    public bool IsThread => Type is ChannelType.PublicThread or ChannelType.PrivateThread or ChannelType.AnnouncementThread;

    public bool TakesMessages => Type is not ChannelType.Category;
}
