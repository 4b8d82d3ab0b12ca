using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Time;

namespace TriageBot.Core.Agenda;

public enum AgendaOutcome
{
    Sent,

    /// <summary>Sent after its time, and marked so.</summary>
    Late,

    /// <summary>Too late to be of use; only written down.</summary>
    Skipped,
}

/// <summary>What became of the agenda of one logical day. A day is decided once.</summary>
public sealed record AgendaDay(LocalDate On, AgendaOutcome Outcome);

/// <summary>What is known of an owner's earlier agendas.</summary>
/// <param name="LastOn">The latest logical day that is decided; null before the first.</param>
/// <param name="LastSentAt">When the latest one was sent; null when none ever was.</param>
public sealed record AgendaHistory(LocalDate? LastOn, Instant? LastSentAt)
{
    public static AgendaHistory None { get; } = new(null, null);
}

/// <summary>When an owner's agenda is posted: once per logical day, late or not at all when it was missed (rule A1).</summary>
public static class AgendaRules
{
    /// <summary>Missed by more than this, it is skipped.</summary>
    public static readonly Duration LatestAfter = Duration.FromHours(3);

    /// <summary>Up to this it counts as on time.</summary>
    private static readonly Duration OnTime = Duration.FromMinutes(5);

    /// <summary>However zones change, no agenda follows another sooner.</summary>
    private static readonly Duration LeastApart = Duration.FromHours(12);

    private const int DaysAhead = 400;

    /// <summary>When the agenda of a logical day is due; a time before the day start falls on the next date (rule T2).</summary>
    public static Instant AgendaAt(OwnerPlan plan, LocalDate day)
    {
        var date = plan.AgendaTime < plan.Calendar.DayStart ? day.PlusDays(1) : day;
        return ZoneTime.ToInstant(date + plan.AgendaTime, plan.Calendar.Zone);
    }

    /// <summary>The first agenda later than <paramref name="after"/>; null when the owner works on no day of the next 400.</summary>
    public static Instant? NextAgendaAt(OwnerPlan plan, Instant after)
    {
        var today = plan.Calendar.Today(after);
        foreach (var day in Enumerable.Range(0, DaysAhead).Select(today.PlusDays))
        {
            if (AgendaAt(plan, day) is var due && due > after && plan.Calendar.IsWorkingDay(day)) return due;
        }

        return null;
    }

    /// <summary>What is to be decided now: days that were missed altogether are skipped; only the last entry can be one to send, and only for today.</summary>
    public static IReadOnlyList<AgendaDay> Decide(OwnerPlan plan, AgendaHistory history, Instant now)
    {
        var today = plan.Calendar.Today(now);
        // After a move to a zone further west, today may be decided already, or may even lie before the last day decided.
        if (history.LastOn >= today) return [];
        var missed = Missed(plan, history, today).Select(day => new AgendaDay(day, AgendaOutcome.Skipped));
        return plan.Calendar.IsWorkingDay(today) && now >= AgendaAt(plan, today)
            ? [.. missed, new AgendaDay(today, OutcomeOf(plan, history, today, now))]
            : [.. missed];
    }

    private static IEnumerable<LocalDate> Missed(OwnerPlan plan, AgendaHistory history, LocalDate today) => history.LastOn is { } last
        ? Enumerable.Range(1, Period.DaysBetween(last, today) - 1).Select(last.PlusDays).Where(plan.Calendar.IsWorkingDay)
        : [];

    private static AgendaOutcome OutcomeOf(OwnerPlan plan, AgendaHistory history, LocalDate today, Instant now)
    {
        var late = now - AgendaAt(plan, today);
        if (now - history.LastSentAt < LeastApart) return AgendaOutcome.Skipped;
        if (late <= OnTime) return AgendaOutcome.Sent;
        return late <= LatestAfter && now < plan.Calendar.WorkdayOf(today)?.End ? AgendaOutcome.Late : AgendaOutcome.Skipped;
    }
}
