using NodaTime;
using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Time.DueDates;

/// <summary>Which series words mean: its anchor is the first date ahead that fits the pattern.</summary>
internal static class RecurrenceMeaning
{
    private const int MaxTimes = 999;

    public static DueReading Of(RecurrenceSaid said, DueContext context)
    {
        if (said.OrElse is null) return Read(said, context);
        var readings = new[] { said with { OrElse = null }, said with { Pattern = said.OrElse, OrElse = null } }.Select(one => Read(one, context)).ToList();
        if (readings is not [DueReading.Value first, DueReading.Value second]) return readings.Find(reading => reading is not DueReading.Value) ?? readings[0];
        const string Question = "Every other one, or the one of that number in each month?";
        return new DueReading.Ask(Question, [Candidates.Named(first.Due, context), Candidates.Named(second.Due, context)]);
    }

    private static DueReading Read(RecurrenceSaid said, DueContext context)
    {
        if (said.Times is < 1 or > MaxTimes) return new DueReading.Refusal($"A series can have 1 to {MaxTimes} dates.", 0, "every week, 10 times");
        var from = From(said, context);
        if (from.Value is not { } start) return from.InsteadAt(0);
        var until = Until(said, context);
        if (until is { Value: null, Instead: not null }) return until.InsteadAt(0);
        if (said.Time is null) return Series(said, start.Date, null, until.Value?.Date, context);
        if (said.Time.Clock is ClockSaid.WorkEdge or ClockSaid.Midnight)
            return new DueReading.Refusal("A repeating date needs the time itself, for instance at 17:00.", said.TimeStart, "every day at 17:00");
        var time = TimeMeaning.Of(said.Time, start.Date, context.Calendar);
        if (time.Value is not { } meant) return time.InsteadAt(said.TimeStart);
        if (Math.Max(meant.Minute, meant.Other ?? 0) >= NodaConstants.MinutesPerDay)
            return new DueReading.Refusal("A repeating date cannot be due in the night after its day.", said.TimeStart, "every day at 00:15");
        var first = Series(said, start.Date, meant.Minute, until.Value?.Date, context);
        if (meant.Question is null || meant.Other is not { } minute) return first;
        var readings = new[] { first, Series(said, start.Date, minute, until.Value?.Date, context) }.OfType<DueReading.Value>();
        return new DueReading.Ask(meant.Question, [.. readings.Select(value => Candidates.Named(value.Due, context))]);
    }

    private static Meant<DateMeant> From(RecurrenceSaid said, DueContext context)
    {
        if (said.From is null) return new DateMeant(context.Today, "today");
        var from = Sure(DateMeaning.Of(said.From, context));
        if (from.Value is { } day && (day.Date < context.Today || day.Date > context.Horizon))
        {
            var sentence = $"A series cannot start on {context.Name(day.Date)}: choose a day from today to {DueContext.MaxYears} years ahead.";
            return new DueReading.Refusal(sentence, 0, "every week starting tomorrow");
        }

        return from;
    }

    private static Meant<DateMeant> Until(RecurrenceSaid said, DueContext context) =>
        said.Until is null ? default : Sure(DateMeaning.Of(said.Until, context));

    private static Meant<DateMeant> Sure(Meant<DateMeant> meant) => meant.Value?.Question is { } question
        ? new DueReading.Refusal($"{question} Write the month as a word.", 0, "every week starting tomorrow")
        : meant;

    private static DueReading Series(RecurrenceSaid said, LocalDate from, int? minute, LocalDate? until, DueContext context)
    {
        var rule = new Recurrence(said.Pattern, from, context.ZoneOr(said.Time?.Zone))
        {
            At = minute is { } value ? LocalTime.FromMinutesSinceMidnight(value) : null,
            Mode = said.Mode,
            ClosedDays = said.ClosedDays,
            End = until is { } last ? new RecurrenceEnd.Until(last) : said.Times is { } times ? new RecurrenceEnd.Times(times) : new RecurrenceEnd.Never(),
        };
        var open = Occurrences.Starts(rule, context.Calendar).Select(date => (Date: date, Due: Due(rule, date, context)))
            .FirstOrDefault(start => start.Due is { } due && !Candidates.IsPast(due, context));
        if (open.Due is not { } first || !Occurrences.Scheduled(rule with { Anchor = open.Date }, context.Calendar).Any())
            return new DueReading.Refusal("That series has no date ahead. Choose a later end.", 0, "every week");
        return new DueReading.Value(new DueValue.Repeating(rule with { Anchor = open.Date }, first), "a series begins with its first date ahead");
    }

    private static DueValue? Due(Recurrence rule, LocalDate scheduled, DueContext context)
    {
        if (Occurrences.Due(rule, scheduled, context.Calendar) is not { } date) return null;
        return rule.At is { } time ? Candidates.Fitted(new DueValue.At(date + time, rule.Zone)) : new DueValue.Day(date);
    }
}
