using System.Collections.Immutable;
using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>Weekdays. Weeks begin on Monday.</summary>
internal static class WeekdayMeaning
{
    private const int MaxWeeks = 500;
    private const int MonthsToSearch = 24;

    public static Meant<DateMeant> Of(DateSaid.Weekday said, DueContext context)
    {
        var coming = context.Today.Next(said.Day);
        var inWeek = context.Monday.PlusDays((int)said.Day - 1);
        return said.Week switch
        {
            WeekSaid.This when inWeek < context.Today => DueReading.Refusal.Meaning(
                $"This {said.Day} was {context.Name(inWeek)}. Did you mean {context.Name(inWeek.PlusWeeks(1))}?", 0, context.Name(inWeek.PlusWeeks(1))),
            WeekSaid.This => new DateMeant(inWeek, "“this” is the day of this week (Monday to Sunday)"),
            WeekSaid.Next => new DateMeant(inWeek.PlusWeeks(1), "“next” is the day of the next week (Monday to Sunday)") { Other = coming },
            _ => new DateMeant(coming, "a weekday is the first such day after today")
            {
                Other = said.Day == context.Today.DayOfWeek ? context.Today : null,
            },
        };
    }

    public static Meant<DateMeant> Of(DateSaid.WeekdayWith said, DueContext context)
    {
        var named = DateMeaning.Of(said.Date, context);
        if (named.Value is not { } date) return named;
        var first = date.Date.DayOfWeek == said.Day;
        var second = date.Other?.DayOfWeek == said.Day;
        if (first) return date with { Question = second ? date.Question : null, Other = second ? date.Other : null };
        if (second && date.Question is not null) return new DateMeant(date.Other ?? date.Date, "the order in which the weekday is right");
        if (said.Date is DateSaid.DayOf { Month: null } day && Both(said.Day, day.Day, date.Date) is { } both)
            return date with { Other = both, Question = $"{Ordinal(date.Date)} is a {date.Date.DayOfWeek}. Which day do you mean?" };
        var near = date.Date.Previous(said.Day);
        var after = date.Date.Next(said.Day);
        // Either the date is right or the weekday. Of a date long past the next such weekday is left.
        ImmutableArray<LocalDate> meant = date.Date < context.Today ? [context.Today.Next(said.Day)] : [date.Date, near, after];
        return DueReading.Refusal.Meaning(
            $"{context.Name(date.Date)} is no {said.Day}. The {said.Day}s around it are {context.Name(near)} and {context.Name(after)}.",
            0,
            [.. meant.Select(context.Name)]);
    }

    public static Meant<DateMeant> Of(DateSaid.WeekdayAfter said, DueContext context)
    {
        var shifted = OffsetMeaning.Shift(context.Today, said.Offset, 1, context);
        if (shifted.Value is not { } start) return shifted;
        var inWeek = start.Date.PlusDays((int)said.Day - (int)start.Date.DayOfWeek);
        return new DateMeant(inWeek < start.Date ? inWeek.PlusWeeks(1) : inWeek, $"the first {said.Day} from {context.Name(start.Date)} on") { Other = inWeek };
    }

    public static Meant<DateMeant> Of(DateSaid.WeekdaysAhead said, DueContext context) => said.Count is >= 1 and <= MaxWeeks
        ? new DateMeant(context.Today.Next(said.Day).PlusWeeks(said.Count - 1), $"{said.Day}s counted from tomorrow")
        : new DueReading.Refusal("That is too far away for a due date.", 0, $"next {said.Day.ToString().ToLowerInvariant()}");

    public static Meant<DateMeant> Of(DateSaid.Weekend said, DueContext context)
    {
        var saturday = context.Monday.PlusDays(said.Next ? 12 : 5);
        if (saturday >= context.Today) return new DateMeant(saturday, "a weekend is its Saturday");
        return DueReading.Refusal.Meaning($"This weekend began on {context.Name(saturday)}.", 0, "next weekend");
    }

    /// <summary>The next month whose day of that number is that weekday.</summary>
    private static LocalDate? Both(IsoDayOfWeek weekday, int day, LocalDate from)
    {
        for (var months = 1; months <= MonthsToSearch; months++)
        {
            var month = from.With(DateAdjusters.StartOfMonth).PlusMonths(months);
            if (day <= month.Calendar.GetDaysInMonth(month.Year, month.Month) && month.PlusDays(day - 1) is var date && date.DayOfWeek == weekday) return date;
        }

        return null;
    }

    private static string Ordinal(LocalDate date) => $"The next day {date.Day} of a month";
}
