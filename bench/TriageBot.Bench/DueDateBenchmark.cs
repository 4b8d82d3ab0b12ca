using BenchmarkDotNet.Attributes;
using NodaTime;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Bench;

/// <summary>One reading of a due date. The target is a median of 20 µs, and 1 ms for the worst text of 100 characters.</summary>
[MemoryDiagnoser]
public class DueDateBenchmark
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 11, 9, 0);

    private readonly DueSettings settings = new(new WorkCalendar(DateTimeZoneProviders.Tzdb["Europe/Oslo"], WeekHours.Standard), DateOrder.DayMonth);

    [Params(
        "fri 5pm",
        "next friday",
        "in 3 business days",
        "2026-03-13T17:00",
        "half past three in the afternoon on the second tuesday of october",
        "every other tuesday at 9 starting next monday until 1 june",
        "fridya 5pm",
        "a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a ",
        "every 1st, 2nd, 3rd, 4th, 5th, 6th, 7th, 8th, 9th, 10th, 11th, 12th, 13th, 14th, 15th and 16th of it")]
    public string Text { get; set; } = "";

    [Benchmark]
    public DueReading Read() => DueDateReader.Read(Text, Now, settings);
}
