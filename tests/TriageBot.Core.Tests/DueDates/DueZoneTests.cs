using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Tests.DueDates;

/// <summary>Clock changes (rule T4), as somebody meets them who types a date.</summary>
public sealed class DueZoneTests
{
    [Theory]
    [InlineData("America/New_York", "2026-03-08 02:30", "2026-03-08T07:30:00Z", "03:30")]
    [InlineData("America/New_York", "2026-11-01 01:30", "2026-11-01T05:30:00Z", "01:30")]
    [InlineData("Europe/London", "2026-03-29 01:30", "2026-03-29T01:30:00Z", "02:30")]
    [InlineData("Europe/London", "2026-10-25 01:30", "2026-10-25T00:30:00Z", "01:30")]
    [InlineData("Europe/Dublin", "2026-10-25 01:30", "2026-10-25T00:30:00Z", "01:30")]
    [InlineData("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03T15:45:00Z", "02:45")]
    [InlineData("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04T14:45:00Z", "01:45")]
    [InlineData("Africa/Cairo", "2026-04-24 00:30", "2026-04-23T22:30:00Z", "01:30")]
    [InlineData("America/Santiago", "2026-09-06 00:30", "2026-09-06T04:30:00Z", "01:30")]
    [InlineData("America/St_Johns", "2026-03-08 02:30", "2026-03-08T06:00:00Z", "03:30")]
    [InlineData("Pacific/Auckland", "2026-09-27 02:30", "2026-09-26T14:30:00Z", "03:30")]
    [InlineData("Pacific/Apia", "2011-12-30 09:00", "2011-12-30T19:00:00Z", "09:00")]
    public void A_time_that_is_missing_or_doubled_is_kept_as_it_happens_and_the_echo_says_so(string zone, string text, string instant, string clock)
    {
        var settings = DueTexts.Settings(zone);
        var due = InstantPattern.ExtendedIso.Parse(instant).Value;
        var value = Assert.IsType<DueReading.Value>(DueDateReader.Read(text, due - Duration.FromDays(20), settings));
        Assert.Equal(due, DueValue.DeadlineOf(value.Due, settings.Calendar));
        Assert.EndsWith(clock, DueText.Name(value.Due, settings.Calendar), StringComparison.Ordinal);
        Assert.NotNull(value.Note);
    }

    [Fact]
    public void Where_clocks_never_change_there_is_nothing_to_say()
    {
        var settings = DueTexts.Settings("Asia/Kathmandu");
        var value = Assert.IsType<DueReading.Value>(DueDateReader.Read("2026-03-29 02:30", Instant.FromUtc(2026, 1, 1, 0, 0), settings));
        Assert.Null(value.Note);
        Assert.Equal(Instant.FromUtc(2026, 3, 28, 20, 45), DueValue.DeadlineOf(value.Due, settings.Calendar));
    }

    [Fact]
    public void Hours_are_elapsed_time_also_while_clocks_go_back()
    {
        // 05:45Z is 01:45 in New York for the first time; half an hour later it is 01:15 for the second.
        var settings = DueTexts.Settings("America/New_York");
        var now = Instant.FromUtc(2026, 11, 1, 5, 45);
        var value = Assert.IsType<DueReading.Value>(DueDateReader.Read("in 30 minutes", now, settings));
        Assert.Equal(now + Duration.FromMinutes(30), DueValue.DeadlineOf(value.Due, settings.Calendar));
    }

    [Fact]
    public void A_daily_time_comes_once_on_every_date_of_2026_in_every_zone()
    {
        var first = new LocalDate(2026, 1, 1);
        LocalTime[] times = [new(0, 30), new(2, 30), new(9, 0)];
        foreach (var zone in DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id]))
        {
            var calendar = new WorkCalendar(zone, WeekHours.Standard);
            foreach (var time in times)
            {
                var rule = new Recurrence(new RecurrencePattern.Days(1), first, zone) { At = time, ClosedDays = ClosedDayPolicy.Keep };
                var dates = Occurrences.Dues(rule, calendar).TakeWhile(date => date.Year == 2026)
                    .Select(date => DueValue.DeadlineOf(new DueValue.At(date + time, zone), calendar)!.Value.InZone(zone).Date)
                    .ToList();
                Assert.True(dates.Count == 365 && dates.SequenceEqual(Enumerable.Range(0, 365).Select(first.PlusDays)), $"{zone.Id} at {time}");
            }
        }
    }
}
