using System.Collections.Immutable;

namespace TriageBot.Core.Time.DueDates;

/// <summary>What became of a typed due date: a value, a question, or a refusal. Unsure is never a value (rule D1).</summary>
public abstract record DueReading
{
    private DueReading()
    {
    }

    /// <param name="Rule">The rule that decided, for <c>triagebot due</c>.</param>
    /// <param name="Other">The other thing the words could mean, for a button (rule D2).</param>
    /// <param name="Note">What the echo must say besides the date: a clock change that moved the time (rule T4).</param>
    public sealed record Value(DueValue Due, string Rule, NamedReading? Other = null, string? Note = null) : DueReading;

    /// <param name="Sentence">The question.</param>
    /// <param name="Readings">One to confirm, or two to choose from.</param>
    public sealed record Ask(string Sentence, ImmutableArray<NamedReading> Readings) : DueReading;

    /// <param name="Sentence">What was understood and why it is no date, for the person who typed it.</param>
    /// <param name="Position">Offset in the typed text where it went wrong, from 0.</param>
    /// <param name="Suggestion">A whole text to type instead, which is read as a value or asked about: the first of <see cref="Derived"/>, otherwise an example of how a date is written.</param>
    public sealed record Refusal(string Sentence, int Position, string? Suggestion = null) : DueReading
    {
        /// <summary>Whole texts made from what was typed, which may have been meant. Only these are for buttons: one press on a mere example would set a date nobody thought of.</summary>
        public ImmutableArray<string> Derived { get; init; } = [];

        public static Refusal Meaning(string sentence, int position, params ImmutableArray<string> derived) =>
            new(sentence, position, derived.FirstOrDefault()) { Derived = derived };
    }
}

/// <summary>One thing the words may mean.</summary>
/// <param name="Label">For a button: "Fri 13 Mar 2026, 17:00".</param>
/// <param name="Text">A due date that reads to exactly this value.</param>
public sealed record NamedReading(string Label, string Text, DueValue Due);
