using System.Globalization;
using NodaTime;

namespace TriageBot.Core.Time;

/// <summary>A time of day as typed in hours and breaks: <c>9</c>, <c>9:00</c>, <c>09.30</c>, <c>0930</c>, <c>9am</c>.</summary>
/// <param name="Minutes">After midnight, 0–1440: 24:00 is the end of a day.</param>
/// <param name="MayBeAfternoon">The hour was typed with one digit and without am or pm.</param>
internal readonly record struct TypedClock(int Minutes, bool MayBeAfternoon)
{
    public const int MinutesOfDay = 24 * 60;

    public LocalTime Time => LocalTime.FromMinutesSinceMidnight(Minutes % MinutesOfDay);

    /// <summary>Moves over what looks like a time, also when it is none. Null when it is no time of day.</summary>
    public static TypedClock? Take(TextScanner scanner)
    {
        var digits = scanner.TakeDigits();
        var minuteDigits = scanner.Take(symbol => symbol is ':' or '.') ? scanner.TakeDigits() : digits.Length == 4 ? digits[2..] : "00";
        var hourDigits = digits.Length == 4 ? digits[..2] : digits;
        var half = scanner.TakeLetters().ToLowerInvariant();
        if (hourDigits.Length is not (1 or 2) || minuteDigits.Length != 2) return null;

        var (hour, minute) = (Number(hourDigits), Number(minuteDigits));
        if (minute > 59 || Hour(hour, half) is not { } hourOfDay || (hourOfDay * 60) + minute > MinutesOfDay) return null;
        return new TypedClock((hourOfDay * 60) + minute, half.Length == 0 && hourDigits.Length == 1);
    }

    private static int? Hour(int hour, string half) => half switch
    {
        "" when hour <= 24 => hour,
        "am" or "a" when hour is >= 1 and <= 12 => hour % 12,
        "pm" or "p" when hour is >= 1 and <= 12 => (hour % 12) + 12,
        _ => null,
    };

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
