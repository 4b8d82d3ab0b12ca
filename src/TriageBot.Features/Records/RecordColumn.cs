namespace TriageBot.Features.Records;

/// <summary>What a stored value means to whoever hands it out or forgets somebody.</summary>
public enum ColumnKind
{
    /// <summary>A number, a state, a setting: nothing that somebody typed, and nobody.</summary>
    Plain,

    YesNo,

    /// <summary>Unix milliseconds.</summary>
    Moment,

    /// <summary>A member's id.</summary>
    Member,

    /// <summary>Text of the program in which members' ids stand.</summary>
    Members,

    /// <summary>What somebody typed.</summary>
    Words,

    /// <summary>What the bot wrote about an act, often with the name of whoever acted.</summary>
    Sentence,

    /// <summary>A customer's name.</summary>
    Customer,

    /// <summary>The id of a customer.</summary>
    CustomerId,

    /// <summary>Not handed out.</summary>
    Kept,
}

/// <param name="Says">For whoever reads the export.</param>
public sealed record ColumnMeaning(ColumnKind Kind, string Says);
