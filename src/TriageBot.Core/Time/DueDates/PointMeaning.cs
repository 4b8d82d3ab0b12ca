using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>Puts date and time together into a value, or into the question that must be asked first.</summary>
internal static class PointMeaning
{
    public static DueReading Of(DueSaid.Point said, DueContext context)
    {
        if (said.Offset is { HasClockUnit: true } elapsed) return said.Time is null ? Elapsed(elapsed, said, context) : Both(said);
        if (said.Date is null && said.Offset is null) return ClockMeaning.Of(said, context);
        var date = DateOf(said, context);
        if (date.Value is not { } day) return date.InsteadAt(said.DateStart);
        if (MeansDayBefore(said) && day.Edge is null) day = DayBefore(day);
        return said.Time is null ? WithoutTime(day, context) : WithTime(day, said.Time, said, context);
    }

    /// <summary>"before" a time is that time; before a week or its end has its own rule.</summary>
    private static bool MeansDayBefore(DueSaid.Point said) =>
        said is { Lead: Lead.Before, Time: null, Date: not (DateSaid.NextPeriod or DateSaid.PeriodEdge { IsEnd: true }) };

    private static Meant<DateMeant> DateOf(DueSaid.Point said, DueContext context) => said.Offset is { } offset
        ? OffsetMeaning.Shift(context.Today, offset, 1, context)
        : said.Date is { } date ? DateMeaning.Of(date, context, said.Lead) : throw new ArgumentException("Neither date nor offset.", nameof(said));

    private static DateMeant DayBefore(DateMeant day) => day with
    {
        Date = day.Date.PlusDays(-1),
        Other = day.Other?.PlusDays(-1),
        Rule = "before a day is the day before: " + day.Rule,
    };

    private static DueReading WithoutTime(DateMeant day, DueContext context)
    {
        if (day.Edge is { } edge) return ClockMeaning.WorkEdge(edge, day.Date, day.Rule, context, day.IfOver);
        DueValue? other = day.Other is { } date ? new DueValue.Day(date) : null;
        return Candidates.Decide(new DueValue.Day(day.Date), other, day.Question, day.Rule, context);
    }

    private static DueReading WithTime(DateMeant day, TimeSaid said, DueSaid.Point point, DueContext context)
    {
        if (said.Part is { Today: true } && day.Date != context.Today)
            return DueReading.Refusal.Meaning("“This” or “tonight” is today, and another day is named too.", point.TimeStart, context.Name(day.Date));
        if (said.Clock is ClockSaid.WorkEdge edge) return ClockMeaning.WorkEdge(edge, day.Date, day.Rule, context);
        var meant = TimeMeaning.Of(said, day.Date, context.Calendar);
        if (meant.Value is not { } time) return meant.InsteadAt(point.TimeStart);
        var due = At(day.Date, time.Minute, said, context);
        if (day.Question is not null && time.Question is not null)
            return DueReading.Refusal.Meaning($"{day.Question} {time.Question} Please write both out.", 0, DueText.Name(due, context.Calendar));
        var other = day.Other is { } date ? At(date, time.Minute, said, context) : time.Other is { } minute ? At(day.Date, minute, said, context) : null;
        return Candidates.Decide(due, other, day.Question ?? time.Question, $"{day.Rule}; {time.Rule}", context);
    }

    private static DueValue.At At(LocalDate date, int minute, TimeSaid said, DueContext context) =>
        new(date.AtMidnight().PlusMinutes(minute), context.ZoneOr(said.Zone));

    private static DueReading Elapsed(OffsetSaid offset, DueSaid.Point said, DueContext context)
    {
        if (OffsetMeaning.Sum(context.Today, offset, 1, context.Calendar) is not { } date)
            return new DueReading.Refusal("That is too far away for a due date.", said.DateStart, "in 2 hours");
        var instant = context.Now + Duration.FromMinutes(offset.Minutes);
        if (offset.HasCalendarUnit)
        {
            var days = Period.DaysBetween(context.Today, date);
            instant = ZoneTime.ToInstant(context.Now.InZone(context.Zone).LocalDateTime.PlusDays(days), context.Zone) + Duration.FromMinutes(offset.Minutes);
        }

        var value = Candidates.AtInstant(instant, context.Zone);
        var clock = said.OrHour is { } hour ? ClockMeaning.Next(hour * 60, context.Zone, context) : null;
        return Candidates.Decide(value, clock, question: null, "minutes and hours are elapsed time", context);
    }

    private static DueReading.Refusal Both(DueSaid.Point said) =>
        new("Hours from now and a time of day together name two times.", said.TimeStart, "in 2 hours");
}
