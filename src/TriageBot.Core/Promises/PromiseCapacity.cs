using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Core.Promises;

/// <summary>What fits until a promise is due, by the arithmetic of the agenda (rules A3, C7).</summary>
public static class PromiseCapacity
{
    /// <summary>Further ahead nobody knows what a day will hold.</summary>
    private const int MostDays = 60;

    /// <param name="tasks">Open tasks of the maker that are planned for, or due by, the day it is due.</param>
    /// <param name="remaining">Minutes left of each.</param>
    /// <param name="minutes">Of the promise itself, by estimate.</param>
    /// <returns>Null for a date too far ahead.</returns>
    public static PromiseLoad? Of(PromiseDays days, IReadOnlyCollection<TaskItem> tasks, Func<TaskItem, int> remaining, int minutes)
    {
        var calendar = days.Calendar;
        var (first, last) = (calendar.Today(days.Now), calendar.Today(days.Due));
        if (last > first.PlusDays(MostDays)) return null;
        var room = 0;
        for (var date = first; date <= last; date = date.PlusDays(1)) room += RoomOf(days, date, isToday: date == first, tasks);
        // An appointment has its own time, which is no room any more.
        var planned = tasks.Where(task => FixedTime.StartOf(task) is null).Sum(remaining) + minutes;
        return new PromiseLoad((int)Math.Ceiling(planned * days.Settings.Factor), room);
    }

    private static int RoomOf(PromiseDays days, LocalDate date, bool isToday, IEnumerable<TaskItem> tasks)
    {
        var open = DayTime.Left(days.Calendar, date, days.Now)
            .Where(span => span.Start < days.Due)
            .Select(span => new Interval(span.Start, Instant.Min(span.End, days.Due))).ToList();
        var taken = FixedTime.On(days.Calendar, date, days.Blocks, tasks.Where(task => FixedTime.StartOf(task) is not null)).Select(each => each.Span);
        var day = new DayArithmetic(
            DayTime.MinutesOf(open), DayTime.FixedMinutes(open, taken), Planned: 0, days.Settings.Factor, days.Settings.Buffer, isToday ? days.Settings.Unplanned : 0);
        return Math.Max(0, day.Free);
    }
}

/// <summary>The days from now until a promise is due, of an owner.</summary>
public sealed record PromiseDays(WorkCalendar Calendar, IReadOnlyList<Block> Blocks, DaySettings Settings, Instant Now, Instant Due);
