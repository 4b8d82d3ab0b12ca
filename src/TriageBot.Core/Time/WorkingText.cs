using System.Globalization;
using NodaTime;

namespace TriageBot.Core.Time;

/// <summary>Working time in words. It never turns into days: a day of work has no fixed length.</summary>
public static class WorkingText
{
    /// <summary>"38 min", "1h 20m", "40h"; seconds are dropped.</summary>
    public static string Of(Duration span)
    {
        var minutes = (long)span.TotalMinutes;
        return minutes < 60
            ? string.Create(CultureInfo.InvariantCulture, $"{minutes} min")
            : minutes % 60 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}h") : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}h {minutes % 60}m");
    }
}
