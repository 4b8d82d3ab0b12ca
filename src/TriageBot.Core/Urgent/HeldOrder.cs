using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Urgent;

/// <summary>
/// The order of rule H6, the same in the queue, the drain and <c>/why</c>: skipped ones first (rule H12), then the least slack to the deadline, then key customers, then oldest
/// waiting-since, then number. Total and stable. (All slacks are measured from the same now, so comparing deadlines compares slacks.)
/// </summary>
public static class HeldOrder
{
    public static IReadOnlyList<HeldMessage> Sort(IEnumerable<HeldMessage> held, WorkCalendar calendar, HoldSettings settings)
    {
        var messages = held.ToList();
        // Ceilings end in the order in which messages began to wait; only a date of somebody's own, or a key customer among others, makes it worth reckoning them.
        var areDated = messages.Exists(message => DueOf(message, calendar) is not null || message.AnswerDueAt is not null || message.IsForKeyCustomer is true);
        return [.. messages.OrderBy(message => message.SkipCount > 0 ? 0 : 1)
            .ThenBy(message => areDated ? DeadlineOf(message, calendar, settings) : message.WaitingSinceAt)
            .ThenBy(message => message.IsForKeyCustomer is true ? 0 : 1)
            .ThenBy(message => message.WaitingSinceAt)
            .ThenBy(message => message.Number)];
    }

    /// <summary>The earliest of the requester's own date, the moment at which the customer must have heard, and the end of the hold ceiling.</summary>
    public static Instant DeadlineOf(HeldMessage message, WorkCalendar calendar, HoldSettings settings)
    {
        var ceiling = calendar.Deadline(message.WaitingSinceAt, settings.Ceiling);
        var answer = message.AnswerDueAt is { } mustHear ? Instant.Min(mustHear, ceiling) : ceiling;
        return DueOf(message, calendar) is { } due && due < answer ? due : answer;
    }

    /// <summary>When it must be finished: a date counts as the end of its logical day (rule O3); null when none was given.</summary>
    public static Instant? DueOf(HeldMessage message, WorkCalendar calendar) => message switch
    {
        { DueLocal: { } local, DueZone: { } zone } => ZoneTime.ToInstant(local, ZoneTime.Find(zone) ?? calendar.Zone),
        { DueOn: { } date } => LogicalDay.Bounds(date, calendar.Zone, calendar.DayStart).End,
        _ => null,
    };
}
