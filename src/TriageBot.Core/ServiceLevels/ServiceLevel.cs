using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.ServiceLevels;

/// <summary>How much working time there is for each of the three clocks (rule C1).</summary>
public sealed record LevelTargets(Duration FirstAnswer, Duration NextAnswer, Duration Resolution);

/// <summary>One version of a service level: what a customer may expect from a day on (rule C5).</summary>
/// <param name="Name">At most 40 characters; versions of one level share it.</param>
/// <param name="From">First day on which it counts, in its own zone.</param>
/// <param name="Emergency">What to do when it cannot wait for the hours; empty where nothing is agreed.</param>
public sealed record ServiceLevel(string Name, LocalDate From, DateTimeZone Zone, WeekHours Hours, LevelTargets Targets, string Emergency)
{
    public const int LongestName = 40;

    /// <summary>The level of a customer with whom none is agreed.</summary>
    public const string StandardName = "standard";

    /// <summary>What counts while a team has set up no level called "standard": four working hours for the first answer, a day for the next, a week to solve it.</summary>
    public static ServiceLevel Standard(DateTimeZone zone) => new(
        StandardName,
        new LocalDate(1970, 1, 1),
        zone,
        WeekHours.Standard,
        new LevelTargets(Duration.FromHours(4), Duration.FromHours(8), Duration.FromHours(40)),
        "");
}

/// <summary>A date on which a level's weekly hours do not count.</summary>
/// <param name="Level">Empty for all levels.</param>
public sealed record LevelClosure(string Level, LocalDate On, string Name);

/// <summary>A service level in force: all its versions, and the closures that concern it.</summary>
public sealed class LevelTerms
{
    private readonly IReadOnlyList<ServiceLevel> versions;

    /// <param name="versions">At least one, in any order. Before the first one begins, the first one counts.</param>
    public LevelTerms(IEnumerable<ServiceLevel> versions, IEnumerable<LevelClosure> closures, LocalTime dayStart)
    {
        this.versions = [.. versions.OrderBy(version => version.From)];
        Closures = [.. closures.Where(closure => closure.Level.Length == 0 || closure.Level == Name).OrderBy(closure => closure.On)];
        // One line of time has one zone: that of the newest version. A new zone therefore counts at once for what is still to come.
        Calendar = new WorkCalendar(
            this.versions[^1].Zone,
            dayStart,
            this.versions.Select(version => new HourVersion(version.From, version.Hours)),
            Closures.Select(closure => closure.On),
            []);
    }

    public string Name => versions[0].Name;

    public IReadOnlyList<ServiceLevel> Versions => versions;

    public IReadOnlyList<LevelClosure> Closures { get; }

    /// <summary>The service's own hours: every clock counts in these (rule C1).</summary>
    public WorkCalendar Calendar { get; }

    public ServiceLevel At(Instant now) => On(now.InZone(Calendar.Zone).Date);

    public ServiceLevel On(LocalDate date) => versions.LastOrDefault(version => version.From <= date) ?? versions[0];
}
