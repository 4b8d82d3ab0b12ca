using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Escalations;

/// <summary>When a message about a deadline reaches its reader (rule C4): never outside their hours.</summary>
public static class ReaderHours
{
    /// <summary>So long before their day ends a reader can still do something about it.</summary>
    private static readonly Duration LastMoment = Duration.FromMinutes(15);

    /// <summary>The wanted moment where the reader is at work; else the last open moment before it that is not before <paramref name="earliest"/>; else at opening.</summary>
    public static Instant For(Instant wanted, Instant earliest, WorkCalendar reader)
    {
        if (reader.IsOpen(wanted)) return Instant.Max(wanted, earliest);
        return LastOpenBefore(wanted, reader) is { } last && last >= earliest ? last : reader.NextOpen(Instant.Max(wanted, earliest));
    }

    /// <summary>15 minutes before the last window ended, or its start where it was shorter; looked for a week back.</summary>
    private static Instant? LastOpenBefore(Instant wanted, WorkCalendar reader)
    {
        var date = wanted.InZone(reader.Zone).Date;
        for (var back = 0; back <= 7; back++)
        {
            var last = reader.WindowsOf(date.PlusDays(-back)).LastOrDefault(window => window.End <= wanted);
            if (last.HasStart && last.HasEnd && last.Duration > Duration.Zero) return Instant.Max(last.Start, last.End - LastMoment);
        }

        return null;
    }
}
