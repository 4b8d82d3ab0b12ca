namespace TriageBot.Discord.Emulator.World;

/// <summary>A server of Discord's, with its people, roles and channels.</summary>
internal sealed class Guild(ulong id, string name, User owner)
{
    public ulong Id { get; } = id;

    public string Name { get; set; } = name;

    public User Owner { get; } = owner;

    public Dictionary<ulong, Role> Roles { get; } = [];

    public Dictionary<ulong, Member> Members { get; } = [];

    public Dictionary<ulong, Channel> Channels { get; } = [];

    /// <summary>Names by id.</summary>
    public Dictionary<ulong, string> Emojis { get; } = [];

    /// <summary>Commands registered for this guild alone.</summary>
    public CommandSet Commands { get; } = new();

    /// <summary>Whether the bot is in it.</summary>
    public bool HasBot { get; set; } = true;

    /// <summary>An outage: the guild is listed, and nothing can be done in it.</summary>
    public bool IsUnavailable { get; set; }

    public Role Everyone => Roles[Id];
}

internal sealed class User(ulong id, string name)
{
    public ulong Id { get; } = id;

    public string Name { get; set; } = name;

    public string? GlobalName { get; set; }

    public bool IsBot { get; init; }

    public string Locale { get; set; } = "en-US";

    /// <summary>Whether direct messages from people on the same server reach them.</summary>
    public bool TakesDirectMessages { get; set; } = true;
}

internal sealed class Member(User user, DateTimeOffset joined)
{
    public User User { get; } = user;

    public string? Nick { get; set; }

    public DateTimeOffset Joined { get; } = joined;

    public HashSet<ulong> Roles { get; } = [];
}

internal sealed class Role(ulong id, string name)
{
    public ulong Id { get; } = id;

    public string Name { get; set; } = name;

    public int Position { get; set; }

    public ulong Permissions { get; set; }

    public bool IsMentionable { get; set; }

    public bool IsManaged { get; init; }
}

/// <param name="IsForMember">For one person; otherwise for a role.</param>
internal sealed record Overwrite(ulong Id, bool IsForMember, ulong Allow, ulong Deny);
