namespace TriageBot.Core.Time.DueDates;

internal enum TokenKind
{
    Number,
    Word,

    /// <summary>One punctuation character.</summary>
    Mark,
}

/// <summary>What a word can stand for besides itself.</summary>
internal enum TermKind
{
    None,
    Weekday,

    /// <summary>"thursdays": every Thursday.</summary>
    Weekdays,
    Month,
    Cardinal,
    Ordinal,
    Unit,
    Part,

    /// <summary>"mornings": every morning.</summary>
    Parts,
}

/// <param name="Value">ISO weekday, month, number, <see cref="DueUnit"/> or <see cref="PartOfDay"/>.</param>
internal readonly record struct Term(TermKind Kind, int Value);

/// <summary>A number, a word or a mark of the typed text.</summary>
/// <param name="Text">In lower case.</param>
/// <param name="Number">Of a number; too long ones are <see cref="int.MaxValue"/>.</param>
/// <param name="Start">Offset in the typed text.</param>
/// <param name="Spaced">White space stands before it.</param>
internal readonly record struct Token(TokenKind Kind, string Text, Term Term, int Number, int Start, int Length, bool Spaced)
{
    public int End => Start + Length;
}
