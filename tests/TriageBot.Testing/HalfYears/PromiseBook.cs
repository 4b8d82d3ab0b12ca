using System.Globalization;
using NodaTime;

namespace TriageBot.Testing.HalfYears;

/// <summary>One promise as whoever gave it would tell its story: the days it was promised for, in order, and when it was kept.</summary>
public sealed record PromisedDay(long Number)
{
    public List<LocalDate> Days { get; } = [];

    public Instant? KeptAt { get; set; }
}

/// <summary>The promises of a half-year, counted from what people did (rule C6).</summary>
public sealed class PromiseBook(DateTimeZone zone)
{
    private static readonly LocalTime DayStart = new(4, 0);

    public List<PromisedDay> Promises { get; } = [];

    /// <summary>The last line of <c>/promises all:yes</c>, as it has to stand there at a moment.</summary>
    public string TallyAt(Instant now)
    {
        var classes = Promises.Select(promise => ClassOf(promise, now)).CountBy(name => name).ToDictionary();
        var (kept, late, broken) = (classes.GetValueOrDefault("kept"), classes.GetValueOrDefault("late"), classes.GetValueOrDefault("broken"));
        var judged = kept + late + broken;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Kept {kept * 100 / judged} % so far ({kept} of {judged}; late {late}, broken {broken}) · renegotiated in time {classes.GetValueOrDefault("renegotiated")} · withdrawn 0");
    }

    private string ClassOf(PromisedDay promise, Instant now)
    {
        // A day is over when the next one begins, at four in the morning.
        var due = zone.AtLeniently(promise.Days[^1].PlusDays(1).At(DayStart)).ToInstant();
        return promise switch
        {
            { KeptAt: { } kept } when kept > due => "late",
            { KeptAt: null } when now > due => "broken",
            { Days.Count: > 2 } => "late",
            { Days.Count: 2 } => "renegotiated",
            { KeptAt: not null } => "kept",
            _ => "open",
        };
    }
}
