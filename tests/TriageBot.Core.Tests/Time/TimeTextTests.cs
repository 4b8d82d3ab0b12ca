using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Time;

public sealed class TimeTextTests
{
    private static readonly Instant Now = Zones.Oslo.At("2026-03-13 10:00");

    [Theory]
    [InlineData("2026-03-13 11:00", "11:00")]
    [InlineData("2026-03-16 09:45", "Mon 16 Mar 09:45")]
    [InlineData("2026-03-14 00:15", "Sat 14 Mar 00:15")]
    [InlineData("2027-01-04 09:00", "Mon 4 Jan 2027 09:00")]
    public void A_moment_is_dated_unless_it_is_today(string moment, string text) =>
        Assert.Equal(text, TimeText.Moment(Zones.Oslo.At(moment), Now, Zones.Oslo));

    [Fact]
    public void A_moment_is_told_in_the_readers_zone_and_names_it_where_it_must() =>
        Assert.Equal("06:00 (America/New_York)", TimeText.Moment(Zones.Oslo.At("2026-03-13 11:00"), Now, Zones.NewYork, nameZone: true));

    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(38, "38 min")]
    [InlineData(80, "1h 20m")]
    [InlineData(120, "2h")]
    [InlineData(26 * 60, "26h")]
    [InlineData(3 * 24 * 60 + 100, "3 d")]
    [InlineData(-38, "-38 min")]
    public void A_duration_is_told_in_the_unit_people_would_use(int minutes, string text) =>
        Assert.Equal(text, TimeText.Span(Duration.FromMinutes(minutes)));

    [Theory]
    [InlineData("45m", 45)]
    [InlineData("45 min", 45)]
    [InlineData("90", 90)]
    [InlineData("1h", 60)]
    [InlineData("1h30", 90)]
    [InlineData("1h 30m", 90)]
    [InlineData("1.5h", 90)]
    [InlineData("2 hours", 120)]
    [InlineData("2H", 120)]
    public void A_span_of_minutes_is_read_as_people_type_it(string typed, int minutes) => Assert.Equal(minutes, MinutesText.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("1h90")]
    [InlineData("45x")]
    [InlineData("45m15")]
    [InlineData("1.5")]
    [InlineData("-5")]
    [InlineData("999999999999")]
    [InlineData("1h30h")]
    public void What_is_no_span_of_minutes_is_not_read(string typed) => Assert.Null(MinutesText.Read(typed));
}
