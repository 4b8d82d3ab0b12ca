using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Core.Tests.DueDates;

public sealed class DuePropertyTests
{
    private static readonly LocalDateTime Start = new(2026, 3, 11, 10, 0);

    private static readonly string[] Zones =
    [
        "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Phoenix", "America/New_York", "America/St_Johns", "America/Sao_Paulo",
        "UTC", "Europe/London", "Europe/Oslo", "Africa/Cairo", "Europe/Istanbul", "Asia/Tehran", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Tokyo",
        "Australia/Adelaide", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Kiritimati",
    ];

    [Fact]
    public void Every_echo_reads_back_to_the_same_value() => Holds(DueTexts.Any, (text, now, settings) =>
        Values(DueDateReader.Read(text, now, settings)).All(due => Reads(DueText.Echo(due, now, settings.Calendar), due, now, settings)));

    [Fact]
    public void Every_button_text_reads_to_exactly_its_value() => Holds(DueTexts.Any, (text, now, settings) =>
        Named(DueDateReader.Read(text, now, settings)).All(reading => Reads(reading.Text, reading.Due, now, settings)));

    [Fact]
    public void Every_suggestion_can_be_used() => Holds(DueTexts.Mutated, (text, now, settings) =>
        DueDateReader.Read(text, now, settings) is not DueReading.Refusal { Suggestion: { } suggestion }
        || DueDateReader.Read(suggestion, now, settings) is not DueReading.Refusal);

    [Fact]
    public void Everything_that_may_have_been_meant_can_be_used() => Holds(DueTexts.Mutated, (text, now, settings) =>
        DueDateReader.Read(text, now, settings) is not DueReading.Refusal refusal
        || refusal.Derived.All(meant => DueDateReader.Read(meant, now, settings) is not DueReading.Refusal));

    [Fact]
    public void What_is_suggested_on_a_sunday_works_on_that_sunday()
    {
        var settings = new DueSettings(new WorkCalendar(DateTimeZone.Utc, WeekHours.Standard), DateOrder.DayMonth);
        var sunday = Instant.FromUtc(2029, 12, 2, 12, 0);

        var refusal = Assert.IsType<DueReading.Refusal>(DueDateReader.Read("this week", sunday, settings));

        Assert.True(refusal.Suggestion is null || DueDateReader.Read(refusal.Suggestion, sunday, settings) is not DueReading.Refusal);
    }

    [Fact]
    public void No_result_lies_before_now() => Holds(DueTexts.Any, (text, now, settings) =>
        Values(DueDateReader.Read(text, now, settings)).All(due => DueValue.DeadlineOf(due, settings.Calendar) is not { } deadline || deadline > now));

    [Fact]
    public void A_week_later_the_same_words_mean_a_week_later() => Holds(DueTexts.RelativeDay, (text, now, settings) =>
    {
        var utc = settings with { Calendar = new WorkCalendar(DateTimeZone.Utc, WeekHours.Standard) };
        var reading = DueDateReader.Read(text, now, utc);
        var later = DueDateReader.Read(text, now + Duration.FromDays(7), utc);
        return (reading, later) switch
        {
            (DueReading.Value one, DueReading.Value two) => Equals(Moved(one.Due), two.Due),
            _ => reading.GetType() == later.GetType(),
        };
    });

    [Fact]
    public void The_same_words_mean_the_same_wall_time_in_every_zone() => Holds(
        DueTexts.RelativeDay.SelectMany(_ => DueTexts.WorkingTime, (day, time) => $"{day} {time}"),
        (text, _, _) => Zones.Select(zone =>
        {
            var settings = DueTexts.Settings(zone);
            var reading = DueDateReader.Read(text, ZoneTime.ToInstant(Start, settings.Calendar.Zone), settings);
            return reading is DueReading.Value { Due: DueValue.At at } ? at.Local : (LocalDateTime?)null;
        }).Distinct().Count() == 1);

    [Fact]
    public void Random_text_never_throws() => Holds(DueTexts.Random, (text, now, settings) => DueDateReader.Read(text, now, settings) is not null, 100_000);

    [Fact]
    public void Valid_text_with_slips_in_it_never_throws() =>
        Holds(DueTexts.Mutated, (text, now, settings) => DueDateReader.Read(text, now, settings) is not null, 100_000);

    [Fact]
    public void Free_text_never_throws_and_loses_nothing() => Holds(DueTexts.Mutated, (text, now, settings) =>
    {
        var typed = "call Kay back by " + text;
        return FreeText.Find(typed, now, settings) is not { } found
            || (typed.StartsWith(found.Text, StringComparison.Ordinal) && found.Start + found.Length == typed.TrimEnd().Length);
    });

    private static void Holds(Gen<string> texts, Func<string, Instant, DueSettings, bool> property, int times = 10_000) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(times),
            Prop.ForAll(
                texts.SelectMany(_ => DueTexts.Situation, (text, situation) => (text, situation.Now, situation.Settings)).ToArbitrary(),
                given => property(given.text, given.Now, given.Settings)));

    private static bool Reads(string text, DueValue due, Instant now, DueSettings settings) =>
        DueDateReader.Read(text, now, settings) is DueReading.Value value && Equals(value.Due, due);

    private static IEnumerable<DueValue> Values(DueReading reading) => reading switch
    {
        DueReading.Value value => Named(reading).Select(named => named.Due).Append(value.Due),
        _ => Named(reading).Select(named => named.Due),
    };

    private static IEnumerable<NamedReading> Named(DueReading reading) => reading switch
    {
        DueReading.Value { Other: { } other } => [other],
        DueReading.Ask ask => ask.Readings,
        _ => [],
    };

    private static DueValue Moved(DueValue due) => due switch
    {
        DueValue.Day day => new DueValue.Day(day.Date.PlusWeeks(1)),
        DueValue.At at => at with { Local = at.Local.PlusWeeks(1) },
        _ => due,
    };
}
