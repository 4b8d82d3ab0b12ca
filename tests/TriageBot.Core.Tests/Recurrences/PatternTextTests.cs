using NodaTime;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Tests.Recurrences;

public sealed class PatternTextTests
{
    [Theory]
    [InlineData("every 3 days", "3 days")]
    [InlineData("every other workday", "2 workdays")]
    [InlineData("weekly", "1 weeks")]
    [InlineData("every other tuesday and friday", "2 weeks on 2,5")]
    [InlineData("monthly", "1 months")]
    [InlineData("every month on the 15th and last day", "1 months on 15,last")]
    [InlineData("every second last friday of the month", "1 months nth -2,5")]
    [InlineData("every last workday of the month", "1 months workday -1")]
    [InlineData("yearly", "1 years")]
    [InlineData("every 29 february", "1 years on 2,29")]
    public void A_stored_pattern_reads_back_to_itself(string typed, string stored)
    {
        var settings = new DueSettings(new WorkCalendar(DateTimeZone.Utc, WeekHours.Standard), Order: null);
        var reading = Assert.IsType<DueReading.Value>(DueDateReader.Read(typed, Instant.FromUtc(2026, 3, 2, 9, 0), settings));
        var pattern = Assert.IsType<DueValue.Repeating>(reading.Due).Rule.Pattern;
        Assert.Equal(stored, PatternText.Print(pattern));
        Assert.Equal(pattern, PatternText.Read(stored));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2 moons")]
    [InlineData("x days")]
    [InlineData("0 days")]
    public void What_was_not_stored_is_a_fault(string text) => Assert.ThrowsAny<Exception>(() => PatternText.Read(text));
}
