using System.CommandLine.Parsing;
using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.CommandLine;

/// <summary>Reads the values of the options of <see cref="DueCommand"/>. What is wrong is said on the result.</summary>
internal static class DueOptionReader
{
    private const int FirstYear = 1970;
    private const int LastYear = 2200;

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public static LocalDateTime? Now(ArgumentResult result)
    {
        var typed = Typed(result).Replace(' ', 'T');
        var read = Minute.Parse(typed) is { Success: true } minute ? minute : LocalDateTimePattern.GeneralIso.Parse(typed);
        if (read is { Success: true, Value: { Year: >= FirstYear and <= LastYear } now }) return now;
        result.AddError($"--now expects a time from {FirstYear} to {LastYear}, such as 2026-03-13T08:25.");
        return null;
    }

    public static DateTimeZone? Zone(ArgumentResult result)
    {
        var typed = Typed(result);
        if (OffsetPattern.GeneralInvariant.Parse(typed) is { Success: true } offset) return DateTimeZone.ForOffset(offset.Value);
        if (ZoneTime.Find(typed) is { } zone) return zone;
        result.AddError(ZoneTime.Suggest(typed) is [var nearest, ..]
            ? $"--zone expects a time zone; did you mean {nearest}?"
            : "--zone expects a time zone such as Europe/Oslo or +02:00.");
        return null;
    }

    public static DateOrder? Order(ArgumentResult result)
    {
        switch (Typed(result).ToUpperInvariant())
        {
            case "DMY":
                return DateOrder.DayMonth;
            case "MDY":
                return DateOrder.MonthDay;
            default:
                result.AddError("--order expects DMY or MDY.");
                return null;
        }
    }

    public static WeekHours? Hours(ArgumentResult result)
    {
        var outcome = WeekHours.Read(Typed(result));
        if (outcome is ParseOutcome<WeekHours>.Problem problem) result.AddError($"--hours: {problem.Sentence} Try \"{problem.Example}\".");
        return (outcome as ParseOutcome<WeekHours>.Success)?.Value;
    }

    private static string Typed(ArgumentResult result) => result.Tokens is [var token, ..] ? token.Value : "";
}
