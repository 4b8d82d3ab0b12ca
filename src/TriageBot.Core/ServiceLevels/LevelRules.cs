using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.ServiceLevels;

/// <summary>How a service level may change (rule C5).</summary>
public static class LevelRules
{
    /// <summary>Notice for worse terms.</summary>
    public const int NoticeDays = 14;

    /// <summary>Under so many cases a share says nothing.</summary>
    public const int FewestCases = 10;

    private const int LeastKeptPercent = 90;
    private const int MinutesOfWeek = 7 * 24 * 60;

    /// <summary>What gets worse for the customer, in words; empty when nothing does.</summary>
    public static IReadOnlyList<string> Worse(ServiceLevel old, ServiceLevel wanted)
    {
        var worse = new List<string>();
        Slower("the first answer", old.Targets.FirstAnswer, wanted.Targets.FirstAnswer);
        Slower("the next answer", old.Targets.NextAnswer, wanted.Targets.NextAnswer);
        Slower("the resolution", old.Targets.Resolution, wanted.Targets.Resolution);
        if (OpenMinutes(old).Except(OpenMinutes(wanted)).Any()) worse.Add("hours are taken away");
        if (old.Emergency.Length > 0 && wanted.Emergency.Length == 0) worse.Add("the emergency path is taken away");
        return worse;

        void Slower(string what, Duration before, Duration after)
        {
            if (after > before) worse.Add($"{what} takes {TimeText.Span(after)} instead of {TimeText.Span(before)}");
        }
    }

    /// <summary>The first day on which changed terms may count: today for better ones.</summary>
    public static LocalDate EarliestFrom(ServiceLevel? old, ServiceLevel wanted, LocalDate today) =>
        old is null || Worse(old, wanted).Count == 0 ? today : today.PlusDays(NoticeDays);

    /// <summary>What cannot be meant; null when the targets make sense.</summary>
    public static string? Fault(ServiceLevel level)
    {
        var targets = level.Targets;
        if (level.Hours.IsEmpty) return "A service level needs hours; without any nothing could ever be due.";
        if (targets.FirstAnswer <= Duration.Zero || targets.NextAnswer <= Duration.Zero || targets.Resolution <= Duration.Zero) return "Each target takes at least a minute.";
        return targets.Resolution < targets.FirstAnswer ? "The resolution cannot be due before the first answer." : null;
    }

    /// <summary>True when the cases of the last 90 days, held against new targets, would not have kept them at 90 %.</summary>
    /// <param name="used">Working time that first answers took.</param>
    public static bool WouldNotBeKept(IReadOnlyCollection<Duration> used, Duration target) =>
        used.Count >= FewestCases && used.Count(time => time <= target) * 100 < used.Count * LeastKeptPercent;

    /// <summary>"96 % of 48", or "too few to say".</summary>
    public static string Kept(int kept, int count) =>
        count < FewestCases ? "too few to say" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kept * 100 / count} % of {count}");

    /// <summary>Minutes of an ordinary week, counted in UTC from its beginning, in which the level is open.</summary>
    private static IEnumerable<int> OpenMinutes(ServiceLevel level)
    {
        var monday = new LocalDate(2026, 1, 5);
        var shift = (int)level.Zone.GetUtcOffset(monday.AtMidnight().InUtc().ToInstant()).ToTimeSpan().TotalMinutes;
        foreach (var (index, day) in WeekHours.Days.Index())
        {
            foreach (var (start, end) in level.Hours.On(day).Select(window => window.On(monday.PlusDays(index))))
            {
                var first = (int)Period.Between(monday.AtMidnight(), start, PeriodUnits.Minutes).Minutes;
                var last = (int)Period.Between(monday.AtMidnight(), end, PeriodUnits.Minutes).Minutes;
                for (var minute = first; minute < last; minute++) yield return (((minute - shift) % MinutesOfWeek) + MinutesOfWeek) % MinutesOfWeek;
            }
        }
    }
}
