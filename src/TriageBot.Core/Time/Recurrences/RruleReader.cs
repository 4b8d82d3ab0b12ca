using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace TriageBot.Core.Time.Recurrences;

/// <summary>Reads the RRULEs that a series can follow exactly; what would be only nearly the same is refused.</summary>
internal static class RruleReader
{
    private const string Example = "FREQ=WEEKLY;BYDAY=MO";
    private const string Prefix = "RRULE:";
    private static readonly string[] Known = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"];

    public static ParseOutcome<Recurrence> Read(string text, Recurrence start)
    {
        var body = text.Trim().ToUpperInvariant();
        if (body.StartsWith(Prefix, StringComparison.Ordinal)) body = body[Prefix.Length..];
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in body.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=') is not [var name, { Length: > 0 } value] || !Known.Contains(name) || !parts.TryAdd(name, value))
                return Problem($"“{part}” is no part of a rule that can be followed here.", text, part);
        }

        return Rule(parts, start, text);
    }

    private static ParseOutcome<Recurrence> Rule(Dictionary<string, string> parts, Recurrence start, string text)
    {
        var every = 1;
        if (parts.TryGetValue("INTERVAL", out var interval) && (!TryNumber(interval, out every) || every is < 1 or > RecurrencePattern.MaxInterval))
            return Problem($"An interval is 1 to {RecurrencePattern.MaxInterval}.", text, interval);
        if (End(parts, start) is not { } end)
            return Problem("COUNT or UNTIL, not both, says where it ends.", text, parts.ContainsKey("COUNT") ? "COUNT" : "UNTIL");
        if (Pattern(parts, every, start.Anchor) is not { } pattern)
            return Problem("A series here cannot follow this rule exactly.", text, parts.ContainsKey("BYMONTHDAY") ? "BYMONTHDAY" : "FREQ");
        return new ParseOutcome<Recurrence>.Success(start with { Pattern = pattern, End = end });
    }

    private static RecurrencePattern? Pattern(Dictionary<string, string> parts, int every, LocalDate anchor) => parts.GetValueOrDefault("FREQ") switch
    {
        "DAILY" when !HasAny(parts, "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS") => new RecurrencePattern.Days(every),
        "DAILY" when every == 1 && !HasAny(parts, "BYMONTHDAY", "BYMONTH", "BYSETPOS") => Weekly(parts, 1),
        "WEEKLY" when !HasAny(parts, "BYMONTHDAY", "BYMONTH", "BYSETPOS") => Weekly(parts, every),
        "MONTHLY" when !HasAny(parts, "BYMONTH") => Monthly(parts, every, anchor),
        "YEARLY" when !HasAny(parts, "BYDAY") => Yearly(parts, every, anchor),
        _ => null,
    };

    private static RecurrencePattern.Weeks? Weekly(Dictionary<string, string> parts, int every)
    {
        var days = Weekdays.None;
        foreach (var name in parts.GetValueOrDefault("BYDAY")?.Split(',') ?? [])
        {
            if (RruleText.Day(name) is not { } day) return null;
            days |= day.AsSet();
        }

        // With another first day of the week the weeks left out are other ones.
        var sameWeeks = every == 1 || days == Weekdays.None || parts.GetValueOrDefault("WKST", "MO") == "MO";
        return sameWeeks ? new RecurrencePattern.Weeks(every, days) : null;
    }

    private static RecurrencePattern? Monthly(Dictionary<string, string> parts, int every, LocalDate anchor)
    {
        var position = parts.GetValueOrDefault("BYSETPOS");
        if (parts.TryGetValue("BYDAY", out var byDay)) return HasAny(parts, "BYMONTHDAY") ? null : NthWeekday(byDay, position, every);
        if (!parts.TryGetValue("BYMONTHDAY", out var byMonthDay))
            return anchor.Day <= 28 && position is null ? new RecurrencePattern.Months(every) : null;
        if (position is not null)
            return position == "-1" && Clamped(byMonthDay) is { } clamped ? new RecurrencePattern.Months(every, MonthDays.Of(clamped)) : null;
        var days = default(MonthDays);
        foreach (var text in byMonthDay.Split(','))
        {
            if (!TryNumber(text, out var day) || day is not (-1 or (>= 1 and <= 28))) return null;
            days = days.With(day == -1 ? MonthDays.Last : MonthDays.Of(day));
        }

        return new RecurrencePattern.Months(every, days);
    }

    /// <summary>"2TU", or "TU" with the position beside it.</summary>
    private static RecurrencePattern.NthWeekday? NthWeekday(string text, string? position, int every)
    {
        if (text.Length < 2 || RruleText.Day(text[^2..]) is not { } day) return null;
        var number = text[..^2];
        if ((number.Length == 0) == (position is null)) return null;
        return TryNumber(number.Length == 0 ? position ?? "" : number, out var nth) && nth is (>= 1 and <= 5) or (<= -1 and >= -5)
            ? new RecurrencePattern.NthWeekday(every, nth, day)
            : null;
    }

    private static RecurrencePattern.Years? Yearly(Dictionary<string, string> parts, int every, LocalDate anchor)
    {
        var leapDay = anchor is { Month: 2, Day: 29 };
        if (!HasAny(parts, "BYMONTH", "BYMONTHDAY", "BYSETPOS")) return leapDay ? null : new RecurrencePattern.Years(every);
        if (!TryNumber(parts.GetValueOrDefault("BYMONTH", ""), out var month) || month is < 1 or > 12) return null;
        var days = parts.GetValueOrDefault("BYMONTHDAY", "");
        if (parts.TryGetValue("BYSETPOS", out var position))
            return month == 2 && position == "-1" && days == "28,29" ? new RecurrencePattern.Years(every, new AnnualDate(2, 29)) : null;
        return TryNumber(days, out var day) && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(2001, month)
            ? new RecurrencePattern.Years(every, new AnnualDate(month, day))
            : null;
    }

    /// <summary>The last of "28,29", "28,29,30" or "28,29,30,31": that day, or the last of a shorter month.</summary>
    private static int? Clamped(string days) => days switch
    {
        "28,29" => 29,
        "28,29,30" => 30,
        "28,29,30,31" => 31,
        _ => null,
    };

    private static RecurrenceEnd? End(Dictionary<string, string> parts, Recurrence start)
    {
        if (parts.TryGetValue("COUNT", out var count))
            return !HasAny(parts, "UNTIL") && TryNumber(count, out var times) && times is >= 1 and <= 999 ? new RecurrenceEnd.Times(times) : null;
        if (!parts.TryGetValue("UNTIL", out var until)) return new RecurrenceEnd.Never();
        if (LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(until) is { Success: true } date) return new RecurrenceEnd.Until(date.Value);
        if (InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'").Parse(until) is not { Success: true } instant) return null;
        var local = instant.Value.InZone(start.Zone).LocalDateTime;
        return new RecurrenceEnd.Until(start.At is { } time && local.TimeOfDay < time ? local.Date.PlusDays(-1) : local.Date);
    }

    private static bool HasAny(Dictionary<string, string> parts, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (parts.ContainsKey(name)) return true;
        }

        return false;
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static ParseOutcome<Recurrence>.Problem Problem(string sentence, string text, string part) =>
        new(sentence, Math.Max(0, text.IndexOf(part, StringComparison.OrdinalIgnoreCase)), Example);
}
