using NodaTime;

namespace TriageBot.Testing.HalfYears;

/// <summary>What people did to one customer matter.</summary>
public enum MatterAct
{
    Opened,
    Answered,

    /// <summary>The customer wrote.</summary>
    Heard,

    /// <summary>We wait for the customer.</summary>
    Waits,
    Solved,
}

/// <param name="Until">Day on which waiting ends by itself; null for only when the customer writes.</param>
public readonly record struct MatterStep(Instant At, MatterAct Act, LocalDate? Until = null);

/// <summary>One customer matter, as the people who had it would tell its story.</summary>
public sealed record Matter(long Number, string Customer, string Requester)
{
    public List<MatterStep> Steps { get; } = [];

    /// <summary>No person said a word to the customer before it was closed a week later.</summary>
    public bool IsForgotten => Steps.All(step => step.Act is MatterAct.Opened or MatterAct.Solved);
}

/// <param name="Hours">As it is typed.</param>
/// <param name="Windows">The same in minutes of the day.</param>
/// <param name="First">Working minutes until the first answer.</param>
/// <param name="Next">Working minutes until a further answer.</param>
/// <param name="Resolution">Working minutes until it is solved.</param>
public sealed record PromisedLevel(
    string Name, string Zone, string Hours, IReadOnlyList<(IsoDayOfWeek Day, int Start, int End)> Windows, int First, int Next, int Resolution);

/// <summary>What happened in a simulated half-year, kept beside the bot.</summary>
public sealed class HalfYearLedger
{
    public List<Matter> Matters { get; } = [];

    /// <summary>Level of each customer at the beginning.</summary>
    public Dictionary<string, string> Levels { get; } = [];

    public List<(Instant At, string Customer, string Level)> LevelChanges { get; } = [];

    /// <summary>Days closed for all levels, and when that was said.</summary>
    public List<(Instant SaidAt, LocalDate Date)> Closures { get; } = [];

    public PromiseBook Book { get; } = new(DateTimeZoneProviders.Tzdb["Europe/Oslo"]);

    /// <summary>What the bot itself says of all promises at the end.</summary>
    public string Tally { get; set; } = "";

    public Instant EndsAt { get; set; }
}
