using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Time;

namespace TriageBot.Core.Processing;

/// <summary>Kinds of matters that have set days (rule C12): whatever an owner has a block for, such as refunds on Thursdays.</summary>
public static class ProcessingRules
{
    private const int DaysAhead = 400;

    /// <summary>The next span of a block that has not begun: who asks while it runs may be too late for it, and is promised the one after. Null when the block falls on no open day.</summary>
    /// <param name="calendar">Of the block's owner: a closed day has no block.</param>
    public static Interval? Next(Block block, WorkCalendar calendar, Instant now)
    {
        var today = now.InZone(calendar.Zone).Date;
        for (var date = today; date <= today.PlusDays(DaysAhead); date = date.PlusDays(1))
        {
            if (!calendar.IsWorkingDay(date)) continue;
            foreach (var span in block.On(date, calendar.Zone))
            {
                if (span.Start > now) return span;
            }
        }

        return null;
    }

    /// <summary>"Thursdays", "Mondays and Thursdays", "Mondays, Tuesdays and Fridays".</summary>
    public static string Days(Block block)
    {
        var days = WeekHours.Days.Where(day => !block.Hours.On(day).IsEmpty).Select(day => day + "s").ToList();
        return days.Count < 2 ? string.Concat(days) : $"{string.Join(", ", days[..^1])} and {days[^1]}";
    }
}
