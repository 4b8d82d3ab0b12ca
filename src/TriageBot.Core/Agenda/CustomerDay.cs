using NodaTime;
using TriageBot.Core.Customers;
using TriageBot.Core.Escalations;
using TriageBot.Core.Time;

namespace TriageBot.Core.Agenda;

/// <summary>A customer matter under a service level, as an agenda lists it.</summary>
/// <param name="Left">Working time of its level until it is due; negative once it is late.</param>
/// <param name="Passed">The highest share of its time at which rule C4 warns and that is used: 0, 50 or 80 per cent.</param>
public sealed record DueEscalation(long Number, string Customer, string What, ClockKind Kind, Instant DueAt, Duration Left, int Passed)
{
    /// <summary>What is due next of an escalation; null where nothing runs, because we wait for the customer or all has been done.</summary>
    /// <param name="calendar">Of its service level.</param>
    public static DueEscalation? Of(Escalation escalation, WorkCalendar calendar, Instant now) => escalation.NextDue is { DueAt: { } due } clock
        ? new DueEscalation(
            escalation.Number,
            escalation.Customer,
            escalation.What,
            clock.Kind,
            due,
            due < now ? calendar.WorkingTime(now, due) : ClockRules.LeftAt(clock, now, calendar),
            PassedAt(clock, calendar, now))
        : null;

    private static int PassedAt(ServiceClock clock, WorkCalendar calendar, Instant now) =>
        new[] { ClockRules.WarningPercent, ClockRules.AgendaPercent }.FirstOrDefault(percent => ClockRules.IsPastPercent(clock, percent, now, calendar));
}

/// <summary>A promise to a customer that is due on the agenda's day, or is late.</summary>
/// <param name="Due">"due 15:00", "due today", "overdue since Fri 13 Mar".</param>
public sealed record DuePromise(long Number, string Customer, string What, string Due);

/// <summary>What customers wait for on a day (rule A2).</summary>
/// <param name="Escalations">Least working time left first.</param>
/// <param name="MoreEscalations">That are not among them.</param>
/// <param name="Promises">What is due first stands first.</param>
/// <param name="Touches">Customers to contact.</param>
public sealed record CustomerDay(
    IReadOnlyList<DueEscalation> Escalations, int MoreEscalations, IReadOnlyList<DuePromise> Promises, IReadOnlyList<CustomerTouch> Touches)
{
    public static CustomerDay Empty { get; } = new([], 0, [], []);

    public bool IsEmpty => Escalations.Count + Promises.Count + Touches.Count == 0;

    /// <summary>The order of an agenda: by remaining working time; of the same, the older number first.</summary>
    public static IReadOnlyList<DueEscalation> Sorted(IEnumerable<DueEscalation> due) => [.. due.OrderBy(each => each.Left).ThenBy(each => each.Number)];
}
