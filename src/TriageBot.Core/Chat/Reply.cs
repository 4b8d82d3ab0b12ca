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
    public sealed record Private(Card Card) : Reply
    {
        /// <summary>Says about something that was typed that it cannot be used; where that stood in a form, the bot makes a <see cref="Refused"/> of it. Null for all else.</summary>
        public Unusable? Unusable { get; init; }
    }

    /// <summary>Everybody at that place sees it.</summary>
    public sealed record Public(Card Card) : Reply;

    /// <summary>Takes the place of the message whose control was pressed, for whoever sees that message.</summary>
    public sealed record Update(Card Card) : Reply;

    /// <summary>Shows a form. What is filled in comes back as <see cref="IncomingBody.Filled"/>; an <see cref="Update"/> to that replaces the message the form was opened from.</summary>
    public sealed record Open(Form Form) : Reply;

    /// <summary>What was filled in cannot be used, and nothing was changed. A platform that can keeps the form open, or shows it again as it was filled in.</summary>
    /// <param name="Card">For platforms on which a form is gone once it was sent: what is wrong, all that was typed, and a button that opens the form again. Only the author sees it.</param>
    /// <param name="Form">As it was filled in, with what is wrong as its <see cref="Form.Problem"/>.</param>
    /// <param name="By">Who filled it in.</param>
    public sealed record Refused(Card Card, Form Form, MemberId By) : Reply;
}

/// <summary>What was typed and cannot be used.</summary>
/// <param name="Typed">The value alone; empty where one is missing.</param>
/// <param name="Sentence">What is wrong with it and what would work, for a reader who still has before them what they typed.</param>
public sealed record Unusable(string Typed, RichText Sentence);
