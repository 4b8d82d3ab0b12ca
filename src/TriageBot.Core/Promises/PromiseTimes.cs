using NodaTime;
using TriageBot.Core.Escalations;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Core.Promises;

/// <summary>When the maker of a promise is reminded; null where that moment would come too early or too late to be of use.</summary>
public sealed record PromiseReminders(Instant? Half, Instant? Last);

/// <summary>Moments of a promise: reminders (rule C8), and whether it may be due at all when it would be (rule C7).</summary>
public static class PromiseTimes
{
    private const int DaysBack = 400;
    private const int NearDays = 14;
    private static readonly Duration Minute = Duration.FromMinutes(1);

    /// <summary>At half the working time and at the last moment the work still fits, never outside the maker's hours; one reminder where both would be the same.</summary>
    /// <param name="need">How long the work takes.</param>
    /// <param name="maker">The hours of whoever has to keep it.</param>
    public static PromiseReminders Reminders(Promise promise, Duration need, WorkCalendar maker)
    {
        var from = promise.CountsFromAt;
        var work = maker.WorkingTime(from, promise.DueAt);
        if (work <= Duration.Zero) return new PromiseReminders(null, null);
        var last = Useful(LastMoment(promise.DueAt, need, maker));
        var half = Useful(maker.Deadline(from, work / 2));
        return new PromiseReminders(half < (last ?? promise.DueAt) ? half : null, last);

        Instant? Useful(Instant? wanted) => wanted is { } at && at > from && ReaderHours.For(at, from, maker) is var reached && reached > from && reached < promise.DueAt ? reached : null;
    }

    /// <summary>The latest moment with so much working time between it and the deadline.</summary>
    public static Instant? LastMoment(Instant due, Duration need, WorkCalendar calendar)
    {
        var (left, date) = (need, due.InZone(calendar.Zone).Date);
        for (var back = 0; back <= DaysBack; back++)
        {
            foreach (var window in calendar.WindowsOf(date.PlusDays(-back)).Reverse().Where(window => window.Start < due))
            {
                var end = Instant.Min(window.End, due);
                if (end - window.Start >= left) return end - left;
                left -= end - window.Start;
            }
        }

        return null;
    }

    /// <summary>At work, or at the very end of work.</summary>
    public static bool IsAtWork(WorkCalendar calendar, Instant at) => calendar.IsOpen(at) || calendar.IsOpen(at - Minute);

    /// <summary>The nearest dates within open time instead of one in closed time, before and after it; none where the date itself is open (rule C7). The end of work is open.</summary>
    /// <param name="service">The published hours of the customer's level.</param>
    public static IReadOnlyList<DueValue> Instead(DueValue due, WorkCalendar service, Instant now) => due switch
    {
        DueValue.At at => InsteadOf(at, service, now),
        DueValue.Day day when !service.IsWorkingDay(day.Date) =>
            [.. Before(day.Date, service, now).Append(service.WorkingDayAfter(day.Date)).Select(date => new DueValue.Day(date))],
        _ => [],
    };

    private static IReadOnlyList<DueValue> InsteadOf(DueValue.At due, WorkCalendar service, Instant now)
    {
        var at = ZoneTime.ToInstant(due.Local, due.Zone);
        if (IsAtWork(service, at)) return [];
        var date = at.InZone(service.Zone).Date;
        var closing = Enumerable.Range(0, NearDays).SelectMany(back => service.WindowsOf(date.PlusDays(-back)).Reverse())
            .Where(window => window.End <= at && window.End > now).Select(window => window.End).Take(1);
        return [.. closing.Append(service.NextOpen(at)).Select(open => new DueValue.At(open.InZone(due.Zone).LocalDateTime, due.Zone))];
    }

    private static IEnumerable<LocalDate> Before(LocalDate date, WorkCalendar service, Instant now) =>
        Enumerable.Range(1, NearDays).Select(back => date.PlusDays(-back)).Where(day => service.IsWorkingDay(day) && day >= service.Today(now)).Take(1);
}
