using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

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

/// <summary>
/// Text of the bot with what people typed kept apart from it, so that no platform ever has to guess what to neutralise.
/// Neighbouring words of the bot of one kind are one run, however they were put together: each run is stored, sent and shown by itself.
/// </summary>
public sealed record RichText(ImmutableArray<TextRun> Runs)
{
    public static RichText Empty { get; } = new(ImmutableArray<TextRun>.Empty);

    public static RichText Plain(string text) => new([new TextRun(RunKind.Plain, text)]);

    public static RichText Typed(string text) => new([new TextRun(RunKind.Typed, text)]);

    /// <summary>The text alone, as a reader sees it.</summary>
    public string ToPlainText() => string.Concat(Runs.Select(run => run.Text));

    public RichText Then(RichText next) => Of([.. Runs, .. next.Runs]);

    public RichText Then(string plain) => Then(new TextRun(RunKind.Plain, plain));

    public RichText Then(TextRun run) => Of([.. Runs, run]);

    /// <summary>Up to the first line break of the bot's own words; one that somebody typed belongs to what they typed.</summary>
    public RichText FirstLine()
    {
        for (var index = 0; index < Runs.Length; index++)
        {
            var run = Runs[index];
            if (run.Kind == RunKind.Typed || run.Text.IndexOf('\n', StringComparison.Ordinal) is not (>= 0 and var end)) continue;
            return new RichText(end == 0 ? Runs[..index] : [.. Runs[..index], run with { Text = run.Text[..end] }]);
        }

        return this;
    }

    /// <summary>Puts each text on lines of its own.</summary>
    public static RichText Lines(params IEnumerable<RichText> lines)
    {
        var runs = new List<TextRun>();
        foreach (var line in lines)
        {
            if (runs.Count > 0) runs.Add(new TextRun(RunKind.Plain, "\n"));
            runs.AddRange(line.Runs);
        }

        return Of(CollectionsMarshal.AsSpan(runs));
    }

    /// <summary>The text of these runs; neighbours that are one are joined.</summary>
    public static RichText Of(ReadOnlySpan<TextRun> runs)
    {
        var joined = ImmutableArray.CreateBuilder<TextRun>(runs.Length);
        for (var index = 0; index < runs.Length;)
        {
            var end = index + 1;
            while (end < runs.Length && AreOne(runs[index], runs[end])) end++;
            joined.Add(end == index + 1 ? runs[index] : runs[index] with { Text = TextOf(runs[index..end]) });
            index = end;
        }

        return new RichText(joined.DrainToImmutable());
    }

    private static bool AreOne(TextRun first, TextRun second) => first.Kind == second.Kind && first.Kind is (RunKind.Plain or RunKind.Strong);

    private static string TextOf(ReadOnlySpan<TextRun> runs)
    {
        var text = new StringBuilder();
        foreach (var run in runs) text.Append(run.Text);
        return text.ToString();
    }

    public bool Equals(RichText? other) => other is not null && Runs.SequenceEqual(other.Runs);

    public override int GetHashCode() => Runs.Aggregate(0, (hash, run) => HashCode.Combine(hash, run));
}
