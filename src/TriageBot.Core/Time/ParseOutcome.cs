namespace TriageBot.Core.Time;

/// <summary>What a typed text means, or why it means nothing.</summary>
public abstract record ParseOutcome<T>
{
    private ParseOutcome()
    {
    }

    public sealed record Success(T Value) : ParseOutcome<T>;

    /// <param name="Sentence">What is wrong, as a sentence for the person who typed it.</param>
    /// <param name="Position">Offset in the typed text where it went wrong, from 0.</param>
    /// <param name="Example">A text that would work, as close to what was typed as possible.</param>
    public sealed record Problem(string Sentence, int Position, string Example) : ParseOutcome<T>;
}
