using NodaTime;
using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Time.DueDates;

/// <summary>Which time of day words mean. An hour without am or pm is the one inside working hours; both or none inside is asked.</summary>
internal static class TimeMeaning
{
    private const int Day = 24 * 60;

    /// <param name="date">Whose working hours decide.</param>
    public static Meant<TimeMeant> Of(TimeSaid said, LocalDate date, WorkCalendar calendar)
    {
        if (said.Clock is null) return said.Part is { } part ? Default(part.Part) : throw new ArgumentException("Neither clock nor part of day.", nameof(said));
        if (said.Part is null && said.Clock is ClockSaid.Hours { Style: ClockStyle.Bare } bare) return IsItAnHour(bare);
        if (Problem(said.Clock) is { } problem) return problem;
        if (said.Part is { } named) return WithPart(Candidates(Loosely(said.Clock)), named.Part);
        var minutes = Candidates(said.Clock);
        return minutes is [var first, var second]
            ? Chosen(first, second, date, calendar)
            : new TimeMeant(minutes[0], "the time as written") { Other = said.Clock is ClockSaid.Midnight ? 0 : null };
    }

    /// <summary>Minutes of the day that the clock face allows, am first.</summary>
    private static int[] Candidates(ClockSaid clock) => clock switch
    {
        ClockSaid.Hours { Style: ClockStyle.Am } hours => [(hours.Hour % 12 * 60) + hours.Minute],
        ClockSaid.Hours { Style: ClockStyle.Pm } hours => [(hours.Hour % 12 * 60) + hours.Minute + (Day / 2)],
        ClockSaid.Hours { Style: ClockStyle.TwelveHour or ClockStyle.Bare, Hour: >= 1 and <= 12 } hours =>
            [(hours.Hour % 12 * 60) + hours.Minute, (hours.Hour % 12 * 60) + hours.Minute + (Day / 2)],
        ClockSaid.Hours hours => [(hours.Hour * 60) + hours.Minute],
        ClockSaid.Noon => [Day / 2],
        ClockSaid.Midnight => [Day],
        ClockSaid.Shifted shifted => [.. Candidates(shifted.From).Select(minute => Shifted(minute, shifted.Minutes))],
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock time without minutes."),
    };

    /// <summary>A little before 12 am is late on the same day.</summary>
    private static int Shifted(int minute, int by) => minute + by < 0 ? minute + by + Day : minute + by;

    /// <summary>Beside a part of the day 10:30 may be pm; 08:30 with its zero is the morning.</summary>
    private static ClockSaid Loosely(ClockSaid clock) =>
        clock is ClockSaid.Hours { Style: ClockStyle.TwentyFour, Hour: >= 10 and <= 12 } hours ? hours with { Style = ClockStyle.TwelveHour } : clock;

    private static DueReading.Refusal? Problem(ClockSaid clock) => clock switch
    {
        ClockSaid.Hours { Minute: > 59 } hours => new DueReading.Refusal($"An hour has 60 minutes, not {hours.Minute}.", 0, "at 17:00"),
        ClockSaid.Hours { Style: ClockStyle.Am or ClockStyle.Pm, Hour: < 1 or > 12 } hours => NoSuchHour(
            $"There is no {hours.Hour} {(hours.Style == ClockStyle.Am ? "am" : "pm")}.", hours),
        ClockSaid.Hours { Hour: > 24 } or ClockSaid.Hours { Hour: 24, Minute: > 0 } =>
            new DueReading.Refusal("A day has 24 hours; there is no such time.", 0, "at 17:00"),
        ClockSaid.Shifted { From: ClockSaid.WorkEdge } => new DueReading.Refusal("Give the time itself, for instance at 16:30.", 0, "at 16:30"),
        ClockSaid.Shifted shifted => Problem(shifted.From),
        _ => null,
    };

    private static DueReading.Refusal NoSuchHour(string sentence, ClockSaid.Hours hours) =>
        hours.Hour < 24 ? DueReading.Refusal.Meaning(sentence, 0, $"at {hours.Hour:00}:{hours.Minute:00}") : new DueReading.Refusal(sentence, 0, "at 17:00");

    private static DueReading.Refusal IsItAnHour(ClockSaid.Hours bare) => bare switch
    {
        { Minute: 0, Hour: >= 1 and <= 23 } => DueReading.Refusal.Meaning(
            $"Is {bare.Hour} an hour or a day? Write “at {bare.Hour}” or “the {RecurrenceText.Ordinal(bare.Hour)}”.",
            0,
            $"at {bare.Hour}",
            $"the {RecurrenceText.Ordinal(bare.Hour)}"),
        { Minute: 0, Hour: >= 1 and <= 31 } => DueReading.Refusal.Meaning(
            $"A number alone is no date. Is it “the {RecurrenceText.Ordinal(bare.Hour)}”?", 0, $"the {RecurrenceText.Ordinal(bare.Hour)}"),
        _ => new DueReading.Refusal("A number alone is no date. Write a time with a colon, as in 17:30.", 0, "at 17:30"),
    };

    private static Meant<TimeMeant> Default(PartOfDay part) => part switch
    {
        PartOfDay.Morning => new TimeMeant(9 * 60, "morning is 09:00"),
        PartOfDay.Lunch => new TimeMeant(12 * 60, "lunch is 12:00"),
        PartOfDay.Afternoon => new TimeMeant(15 * 60, "afternoon is 15:00"),
        PartOfDay.Evening => new TimeMeant(19 * 60, "evening is 19:00"),
        _ => new DueReading.Refusal("Which time at night? Write the hour too.", 0, "at 22:00"),
    };

    private static Meant<TimeMeant> WithPart(int[] minutes, PartOfDay part)
    {
        var (first, last) = Bounds(part);
        foreach (var minute in minutes)
        {
            if (minute >= first && minute <= last) return new TimeMeant(minute, "the part of the day decides between am and pm");
        }

        return DueReading.Refusal.Meaning($"{Clock(minutes[^1])} is not in the {Name(part)}.", 0, $"at {Clock(minutes[^1])}");
    }

    private static (int First, int Last) Bounds(PartOfDay part) => part switch
    {
        PartOfDay.Morning => (60, Day / 2),
        PartOfDay.Lunch => (11 * 60, 15 * 60),
        PartOfDay.Afternoon => (Day / 2, 20 * 60),
        PartOfDay.Evening => (16 * 60, Day),
        _ => (18 * 60, Day),
    };

    private static string Name(PartOfDay part) => part == PartOfDay.Lunch ? "lunch break" : part.ToString().ToLowerInvariant();

    private static Meant<TimeMeant> Chosen(int first, int second, LocalDate date, WorkCalendar calendar)
    {
        var hours = calendar.HoursOf(date);
        if (hours.Count == 0) hours = calendar.HoursOf(calendar.WorkingDayOnOrAfter(date));
        var (firstInside, secondInside) = (Inside(first, hours), Inside(second, hours));
        if (firstInside == secondInside)
            return new TimeMeant(first, "asked") { Other = second, Question = $"Do you mean {Clock(first)} or {Clock(second)}?" };
        return new TimeMeant(firstInside ? first : second, "the time inside working hours");
    }

    /// <summary>Both ends count as inside.</summary>
    private static bool Inside(int minute, IReadOnlyList<TimeWindow> hours)
    {
        var time = LocalTime.FromMinutesSinceMidnight(minute % Day);
        return hours.Any(window => window.IsOverMidnight
            ? time >= window.Start || time <= window.End
            : time >= window.Start && time <= window.End);
    }

    private static string Clock(int minute) => TimeText.Clock(LocalTime.FromMinutesSinceMidnight(minute % Day));
}
