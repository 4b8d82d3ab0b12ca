namespace TriageBot.Core.Time.DueDates;

/// <summary>Which date words mean on the day they are typed. Whether it is past is for <see cref="PointMeaning"/> to say.</summary>
internal static class DateMeaning
{
    public static Meant<DateMeant> Of(DateSaid said, DueContext context, Lead lead = Lead.None) => said switch
    {
        DateSaid.Relative day => new DateMeant(context.Today.PlusDays(day.Days), "counted from today"),
        DateSaid.Weekday day => WeekdayMeaning.Of(day, context),
        DateSaid.WeekdayWith both => WeekdayMeaning.Of(both, context),
        DateSaid.WeekdayAfter day => WeekdayMeaning.Of(day, context),
        DateSaid.WeekdaysAhead days => WeekdayMeaning.Of(days, context),
        DateSaid.Weekend weekend => WeekdayMeaning.Of(weekend, context),
        DateSaid.NextWorkday => new DateMeant(context.Calendar.WorkingDayAfter(context.Today), "the first working day after today"),
        DateSaid.NextPeriod period => PeriodMeaning.Of(period, context, lead),
        DateSaid.PeriodEdge edge => PeriodMeaning.Of(edge, context),
        DateSaid.DayEdge edge => DayEdge(edge, context),
        DateSaid.MonthPlace place => PeriodMeaning.Of(place, context),
        DateSaid.DayOf day => CalendarMeaning.Of(day, context),
        DateSaid.NthOf nth => CalendarMeaning.Of(nth, context),
        DateSaid.Slashed slashed => CalendarMeaning.Of(slashed, context),
        DateSaid.Iso iso => CalendarMeaning.Of(iso),
        DateSaid.From from => From(from, context),
        _ => throw new ArgumentOutOfRangeException(nameof(said), said, "Unknown kind of date."),
    };

    private static Meant<DateMeant> DayEdge(DateSaid.DayEdge edge, DueContext context)
    {
        var day = Of(edge.Date, context);
        return day.Value is { } meant ? meant with { Edge = new ClockSaid.WorkEdge(edge.IsEnd) } : day;
    }

    private static Meant<DateMeant> From(DateSaid.From from, DueContext context)
    {
        var start = Of(from.Start, context);
        if (start.Value is not { } day) return start;
        var sign = from.Before ? -1 : 1;
        var moved = OffsetMeaning.Shift(day.Date, from.Offset, sign, context);
        if (moved.Value is not { } meant) return moved;
        var other = day.Other is { } date ? OffsetMeaning.Sum(date, from.Offset, sign, context.Calendar) : null;
        return meant with { Other = other, Question = day.Question };
    }
}
