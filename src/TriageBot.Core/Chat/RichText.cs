using System.Collections.Immutable;

namespace TriageBot.Core.Chat;

/// <summary>How a run of text is to be shown. A platform that cannot show a kind shows its text plainly.</summary>
public enum RunKind
{
    /// <summary>The bot's own words.</summary>
    Plain,

    /// <summary>The bot's own words, emphasised.</summary>
    Strong,

    /// <summary>What a person typed. An adapter shows it literally: no markup, no links, no mentions (rule X6).</summary>
    Typed,

    /// <summary>A moment; <see cref="TextRun.At"/> carries Unix milliseconds for platforms that show times in the reader's zone (rule T8).</summary>
    Moment,

    /// <summary>A member's name. It pings only when the card also lists the member in <see cref="Card.Mentions"/>.</summary>
    Person,

    /// <summary>Words of the bot that lead to <see cref="TextRun.Url"/>.</summary>
    Link,
}

/// <summary>A run of text of one kind. <paramref name="Text"/> is always complete for a reader by itself.</summary>
/// <param name="At">Unix milliseconds, for <see cref="RunKind.Moment"/> only.</param>
/// <param name="Member">Member id, for <see cref="RunKind.Person"/> only.</param>
/// <param name="Url">An address given by the platform, for <see cref="RunKind.Link"/> only; never one that somebody typed.</param>
public sealed record TextRun(RunKind Kind, string Text, long? At = null, string? Member = null, string? Url = null);

/// <summary>Text of the bot with what people typed kept apart from it, so that no platform ever has to guess what to neutralise.</summary>
public sealed record RichText(ImmutableArray<TextRun> Runs)
{
    public static RichText Empty { get; } = new(ImmutableArray<TextRun>.Empty);

    public static RichText Plain(string text) => new([new TextRun(RunKind.Plain, text)]);

    public static RichText Typed(string text) => new([new TextRun(RunKind.Typed, text)]);

    /// <summary>The text alone, as a reader sees it.</summary>
    public string ToPlainText() => string.Concat(Runs.Select(run => run.Text));

    public RichText Then(RichText next) => new(Runs.AddRange(next.Runs));

    public RichText Then(string plain) => new(Runs.Add(new TextRun(RunKind.Plain, plain)));

    /// <summary>Puts each text on lines of its own.</summary>
    public static RichText Lines(params IEnumerable<RichText> lines)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        foreach (var line in lines)
        {
            if (runs.Count > 0) runs.Add(new TextRun(RunKind.Plain, "\n"));
            runs.AddRange(line.Runs);
        }

        return new RichText(runs.ToImmutable());
    }

    public bool Equals(RichText? other) => other is not null && Runs.SequenceEqual(other.Runs);

    public override int GetHashCode() => Runs.Aggregate(0, (hash, run) => HashCode.Combine(hash, run));
}
