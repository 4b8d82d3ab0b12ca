using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>Dates of the calendar. Without a year the next one is meant, today included.</summary>
internal static class CalendarMeaning
{
    private const int MaxYear = 2999;

    public static Meant<DateMeant> Of(DateSaid.Iso said) => Exact(said.Year, said.Month, said.Day, "a date with its year");

    public static Meant<DateMeant> Of(DateSaid.DayOf said, DueContext context)
    {
        if (said.Month is null) return NextMonthWith(said.Day, context);
        if (said.Month is { Month: { } month, Year: null }) return NextYearWith(month, said.Day, context);
        var start = StartOf(said.Month, context.Today);
        var later = start.PlusMonths(1);
        if (said.Month is { Month: null, Ahead: 0 } && Valid(start.Year, start.Month, said.Day) < context.Today && Valid(later.Year, later.Month, said.Day) is { } next)
            return DueReading.Refusal.Meaning($"That day of this month is past. Did you mean {context.Name(next)}?", 0, context.Name(next));
        return Exact(start.Year, start.Month, said.Day, "a day of that month");
    }

    public static Meant<DateMeant> Of(DateSaid.NthOf said, DueContext context)
    {
        var start = StartOf(said.Month, context.Today);
        var date = NthIn(start, said, context.Calendar);
        if (date < context.Today && said.Month is { Month: not null, Year: null }) date = NthIn(start.PlusYears(1), said, context.Calendar);
        return date is { } found
            ? new DateMeant(found, "counted within the month")
            : new DueReading.Refusal($"{start:MMMM uuuu} has no such day.", 0, context.Name(Later(start.With(DateAdjusters.EndOfMonth), context.Today)));
    }

    public static Meant<DateMeant> Of(DateSaid.Slashed said, DueContext context)
    {
        var (first, second) = (said.First, said.Second);
        if (first > 12 && second > 12) return new DueReading.Refusal($"{first}/{second} is no date: there are only 12 months.", 0, context.Name(context.Today));
        if (first > 12 || first == second) return Slashed(month: second, day: first, said.Year, context);
        if (second > 12) return Slashed(month: first, day: second, said.Year, context);

        var dayFirst = Slashed(month: second, day: first, said.Year, context);
        var monthFirst = Slashed(month: first, day: second, said.Year, context);
        var (preferred, other) = context.Settings.Order == DateOrder.MonthDay ? (monthFirst, dayFirst) : (dayFirst, monthFirst);
        if (preferred.Value is not { } date || other.Value is not { } otherDate) return preferred;
        return date with
        {
            Other = otherDate.Date,
            Question = context.Settings.Order is null ? $"Is {first}/{second} the {date.Date:d MMMM} or the {otherDate.Date:d MMMM}?" : null,
            Rule = context.Settings.Order == DateOrder.MonthDay ? "month before day" : "day before month",
        };
    }

    /// <summary>The first of the month that is meant: this year's or the next, but never a past one.</summary>
    public static LocalDate StartOf(MonthSaid said, LocalDate today)
    {
        if (said.Month is not { } month) return today.With(DateAdjusters.StartOfMonth).PlusMonths(said.Ahead);
        if (said.Year is { } year) return new LocalDate(Math.Clamp(year, 1, MaxYear), month, 1);
        return new LocalDate(month < today.Month ? today.Year + 1 : today.Year, month, 1);
    }

    private static Meant<DateMeant> Slashed(int month, int day, int? year, DueContext context) =>
        year is { } given ? Exact(given, month, day, "a date with its year") : NextYearWith(month, day, context);

    private static Meant<DateMeant> NextMonthWith(int day, DueContext context)
    {
        for (var months = 0; months <= 12; months++)
        {
            var month = context.Today.With(DateAdjusters.StartOfMonth).PlusMonths(months);
            if (Valid(month.Year, month.Month, day) is { } date && date >= context.Today) return new DateMeant(date, "the next month that has this day");
        }

        return new DueReading.Refusal($"No month has a day {day}.", 0, "end of month");
    }

    private static Meant<DateMeant> NextYearWith(int month, int day, DueContext context)
    {
        // Eight years apart are two leap days at most: 2096 and 2104.
        for (var years = 0; years <= 8; years++)
        {
            if (Valid(context.Today.Year + years, month, day) is { } date && date >= context.Today)
                return new DateMeant(date, "without a year the next such date, today included");
        }

        return Impossible(null, month, day);
    }

    private static Meant<DateMeant> Exact(int year, int month, int day, string rule) =>
        Valid(year, month, day) is { } date ? new DateMeant(date, rule) : Impossible(year, month, day);

    private static LocalDate? Valid(int year, int month, int day) =>
        year is >= 1 and <= MaxYear && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private static DueReading.Refusal Impossible(int? year, int month, int day)
    {
        if (month is < 1 or > 12) return new DueReading.Refusal($"There is no month {month}.", 0, "end of month");
        if (year is < 1 or > MaxYear) return new DueReading.Refusal($"The year {year} is too far away.", 0, $"{MonthName(month)} 1");
        var sentence = year is { } given
            ? $"{MonthName(month)} {given} has {CalendarSystem.Iso.GetDaysInMonth(given, month)} days; there is no day {day}."
            : $"{MonthName(month)} has no day {day}.";
        return DueReading.Refusal.Meaning(sentence, 0, $"end of {MonthName(month)}");
    }

    private static LocalDate? NthIn(LocalDate month, DateSaid.NthOf said, WorkCalendar calendar)
    {
        var days = Enumerable.Range(0, month.Calendar.GetDaysInMonth(month.Year, month.Month)).Select(month.PlusDays)
            .Where(date => said.Day is { } weekday ? date.DayOfWeek == weekday : !said.Workday || calendar.IsWorkingDay(date))
            .ToList();
        var index = said.Nth > 0 ? said.Nth - 1 : days.Count + said.Nth;
        return index >= 0 && index < days.Count ? days[index] : null;
    }

    private static LocalDate Later(LocalDate first, LocalDate second) => first < second ? second : first;

    private static string MonthName(int month) => new LocalDate(2000, month, 1).ToString("MMMM", System.Globalization.CultureInfo.InvariantCulture);
}
