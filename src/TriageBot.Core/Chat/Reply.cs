namespace TriageBot.Core.Chat;

/// <summary>The answer to one <see cref="Incoming"/>, shown by the adapter after everything it says is on disk (rule X1).</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>Nothing to show: plain talk in a channel.</summary>
    public sealed record Nothing : Reply
    {
        public static Nothing Instance { get; } = new();
    }

    /// <summary>Only the author sees it, at the place where they acted.</summary>
    public sealed record Private(Card Card) : Reply;

    /// <summary>Everybody at that place sees it.</summary>
    public sealed record Public(Card Card) : Reply;

    /// <summary>Takes the place of the message whose control was pressed, for whoever sees that message.</summary>
    public sealed record Update(Card Card) : Reply;

    /// <summary>Shows a form. What is filled in comes back as <see cref="IncomingBody.Filled"/>; an <see cref="Update"/> to that replaces the message the form was opened from.</summary>
    public sealed record Open(Form Form) : Reply;
}
