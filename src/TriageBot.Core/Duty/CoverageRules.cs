using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Escalations;
using TriageBot.Core.Time;

namespace TriageBot.Core.Duty;

/// <summary>Published hours need a named person who can be reached at each minute (rule W1): on duty or covering, not away, at work.</summary>
public static class CoverageRules
{
    /// <summary>So far ahead it is looked.</summary>
    public const int DaysAhead = 14;

    /// <summary>Warnings come so many days before, and at the start.</summary>
    public static readonly IReadOnlyList<int> Stages = [7, 3, 1, 0];

    /// <summary>Spans of published hours with nobody, in order; each within one window of the service. One that began before <paramref name="now"/> is left out.</summary>
    public static IEnumerable<Interval> Gaps(DutyBook book, IReadOnlyList<OwnerPlan> owners, WorkCalendar service, Instant now)
    {
        var end = now + Duration.FromDays(DaysAhead);
        var today = now.InZone(service.Zone).Date;
        var changes = DutyRules.Changes(book, owners, now, end).ToList();
        foreach (var date in Enumerable.Range(-1, DaysAhead + 2).Select(today.PlusDays))
        {
            foreach (var window in service.WindowsOf(date).Where(window => window.End > now && window.Start < end))
            {
                foreach (var gap in GapsIn(new Interval(Instant.Max(window.Start, now), window.End), book, owners, changes, now)) yield return gap;
            }
        }
    }

    /// <summary>When the warning of a stage is given: in the reader's hours, at the last of them before where they are not at work then.</summary>
    public static Instant WarnAt(Instant gap, int stage, WorkCalendar reader)
    {
        var wanted = gap - Duration.FromDays(stage);
        return ReaderHours.For(wanted, wanted - Duration.FromDays(3), reader);
    }

    /// <summary>The latest stage whose time has come; null before the first.</summary>
    public static int? StageAt(Instant gap, Instant now, WorkCalendar reader) =>
        Stages.Where(stage => WarnAt(gap, stage, reader) <= now).Select(stage => (int?)stage).LastOrDefault();

    /// <summary>When something is to be said about it next; null after the last stage.</summary>
    public static Instant? NextWarningAt(Instant gap, Instant now, WorkCalendar reader) =>
        Stages.Select(stage => WarnAt(gap, stage, reader)).Where(at => at > now).Select(at => (Instant?)at).FirstOrDefault();

    private static IEnumerable<Interval> GapsIn(Interval window, DutyBook book, IReadOnlyList<OwnerPlan> owners, IEnumerable<Instant> changes, Instant now)
    {
        // Between two of these moments nothing changes, so the first of each piece speaks for all of it.
        var cuts = changes.Concat(owners.SelectMany(plan => EdgesIn(window, plan.Calendar))).Where(cut => cut > window.Start && cut < window.End)
            .Append(window.Start).Append(window.End).Distinct().Order().ToList();
        Instant? open = null;
        foreach (var (start, end) in cuts.Zip(cuts.Skip(1)))
        {
            if (!IsCovered(DutyRules.At(book, owners, now, start), start)) open ??= start;
            else if (open is { } began)
            {
                if (began > now) yield return new Interval(began, start);
                open = null;
            }

            if (end == window.End && open is { } left && left > now) yield return new Interval(left, end);
        }
    }

    private static bool IsCovered(DutyAt duty, Instant at) => new[] { duty.OnDuty, duty.Cover }.Any(plan => plan is not null && plan.Calendar.IsOpen(at));

    private static IEnumerable<Instant> EdgesIn(Interval window, WorkCalendar calendar)
    {
        var first = window.Start.InZone(calendar.Zone).Date.PlusDays(-1);
        var days = Period.DaysBetween(first, window.End.InZone(calendar.Zone).Date) + 1;
        return Enumerable.Range(0, days).SelectMany(day => calendar.WindowsOf(first.PlusDays(day))).SelectMany(span => new[] { span.Start, span.End });
    }
}
