using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>A time without a date: today if still ahead, else tomorrow.</summary>
internal static class ClockMeaning
{
    public static DueReading Of(DueSaid.Point said, DueContext context)
    {
        if (said.Time is not { } time) throw new ArgumentException("Neither date nor time.", nameof(said));
        if (time.Clock is ClockSaid.WorkEdge edge) return WorkEdge(edge, context.Today, "the end of today's work", context);
        if (time is { Clock: ClockSaid.Hours { Style: ClockStyle.HSuffix } hours, Zone: null, Part: null }) return TimeOrHours(hours, said, context);
        var meant = TimeMeaning.Of(time, context.Today, context.Calendar);
        if (meant.Value is not { } clock) return meant.InsteadAt(said.TimeStart);
        var zone = context.ZoneOr(time.Zone);
        var fixedToday = time.Part is { Today: true } || time.Clock is null;
        var value = fixedToday ? new DueValue.At(context.Today.AtMidnight().PlusMinutes(clock.Minute), zone) : Next(clock.Minute, zone, context);
        // A midnight without a date is simply the next one.
        var other = clock.Other is { } minute && clock.Question is not null ? Next(minute, zone, context) : null;
        return Candidates.Decide(value, other, clock.Question, $"a time alone is its next occurrence; {clock.Rule}", context);
    }

    /// <summary>The first time ahead with these minutes of the day.</summary>
    public static DueValue.At Next(int minute, DateTimeZone zone, DueContext context)
    {
        var date = context.Now.InZone(zone).Date.PlusDays(-1);
        while (true)
        {
            var value = Candidates.Fitted(new DueValue.At(date.AtMidnight().PlusMinutes(minute % (24 * 60)), zone));
            if (ZoneTime.ToInstant(value.Local, zone) > context.Now) return value;
            date = date.PlusDays(1);
        }
    }

    /// <summary>When work begins or ends on that date; asked when today's is over (rule table, EOD).</summary>
    /// <param name="ifOver">The date that is meant once today's work is over; without one, the next working day.</param>
    public static DueReading WorkEdge(ClockSaid.WorkEdge edge, LocalDate date, string rule, DueContext context, LocalDate? ifOver = null)
    {
        if (Edge(edge, date, context) is { } instant && instant > context.Now)
            return Candidates.Decide(Candidates.AtInstant(instant, context.Zone), null, null, rule, context);
        if (date != context.Today)
        {
            var sentence = date < context.Today ? $"{context.Name(date)} is past." : $"{context.Name(date)} is no working day.";
            return DueReading.Refusal.Meaning(sentence, 0, context.Name(context.Calendar.WorkingDayOnOrAfter(date < context.Today ? context.Today : date)));
        }

        var next = ifOver ?? context.Calendar.WorkingDayAfter(context.Today);
        var nextEdge = Candidates.AtInstant(Edge(edge, next, context) ?? context.Now, context.Zone);
        var today = new DueValue.Day(context.Today);
        var why = Edge(edge, date, context) is null ? "Today has no working hours." : ifOver is not null ? "This week's working hours are over." : "Today's working hours are over.";
        return Candidates.Decide(nextEdge, today, $"{why} Which do you mean?", rule, context);
    }

    private static Instant? Edge(ClockSaid.WorkEdge edge, LocalDate date, DueContext context) =>
        context.Calendar.WorkdayOf(date) is { } day ? (edge.IsEnd ? day.End : day.Start) : null;

    /// <summary>"at 16h", "8h30": neither reading is safe alone. Hours without "at" are read as a duration, with the time on a button.</summary>
    private static DueReading TimeOrHours(ClockSaid.Hours hours, DueSaid.Point said, DueContext context)
    {
        if (hours is not { Hour: < 24, Minute: < 60 })
            return new DueReading.Refusal($"A day has 24 hours; there is no {hours.Hour}:{hours.Minute:00}.", said.TimeStart, "at 17:00");
        var minutes = (hours.Hour * 60) + hours.Minute;
        if (minutes == 0) return DueReading.Refusal.Meaning("Write midnight for 0h.", said.TimeStart, "midnight");
        var elapsed = Candidates.AtInstant(context.Now + Duration.FromMinutes(minutes), context.Zone);
        var question = $"At {hours.Hour:00}:{hours.Minute:00}, or in {TimeText.Span(Duration.FromMinutes(minutes))}?";
        return Candidates.Decide(Next(minutes, context.Zone, context), elapsed, question, "asked", context);
    }
}
