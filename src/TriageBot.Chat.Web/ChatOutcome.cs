using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web;

/// <summary>What a member's own act showed them as its direct result. The same event id again gives the same outcome.</summary>
public abstract record ChatOutcome
{
    private ChatOutcome()
    {
    }

    /// <summary>The bot answered with a new message.</summary>
    public sealed record Shown(string MessageId) : ChatOutcome;

    /// <summary>The bot changed the message that was acted on.</summary>
    public sealed record Updated(string MessageId) : ChatOutcome;

    /// <summary>The bot asks back with a form: a new one, or the one that was filled in, with what is wrong.</summary>
    public sealed record Opened(ShownForm Form) : ChatOutcome;

    /// <summary>Said and heard; there is nothing to answer.</summary>
    public sealed record Nothing : ChatOutcome
    {
        public static Nothing Instance { get; } = new();
    }

    /// <summary>The chat itself did not take it: nothing was shown, nothing reached the bot. <paramref name="Sentence"/> says why and what to do.</summary>
    public sealed record Refused(string Sentence) : ChatOutcome;
}

/// <summary>Whether somebody could join.</summary>
public abstract record PersonOutcome
{
    private PersonOutcome()
    {
    }

    public sealed record Added(Author Person) : PersonOutcome;

    public sealed record Refused(string Sentence) : PersonOutcome;
}
