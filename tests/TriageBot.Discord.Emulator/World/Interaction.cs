using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.World;

internal enum InteractionKind
{
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    Modal = 5,
}

/// <summary>Something a person did that the bot has to answer: within 3 s at first, for 15 minutes after that.</summary>
internal sealed class Interaction(ulong id, string token, InteractionKind kind, User user, Channel channel)
{
    public static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public ulong Id { get; } = id;

    public string Token { get; } = token;

    public InteractionKind Kind { get; } = kind;

    public User User { get; } = user;

    public Channel Channel { get; } = channel;

    public required DateTimeOffset Made { get; set; }

    /// <summary>When it was answered, by the processor's counter; for measuring.</summary>
    public long AnsweredAt { get; set; }

    /// <summary>Type of the first answer (4 to 9); 0 as long as there is none.</summary>
    public int Answer { get; set; }

    /// <summary>Whether the bot was told of it at all.</summary>
    public bool IsSent { get; set; }

    /// <summary>The message whose button or menu was used, or on which the modal was opened.</summary>
    public Message? Source { get; init; }

    /// <summary>The interaction that opened the modal.</summary>
    public Interaction? Opener { get; init; }

    /// <summary>2 for a slash command, 3 for a menu; 0 otherwise.</summary>
    public int CommandType { get; init; }

    /// <summary>Name of the command with group and subcommand.</summary>
    public string? CommandName { get; init; }

    /// <summary>The reply that <c>@original</c> names.</summary>
    public Message? Original { get; set; }

    public List<Message> FollowUps { get; } = [];

    /// <summary>Whether something came after the first answer: what was only announced by it is there.</summary>
    public bool IsFollowed { get; set; }

    public JsonObject? Modal { get; set; }

    public JsonArray? Choices { get; set; }

    /// <summary>Whether the modal that it opened was sent.</summary>
    public bool IsModalUsed { get; set; }

    /// <summary>Called at the first answer; for measuring.</summary>
    public Action<Interaction>? OnAnswer { get; set; }
}
