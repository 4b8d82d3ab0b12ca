using System.Globalization;
using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Agenda;
using TriageBot.Core.Processing;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Processing;

public sealed class ProcessingRulesTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Oslo"];

    [Theory]
    [InlineData("thu 13:00-15:00", "2026-03-10T09:00", "2026-03-12T15:00")]
    [InlineData("thu 13:00-15:00", "2026-03-12T12:59", "2026-03-12T15:00")]
    [InlineData("thu 13:00-15:00", "2026-03-12T13:00", "2026-03-26T15:00")]
    [InlineData("thu 13:00-15:00", "2026-03-13T09:00", "2026-03-26T15:00")]
    [InlineData("mon 10:00-11:00, thu 13:00-15:00", "2026-03-13T09:00", "2026-03-16T11:00")]
    [InlineData("thu 09:00-10:00 13:00-15:00", "2026-03-12T09:30", "2026-03-12T15:00")]
    [InlineData("thu 13:00-15:00", "2026-03-27T09:00", "2026-04-02T15:00")]
    public void C12_the_next_day_has_not_begun_and_is_not_closed(string hours, string now, string end)
    {
        var thursdayOff = new LocalDate(2026, 3, 19);
        var calendar = new WorkCalendar(Zone, LogicalDay.DefaultStart, [new HourVersion(LocalDate.MinIsoValue, WeekHours.Standard)], [thursdayOff], []);

        var span = ProcessingRules.Next(Refunds(hours), calendar, At(now));

        Assert.Equal(At(end), span?.End);
    }

    [Fact]
    public void A_block_on_days_that_are_never_worked_has_no_next_one() =>
        Assert.Null(ProcessingRules.Next(Refunds("sun 13:00-15:00"), new WorkCalendar(Zone, WeekHours.Standard), At("2026-03-12T09:00")));

    [Theory]
    [InlineData("thu 13:00-15:00", "Thursdays")]
    [InlineData("mon 10:00-11:00, thu 13:00-15:00", "Mondays and Thursdays")]
    [InlineData("mon-wed 10:00-11:00", "Mondays, Tuesdays and Wednesdays")]
    public void Its_days_are_named_in_words(string hours, string days) => Assert.Equal(days, ProcessingRules.Days(Refunds(hours)));

    private static Block Refunds(string hours) => new("refunds", ((ParseOutcome<WeekHours>.Success)WeekHours.Read(hours)).Value);

    private static Instant At(string local) =>
        LocalDateTimePattern.Create("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture).Parse(local).Value.InZoneStrictly(Zone).ToInstant();
}
