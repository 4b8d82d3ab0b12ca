using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Core.Tests.DueDates;

/// <summary>Texts that people type, put together from the alternatives of the grammar.</summary>
internal static class DueTexts
{
    private static readonly string[] Weekdays = ["monday", "tue", "Wednesday", "thu.", "FRI", "saturday", "sun"];
    private static readonly string[] Months = ["jan", "february", "Mar.", "april", "may", "june", "jul", "Aug", "sept", "october", "nov", "december"];

    private static Gen<string> Weekday => Gen.Elements(Weekdays);

    private static Gen<string> Month => Gen.Elements(Months);

    /// <summary>Days that depend on today alone.</summary>
    public static Gen<string> RelativeDay => Gen.OneOf(
        Gen.Elements("today", "tomorrow", "tmrw", "the day after tomorrow", "this weekend", "next weekend", "next week", "eow"),
        Gen.Elements("in 2 weeks", "in 3 days", "in 4 business days"),
        Weekday,
        Weekday.Select(day => $"next {day}"),
        Weekday.Select(day => $"this {day}"),
        Weekday.Select(day => $"coming {day}"),
        Weekday.Select(day => $"{day} next week"),
        Weekday.Select(day => $"2 days after next {day}"),
        Weekday.Select(day => $"{day} in 2 weeks"));

    private static Gen<string> CalendarDay => Gen.OneOf(
        Gen.Choose(1, 31).SelectMany(_ => Month, (day, month) => $"{day} {month}"),
        Gen.Choose(1, 31).SelectMany(_ => Month, (day, month) => $"{month} {day}, {2026 + (day % 8)}"),
        Gen.Choose(1, 31).Select(day => $"the {day}th"),
        Gen.Choose(0, 3000).Select(days => new LocalDate(2026, 1, 1).PlusDays(days).ToString("uuuu-MM-dd", null)),
        Gen.Choose(1, 31).SelectMany(_ => Gen.Choose(1, 12), (day, month) => $"{day}/{month}/2029"),
        Gen.Elements("end of month", "eoq", "end of next year", "mid march", "start of next month", "last friday of october"),
        Gen.Elements("by next month", "before 12 june"));

    public static Gen<string> WorkingTime => Gen.Choose((9 * 60) + 1, (17 * 60) - 1).Select(minute => $"{minute / 60:00}:{minute % 60:00}");

    private static Gen<string> Time => Gen.OneOf(
        WorkingTime,
        Gen.Choose(0, 24 * 60).Select(minute => $"{minute / 60:00}:{minute % 60:00}"),
        Gen.Choose(1, 12).Select(hour => $"{hour}pm"),
        Gen.Choose(1, 12).Select(hour => $"at {hour}"),
        Gen.Choose(1, 12).Select(hour => $"at {hour} in the evening"),
        Gen.Choose(1, 9).Select(hour => $"{hour}:20"),
        Gen.Elements("noon", "midnight", "eod", "in the morning", "tonight", "half past three", "3:30 p.m.", "15h30"),
        Gen.Elements("16:00 UTC", "9:00 Europe/Oslo", "10am +05:30"));

    private static Gen<string> Offset => Gen.OneOf(
        Gen.Choose(1, 90).SelectMany(_ => Gen.Elements("minutes", "hours", "days", "weeks", "months", "business days"), (count, unit) => $"in {count} {unit}"),
        Gen.Elements("half an hour", "2h", "in 2 weeks and 3 days", "1.5 hours", "16h", "a fortnight from now", "in 6 years"));

    private static Gen<string> Series => Gen.OneOf(
        Gen.Elements(
            "daily", "every other day", "every weekday", "every workday", "every 3 workdays", "weekly", "monthly", "quarterly", "yearly", "every 31st",
            "every 1st and 15th", "every last friday", "every first monday", "every second tuesday", "every month on the last day",
            "every 2 months on the third wednesday", "every 29 february",
            "every month on the second last thursday", "every year on 4 july", "mornings", "thursdays"),
        Weekday.Select(day => $"every {day}"),
        Gen.Choose(2, 9).SelectMany(_ => Weekday, (count, day) => $"every {count} weeks on {day}"));

    private static Gen<string> SeriesEnd => Gen.Elements(
        "", "", " after completion", ", keep all", " for 12 times", " until 31 december 2031", " starting next monday",
        ", moved before closed days", ", skipping closed days", ", also on closed days");

    private static Gen<string> SeriesTime => Gen.Elements(" at 9:30", " at noon", " at 5", " at 16:00 UTC", " at quarter past midnight", " at 24:00");

    /// <summary>Whole options of every kind; most can be read.</summary>
    public static Gen<string> Any => Gen.OneOf(
        RelativeDay,
        CalendarDay,
        Time,
        Offset,
        RelativeDay.SelectMany(_ => Time, (day, time) => $"{day} {time}"),
        CalendarDay.SelectMany(_ => Time, (day, time) => $"{day}, {time}"),
        Time.SelectMany(_ => RelativeDay, (time, day) => $"{time} {day}"),
        Gen.Elements("by ", "due ", "before ", "on ").SelectMany(_ => RelativeDay, (lead, day) => lead + day),
        Series.SelectMany(_ => SeriesEnd, (series, end) => series + end),
        Series.SelectMany(_ => SeriesTime, (series, time) => series + time),
        Gen.Elements("none", "no date", "someday"));

    private static Gen<char> Character => Gen.Elements(" -/:.,!'()+@0159ahmpt%é".ToCharArray());

    private static Gen<string> Word =>
        Gen.Elements("next fri 5 pm / - : . at @ every ! 31 2026 th of march noon in a half h to past the last 1st and ( ) + UTC T until times".Split(' '));

    /// <summary>A valid text in which a few characters are lost, doubled or replaced.</summary>
    public static Gen<string> Mutated =>
        from text in Any
        from edits in Gen.ListOf(Gen.Choose(0, 10_000).SelectMany(_ => Character, (place, with) => (place, with)), 3)
        select edits.Aggregate(text, (typed, edit) => Edit(typed, edit.place, edit.with));

    public static Gen<string> Random => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.ListOf(Word, 24).Select(words => string.Join(words.Count % 2 == 0 ? " " : "", words)));

    /// <summary>Any minute of six years, as somebody in one of several zones with one of several habits.</summary>
    public static Gen<(Instant Now, DueSettings Settings)> Situation =>
        from minutes in Gen.Choose(0, 6 * 366 * 24 * 60)
        from zone in Gen.Elements("Europe/Oslo", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Cairo", "UTC")
        from dayStart in Gen.Elements(0, 4)
        from order in Gen.Elements<DateOrder?>(null, DateOrder.DayMonth, DateOrder.MonthDay)
        select (Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(minutes), Settings(zone, dayStart, order));

    public static DueSettings Settings(string zone, int dayStart = 4, DateOrder? order = null) =>
        new(new WorkCalendar(DateTimeZoneProviders.Tzdb[zone], WeekHours.Standard, new LocalTime(dayStart, 0)), order);

    private static string Edit(string text, int place, char with)
    {
        if (text.Length == 0) return with.ToString();
        var at = place % text.Length;
        return (place % 3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, with.ToString()),
            _ => string.Concat(text.AsSpan(0, at), with.ToString(), text.AsSpan(at + 1)),
        };
    }
}
