using System.Globalization;

namespace TriageBot.Core.Agenda;

/// <summary>Minutes and factors as an agenda prints them.</summary>
public static class DayText
{
    /// <summary>"24m", "1h 00m", "5h 45m"; a minus sign before what is negative.</summary>
    public static string Minutes(int minutes)
    {
        if (minutes < 0) return "-" + Minutes(-minutes);
        return minutes < 60
            ? string.Create(CultureInfo.InvariantCulture, $"{minutes}m")
            : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}h {minutes % 60:00}m");
    }

    /// <summary>"1.0", "1.2", "1.25".</summary>
    public static string Factor(decimal factor) => factor.ToString("0.0#", CultureInfo.InvariantCulture);
}
