using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Time;

public sealed class LogicalDayTests
{
    private static readonly LocalDate Monday = new(2026, 3, 16);
    private static readonly LocalTime Four = new(4, 0);

    [Theory]
    [InlineData("2026-03-16 23:59")]
    [InlineData("2026-03-17 00:30")]
    [InlineData("2026-03-17 03:59")]
    [InlineData("2026-03-16 04:00")]
    public void The_night_belongs_to_the_day_before(string wallTime) =>
        Assert.Equal(Monday, LogicalDay.Of(Zones.Oslo.At(wallTime), Zones.Oslo, Four));

    [Fact]
    public void A_new_day_begins_at_the_day_start() =>
        Assert.Equal(Monday.PlusDays(1), LogicalDay.Of(Zones.Oslo.At("2026-03-17 04:00"), Zones.Oslo, Four));

    [Theory]
    [InlineData(2026, 3, 28, 23)]
    [InlineData(2026, 10, 24, 25)]
    [InlineData(2026, 3, 29, 24)]
    public void A_day_in_which_the_clock_changes_is_an_hour_shorter_or_longer(int year, int month, int day, int hours) =>
        Assert.Equal(Duration.FromHours(hours), LogicalDay.Bounds(new LocalDate(year, month, day), Zones.Oslo, Four).Duration);

    [Fact]
    public void A_date_the_zone_left_out_has_no_length() =>
        Assert.Equal(Duration.Zero, LogicalDay.Bounds(new LocalDate(2011, 12, 30), Zones.Get("Pacific/Apia"), Four).Duration);

    [Theory]
    [InlineData("Europe/Oslo", "2026-03-29", "02:20")]
    [InlineData("Europe/Oslo", "2026-10-25", "02:20")]
    [InlineData("America/New_York", "2026-03-08", "02:20")]
    [InlineData("Africa/Cairo", "2026-04-24", "00:20")]
    [InlineData("America/Santiago", "2026-04-05", "00:20")]
    [InlineData("America/St_Johns", "2010-11-07", "00:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:20")]
    [InlineData("Pacific/Apia", "2011-12-30", "04:20")]
    public void Every_instant_lies_in_the_bounds_of_its_own_day_even_with_a_day_start_inside_a_clock_change(string zoneId, string date, string dayStartText)
    {
        var zone = Zones.Get(zoneId);
        var dayStart = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(dayStartText).Value;
        var first = zone.At(date + " 12:00") - Duration.FromDays(2);
        for (var minutes = 0; minutes < 4 * 24 * 60; minutes += 5)
        {
            var instant = first + Duration.FromMinutes(minutes);
            var day = LogicalDay.Of(instant, zone, dayStart);
            Assert.True(LogicalDay.Bounds(day, zone, dayStart).Contains(instant), $"{instant} is not in {day}");
        }
    }

    [Fact]
    public void A_later_instant_never_has_an_earlier_day()
    {
        var minutes = Gen.Choose(0, 365 * 24 * 60);
        var start = Instant.FromUtc(2026, 1, 1, 0, 0);
        Prop.ForAll(Arb.From(Gen.Zip(minutes, minutes)), pair =>
        {
            var earlier = start + Duration.FromMinutes(Math.Min(pair.Item1, pair.Item2));
            var later = start + Duration.FromMinutes(Math.Max(pair.Item1, pair.Item2));
            return LogicalDay.Of(earlier, Zones.Oslo, Four) <= LogicalDay.Of(later, Zones.Oslo, Four);
        }).QuickCheckThrowOnFailure();
    }
}
