using NodaTime;

namespace TriageBot.Core.Time.Recurrences;

/// <summary>Recurrences as RFC 5545 RRULE text, for calendars.</summary>
public static partial class RruleText
{
    private static readonly string[] DayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>"MO"</summary>
    internal static string Day(IsoDayOfWeek day) => DayNames[(int)day - 1];
}
