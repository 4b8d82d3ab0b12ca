namespace TriageBot.Chat.Discord.Interactions;

/// <summary>What somebody did, and how to answer it.</summary>
/// <param name="Id">Discord's id of it: the event id.</param>
/// <param name="Token">Opens the answer's addresses for 15 minutes; a secret.</param>
/// <param name="Guild">Null in a private conversation that says of no server what it is about.</param>
internal sealed record Interaction(string Id, string ApplicationId, string Token, ulong? Guild, Author Author)
{
    public string? ChannelId { get; init; }

    /// <summary>It was done in the private conversation with the bot.</summary>
    public bool IsDirect { get; init; }

    /// <summary>It came from a message of ours, which the answer may take the place of.</summary>
    public bool HasMessage { get; init; }

    /// <summary>Null for suggestions.</summary>
    public IncomingBody? Body { get; init; }

    /// <summary>The option for which suggestions are wanted.</summary>
    public Suggestion? Suggestion { get; init; }

    /// <summary>Others that are named in it, as the server shows them.</summary>
    public IReadOnlyList<Author> People { get; init; } = [];
    public IReadOnlyList<ChannelSeen> Channels { get; init; } = [];

    public Destination Where => IsDirect || ChannelId is null ? new Destination.Direct(Author.Id) : new Destination.Channel(ChannelId);
}

/// <param name="Typed">What stands in the field so far.</param>
internal sealed record Suggestion(string Command, string Option, string Typed);
