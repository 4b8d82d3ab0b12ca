using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Time;

public sealed class ZoneTimeTests
{
    [Theory]
    [InlineData("America/New_York", "2026-03-08T02:30", ZoneFit.Shifted, "2026-03-08T07:30:00Z")]
    [InlineData("America/New_York", "2026-11-01T01:30", ZoneFit.Ambiguous, "2026-11-01T05:30:00Z")]
    [InlineData("Europe/London", "2026-03-29T01:30", ZoneFit.Shifted, "2026-03-29T01:30:00Z")]
    [InlineData("Europe/London", "2026-10-25T01:30", ZoneFit.Ambiguous, "2026-10-25T00:30:00Z")]
    [InlineData("Europe/Dublin", "2026-10-25T01:30", ZoneFit.Ambiguous, "2026-10-25T00:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", ZoneFit.Shifted, "2026-10-03T15:45:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45", ZoneFit.Ambiguous, "2026-04-04T14:45:00Z")]
    [InlineData("Africa/Cairo", "2026-04-24T00:30", ZoneFit.Shifted, "2026-04-23T22:30:00Z")]
    [InlineData("America/Santiago", "2026-09-06T00:30", ZoneFit.Shifted, "2026-09-06T04:30:00Z")]
    [InlineData("America/St_Johns", "2026-03-08T02:30", ZoneFit.Shifted, "2026-03-08T06:00:00Z")]
    [InlineData("Pacific/Auckland", "2026-09-27T02:30", ZoneFit.Shifted, "2026-09-26T14:30:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30T09:00", ZoneFit.Shifted, "2011-12-30T19:00:00Z")]
    [InlineData("Asia/Kathmandu", "2026-03-29T02:30", ZoneFit.Exact, "2026-03-28T20:45:00Z")]
    public void A_wall_time_becomes_the_instant_of_the_zone_vectors(string zoneId, string local, ZoneFit fit, string instant)
    {
        var (zone, time) = (Zones.Get(zoneId), LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value);

        Assert.Equal(InstantPattern.General.Parse(instant).Value, ZoneTime.ToInstant(time, zone));
        Assert.Equal(fit, ZoneTime.Fit(time, zone));
    }

    [Fact]
    public void A_day_that_does_not_exist_moves_to_the_same_time_of_the_next_one()
    {
        var apia = Zones.Get("Pacific/Apia");

        var moved = ZoneTime.ToInstant(new LocalDateTime(2011, 12, 30, 9, 0), apia);

        Assert.Equal(new LocalDateTime(2011, 12, 31, 9, 0), moved.InZone(apia).LocalDateTime);
    }

    [Theory]
    [InlineData("Europe/Oslo", "Europe/Oslo")]
    [InlineData("europe/oslo", "Europe/Oslo")]
    [InlineData("  AMERICA/new york ", "America/New_York")]
    [InlineData("utc", "UTC")]
    public void A_zone_is_found_by_its_id_in_any_case(string typed, string id) => Assert.Equal(id, ZoneTime.Find(typed)?.Id);

    [Theory]
    [InlineData("")]
    [InlineData("Oslo")]
    [InlineData("UTC+5")]
    [InlineData("EST")]
    [InlineData("CET")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("Europe/Atlantis")]
    public void What_is_no_zone_id_is_not_found(string typed) => Assert.Null(ZoneTime.Find(typed));

    [Theory]
    [InlineData("oslo", "Europe/Oslo")]
    [InlineData("Norway", "Europe/Oslo")]
    [InlineData("new york", "America/New_York")]
    [InlineData("Europe/Olso", "Europe/Oslo")]
    [InlineData("amsterdm", "Europe/Amsterdam")]
    [InlineData("Britain", "Europe/London")]
    [InlineData("amst", "Europe/Amsterdam")]
    public void A_city_a_country_a_beginning_or_a_slip_leads_to_the_id_that_was_meant(string typed, string id) => Assert.Equal(id, ZoneTime.Suggest(typed)[0]);

    [Fact]
    public void At_most_three_zones_are_suggested() => Assert.Equal(3, ZoneTime.Suggest("United States").Count);

    [Theory]
    [InlineData("")]
    [InlineData("zzzzzzzzzzzz")]
    public void Nothing_is_suggested_for_what_is_like_no_zone(string typed) => Assert.Empty(ZoneTime.Suggest(typed));
}
