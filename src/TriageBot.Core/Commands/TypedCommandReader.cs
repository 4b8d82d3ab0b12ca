namespace TriageBot.Core.Commands;

/// <summary>Reads a typed command line such as <c>/urgent Server down customer:Acme due:"today 5pm"</c> (product, section 2).</summary>
public static class TypedCommandReader
{
    public static ParseResult Read(string text, CommandTree commands) => throw new NotSupportedException();

    public static ParseResult CheckValues(CommandSpec spec, IReadOnlyDictionary<string, string> values) => throw new NotSupportedException();
}

/// <summary>What a typed line means, or why it means nothing.</summary>
public abstract record ParseResult
{
    private ParseResult()
    {
    }

    public sealed record Command(CommandSpec Spec, IReadOnlyDictionary<string, string> Values) : ParseResult;

    /// <param name="Sentence">What is wrong, as a sentence for the person who typed it.</param>
    /// <param name="Position">Offset in the typed text where it went wrong, from 0.</param>
    /// <param name="Example">A line that would work, as close to what was typed as possible.</param>
    public sealed record Problem(string Sentence, int Position, string Example) : ParseResult;
}
