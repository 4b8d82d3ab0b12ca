using NodaTime;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Core.TimeLog;

/// <summary>What time is counted as, and what becomes of a running entry.</summary>
public static class TimeRules
{
    /// <summary>Longest entry, in minutes: a day.</summary>
    public const int LongestMinutes = 24 * 60;

    /// <summary>Function of time for a customer's matter, and of what was read and answered in a break.</summary>
    public const string Customers = "customers";

    /// <summary>Function of time for a task that names no customer, or for an urgent message that names none.</summary>
    public const string Tasks = "tasks";

    private static readonly Duration LongestProposal = Duration.FromHours(8);

    /// <summary>When a running entry counts as forgotten: the next day has begun.</summary>
    public static Instant ForgottenAt(Instant startedAt, WorkCalendar calendar) =>
        LogicalDay.Bounds(calendar.Today(startedAt), calendar.Zone, calendar.DayStart).End;

    /// <summary>A running entry stopped now. One that was forgotten overnight is only capped, and waits for its member's answer: minutes are never guessed.</summary>
    public static TimeEntry Stop(TimeEntry running, WorkCalendar calendar, Instant now)
    {
        var start = running.StartedAt ?? now;
        return now < ForgottenAt(start, calendar)
            ? running with { State = TimeEntryState.Kept, Minutes = Minutes(now - start), Revision = running.Revision + 1 }
            : running with { State = TimeEntryState.Asked, Minutes = Minutes(Capped(start, calendar)), Revision = running.Revision + 1 };
    }

    /// <summary>In the plan of the day is what stood in it in the morning, and what its owner adds; what somebody else asked for since is not.</summary>
    public static bool IsUnplanned(TaskItem task, WorkCalendar calendar, Instant now) =>
        task.RequesterId is not null && calendar.Today(task.CreatedAt) == calendar.Today(now);

    public static string FunctionOf(string customer) => customer.Length > 0 ? Customers : Tasks;

    /// <summary>A function as it is stored: small letters, one space between words.</summary>
    public static string Function(string typed) =>
        string.Join(' ', typed.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Until the end of work of the day it began on, where it began before; 8 h at most.</summary>
    private static Duration Capped(Instant start, WorkCalendar calendar)
    {
        var end = calendar.WorkdayOf(calendar.Today(start))?.End is { } work && work > start ? work : ForgottenAt(start, calendar);
        return Duration.Min(end - start, LongestProposal);
    }

    /// <summary>A begun minute counts from its half on; nothing is shorter than one.</summary>
    private static int Minutes(Duration span) => Math.Clamp((int)Math.Round(span.TotalMinutes, MidpointRounding.AwayFromZero), 1, LongestMinutes);
}
