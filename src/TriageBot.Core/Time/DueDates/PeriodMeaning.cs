using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>Weeks, months, quarters and years: their first and last days.</summary>
internal static class PeriodMeaning
{
    public static Meant<DateMeant> Of(DateSaid.NextPeriod said, DueContext context, Lead lead)
    {
        var start = StartOf(said.Unit, context.Today, ahead: 1);
        var first = context.Calendar.WorkingDayOnOrAfter(start);
        var last = LastDay(said.Unit, start, context.Calendar);
        return lead switch
        {
            Lead.By => new DateMeant(last, "by next week or month: the last day of it") { Other = first },
            Lead.Before => new DateMeant(context.Calendar.WorkingDayBefore(start), "before next week or month: the last working day before it begins"),
            _ => new DateMeant(first, "next week or month: its first working day") { Other = start },
        };
    }

    public static Meant<DateMeant> Of(DateSaid.PeriodEdge said, DueContext context)
    {
        var start = StartOf(said.Unit, context.Today, said.Next ? 1 : 0);
        if (!said.IsEnd) return First(said, start, context);
        var last = LastDay(said.Unit, start, context.Calendar);
        if (said.Unit != DueUnit.Week) return new DateMeant(last, "the end is the last day of the calendar");
        if (said.Next) return new DateMeant(last, "the end of next week is its last working day");
        if (last < context.Today) return DueReading.Refusal.Meaning($"The last working day of this week was {context.Name(last)}.", 0, "end of next week");
        return new DateMeant(last, "the end of the week is the end of its last working day")
        {
            Edge = new ClockSaid.WorkEdge(IsEnd: true),
            IfOver = LastDay(said.Unit, start.PlusWeeks(1), context.Calendar),
        };
    }

    private static Meant<DateMeant> First(DateSaid.PeriodEdge said, LocalDate start, DueContext context)
    {
        var first = context.Calendar.WorkingDayOnOrAfter(start);
        if (first >= context.Today) return new DateMeant(first, "the start is the first working day") { Other = start };
        return DueReading.Refusal.Meaning($"{context.Name(first)} is past.", 0, $"start of next {said.Unit.ToString().ToLowerInvariant()}");
    }

    public static Meant<DateMeant> Of(DateSaid.MonthPlace said, DueContext context)
    {
        var month = CalendarMeaning.StartOf(said.Month, context.Today);
        var date = At(said.Place, month, context.Calendar);
        if (date < context.Today && said.Month.Year is null && said.Month.Month is not null) date = At(said.Place, month.PlusYears(1), context.Calendar);
        return new DateMeant(date, "the middle of a month is the 15th, its start the first working day, its end the last day");
    }

    private static LocalDate At(Place place, LocalDate month, WorkCalendar calendar) => place switch
    {
        Place.Start => calendar.WorkingDayOnOrAfter(month),
        Place.Middle => month.PlusDays(14),
        _ => month.With(DateAdjusters.EndOfMonth),
    };

    /// <summary>Of a week the last working day, of the others the last day of the calendar.</summary>
    private static LocalDate LastDay(DueUnit unit, LocalDate start, WorkCalendar calendar)
    {
        var next = StartOf(unit, start, ahead: 1);
        return unit == DueUnit.Week ? calendar.WorkingDayBefore(next) : next.PlusDays(-1);
    }

    private static LocalDate StartOf(DueUnit unit, LocalDate day, int ahead) => unit switch
    {
        DueUnit.Week => day.PlusDays(1 - (int)day.DayOfWeek).PlusWeeks(ahead),
        DueUnit.Month => day.With(DateAdjusters.StartOfMonth).PlusMonths(ahead),
        DueUnit.Quarter => new LocalDate(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1).PlusMonths(3 * ahead),
        _ => new LocalDate(day.Year + ahead, 1, 1),
    };
}
