using System.Collections.Immutable;

namespace TriageBot.Core.Commands;

/// <summary>Who may use a command; one policy function decides (rule X5).</summary>
public enum CommandAccess
{
    Everyone,

    /// <summary>Members whose attention is protected.</summary>
    Owners,

    /// <summary>Members who may change the set-up.</summary>
    Admins,

    /// <summary>Admins for everything, owners for what is their own.</summary>
    AdminsAndOwners,
}

/// <summary>What an option expects. Decides the sentence in help and in completion, and how its value is checked.</summary>
public enum OptionKind
{
    Text,

    /// <summary>Number of an item: <c>142</c> or <c>#142</c>.</summary>
    Item,

    /// <summary>A member: <c>@sam</c> or the name.</summary>
    Member,

    /// <summary>A channel: <c>#team</c>.</summary>
    Channel,

    /// <summary>A due date or do-day (rules D1–D3).</summary>
    Date,

    /// <summary>A span of minutes: <c>45m</c>, <c>1h30</c>.</summary>
    Duration,

    /// <summary>A customer by name; one that is known arrives in its own spelling.</summary>
    Customer,

    /// <summary>What part of a week is reserved for it, in one word: <c>refunds</c>.</summary>
    Function,

    /// <summary>An IANA time zone: <c>Europe/Oslo</c>.</summary>
    Zone,

    YesNo,

    /// <summary>One of <see cref="OptionSpec.Choices"/>.</summary>
    Choice,
}

/// <summary>One command, as data: registration, completion, help and <c>docs/commands.md</c> are all made from it.</summary>
/// <param name="Name">1–32 characters of a–z, 0–9 and hyphen.</param>
/// <param name="Summary">At most 100 characters.</param>
public sealed record CommandSpec(string Name, string Summary, CommandAccess Access = CommandAccess.Everyone)
{
    /// <summary>At most 25. Positional ones come first, in the order in which they are typed.</summary>
    public ImmutableArray<OptionSpec> Options { get; init; } = [];

    /// <summary>Whole lines a person could type, the commonest first; at least one. All must be readable by <see cref="TypedCommandReader"/>.</summary>
    public ImmutableArray<string> Examples { get; init; } = [];

    /// <summary>A few sentences for <c>/help name</c>; may be empty.</summary>
    public string Details { get; init; } = "";

    /// <summary>What the words without a name are; null where all options are named.</summary>
    internal OptionSpec? Main => Options.LastOrDefault(option => option.Positional);

    public OptionSpec? Option(string name) => Options.FirstOrDefault(option => option.Name == name);
}

/// <param name="Name">As for commands.</param>
/// <param name="Summary">What it expects, at most 100 characters.</param>
public sealed record OptionSpec(string Name, OptionKind Kind, string Summary)
{
    /// <summary>May be typed without its name. Of those that are, all but the last take one word; the last takes all unnamed words that are left.</summary>
    public bool Positional { get; init; }

    public bool Required { get; init; }

    /// <summary>Longest value, in UTF-16 units.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>At most 25; only for <see cref="OptionKind.Choice"/>.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>What is suggested while its number is typed; only for <see cref="OptionKind.Item"/>.</summary>
    public ItemKind Items { get; init; }
}

/// <summary>Which items a command is for.</summary>
public enum ItemKind
{
    Task,
    OpenEscalation,
    SolvedEscalation,
    Promise,

    /// <summary>Tasks, held messages, escalations and promises.</summary>
    Any,
}
