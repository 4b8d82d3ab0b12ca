using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.AfterSale;

/// <summary>Days on which customers are contacted (rule C10). All are reckoned from their anchor, never chained (rule R1).</summary>
public static class TouchRules
{
    /// <summary>At most so many customers a day.</summary>
    public const int MostADay = 3;

    /// <summary>A broken promise so many days ago, or an open complaint, is made right before anything else is said.</summary>
    public const int TroubleDays = 14;

    /// <summary>Put off, a touch comes back after so many days.</summary>
    public const int LaterDays = 7;

    /// <summary>Days.</summary>
    public const int ShortestInterval = 1;

    /// <summary>Days: two years.</summary>
    public const int LongestInterval = 730;

    private const int First = 3;
    private const int Second = 30;

    /// <summary>The first date after a day: 3 and 30 days after a sale, then each year; 29 February is 28 February in other years.</summary>
    public static LocalDate NextOn(TouchKind kind, LocalDate anchor, LocalDate after)
    {
        if (kind == TouchKind.Sale && anchor.PlusDays(First) > after) return anchor.PlusDays(First);
        if (kind == TouchKind.Sale && anchor.PlusDays(Second) > after) return anchor.PlusDays(Second);
        var years = kind == TouchKind.Sale ? 1 : 0;
        if (after >= anchor) years = Math.Max(years, after.Year - anchor.Year);
        while (anchor.PlusYears(years) <= after) years++;
        return anchor.PlusYears(years);
    }

    /// <summary>When the touch is due, later than that if it was put off. Of an interval: so many days after the last contact, for any real contact resets it.</summary>
    public static LocalDate DueOn(Touch touch, DateTimeZone zone, LocalTime dayStart)
    {
        var due = touch.Kind == TouchKind.Interval ? IntervalDue(touch, zone, dayStart) : touch.DueOn ?? touch.AnchorOn;
        return touch.LaterOn is { } later ? LocalDate.Max(later, due) : due;
    }

    /// <summary>The touch after somebody saw to it, or left it out; dated ones keep their grid.</summary>
    public static Touch Passed(Touch touch, LocalDate today) => touch.Kind == TouchKind.Interval
        ? touch with { AnchorOn = today, LaterOn = null }
        : touch with { DueOn = NextOn(touch.Kind, touch.AnchorOn, LocalDate.Max(today, touch.DueOn ?? today)), LaterOn = null };

    public static string Days(long days) => days == 1 ? "a day" : $"{days} days";

    /// <summary>"3 days after the boiler", "1 year after the boiler", "birthday", "not heard from for 30 days".</summary>
    public static string Reason(Touch touch) => touch.Kind switch
    {
        TouchKind.Interval => $"nobody has spoken with them for {Days(touch.EveryDays)}",
        TouchKind.Yearly => touch.What,
        _ => $"{After(touch)} after {touch.What}",
    };

    /// <summary>Days of an interval as typed: <c>30d</c>, <c>30 days</c>, <c>4w</c>, <c>6 weeks</c>; a bare number is days. Null when it is none.</summary>
    public static int? ReadEvery(string typed)
    {
        var scanner = new TextScanner(typed.Trim());
        var digits = scanner.TakeDigits();
        if (digits.Length is 0 or > 3) return null;
        scanner.SkipSpaces();
        var unit = scanner.TakeLetters().ToLowerInvariant() switch
        {
            "" or "d" or "day" or "days" => 1,
            "w" or "week" or "weeks" => 7,
            _ => 0,
        };
        var days = int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) * unit;
        return scanner.AtEnd && days is >= ShortestInterval and <= LongestInterval ? days : null;
    }

    private static LocalDate IntervalDue(Touch touch, DateTimeZone zone, LocalTime dayStart)
    {
        var from = touch.LastContactAt is { } at ? LocalDate.Max(touch.AnchorOn, LogicalDay.Of(at, zone, dayStart)) : touch.AnchorOn;
        return from.PlusDays((int)touch.EveryDays);
    }

    private static string After(Touch sale)
    {
        var due = sale.DueOn ?? sale.AnchorOn;
        if (due == sale.AnchorOn.PlusDays(First)) return "3 days";
        if (due == sale.AnchorOn.PlusDays(Second)) return "30 days";
        var years = due.Year - sale.AnchorOn.Year;
        return years == 1 ? "1 year" : $"{years} years";
    }
}
