namespace TriageBot.Core.Time.DueDates;

/// <summary>What words mean, or the question or refusal that they get instead.</summary>
internal readonly record struct Meant<T>(T? Value, DueReading? Instead)
    where T : class
{
    public static implicit operator Meant<T>(T value) => new(value, null);

    public static implicit operator Meant<T>(DueReading.Refusal refusal) => new(null, refusal);

    /// <summary>The question or refusal, placed where the words stand in the typed text.</summary>
    public DueReading InsteadAt(int position) => Instead switch
    {
        DueReading.Refusal refusal => refusal with { Position = position },
        { } reading => reading,
        null => throw new InvalidOperationException("There is a value."),
    };
}

/// <param name="Rule">What decided.</param>
internal sealed record DateMeant(NodaTime.LocalDate Date, string Rule)
{
    /// <summary>The other date that the words may name.</summary>
    public NodaTime.LocalDate? Other { get; init; }

    /// <summary>Asked when neither of the two can be preferred.</summary>
    public string? Question { get; init; }

    /// <summary>The end (or start) of work on that date is meant, not the whole day.</summary>
    public ClockSaid.WorkEdge? Edge { get; init; }

    /// <summary>Where the end of a week is meant: the same of the next week, for when the work of this one is over.</summary>
    public NodaTime.LocalDate? IfOver { get; init; }
}

/// <param name="Minute">Of the day, from 0; 1440 and later are on the day after.</param>
internal sealed record TimeMeant(int Minute, string Rule)
{
    /// <summary>The other time that the words may name.</summary>
    public int? Other { get; init; }

    public string? Question { get; init; }
}
