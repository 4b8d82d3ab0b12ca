using NodaTime;
using NodaTime.Text;
using TriageBot.Core.AfterSale;

namespace TriageBot.Core.Tests.AfterSale;

public sealed class TouchRulesTests
{
    private static readonly LocalTime DayStart = new(4, 0);

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    [Theory]
    [InlineData("2026-03-10", "2026-03-10", "2026-03-13")]
    [InlineData("2026-03-10", "2026-03-12", "2026-03-13")]
    [InlineData("2026-03-10", "2026-03-13", "2026-04-09")]
    [InlineData("2026-03-10", "2026-04-09", "2027-03-10")]
    [InlineData("2026-03-10", "2027-03-10", "2028-03-10")]
    [InlineData("2020-03-10", "2026-03-12", "2027-03-10")]
    [InlineData("2024-02-29", "2024-04-01", "2025-02-28")]
    [InlineData("2024-02-29", "2027-03-01", "2028-02-29")]
    public void C10_after_a_sale_come_3_days_30_days_and_each_year(string sold, string after, string next) =>
        Assert.Equal(Day(next), TouchRules.NextOn(TouchKind.Sale, Day(sold), Day(after)));

    [Theory]
    [InlineData("1980-05-04", "2026-03-12", "2026-05-04")]
    [InlineData("1980-05-04", "2026-05-04", "2027-05-04")]
    [InlineData("2026-05-04", "2026-03-12", "2026-05-04")]
    [InlineData("2000-02-29", "2026-02-27", "2026-02-28")]
    public void C10_a_day_of_appreciation_comes_each_year(string day, string after, string next) =>
        Assert.Equal(Day(next), TouchRules.NextOn(TouchKind.Yearly, Day(day), Day(after)));

    [Theory]
    [InlineData(null, "2026-03-31")]
    [InlineData("2026-03-11T23:00:00Z", "2026-04-10")]
    [InlineData("2026-02-01T10:00:00Z", "2026-03-31")]
    public void C10_any_real_contact_resets_the_interval(string? contact, string due)
    {
        var touch = new Touch
        {
            Kind = TouchKind.Interval,
            AnchorOn = Day("2026-03-01"),
            EveryDays = 30,
            LastContactAt = contact is null ? null : InstantPattern.ExtendedIso.Parse(contact).Value,
        };

        Assert.Equal(Day(due), TouchRules.DueOn(touch, DateTimeZone.Utc, DayStart));
    }

    [Fact]
    public void C10_a_contact_does_not_reset_what_has_a_date()
    {
        var touch = new Touch { Kind = TouchKind.Sale, What = "the boiler", AnchorOn = Day("2026-03-10"), DueOn = Day("2026-03-13"), LastContactAt = Instant.FromUtc(2026, 3, 12, 9, 0) };

        Assert.Equal(Day("2026-03-13"), TouchRules.DueOn(touch, DateTimeZone.Utc, DayStart));
    }

    [Fact]
    public void What_is_put_off_comes_back_on_its_day_and_what_is_seen_to_late_keeps_its_grid()
    {
        var sale = new Touch { Kind = TouchKind.Sale, What = "the boiler", AnchorOn = Day("2026-03-10"), DueOn = Day("2026-03-13") };

        Assert.Equal(Day("2026-03-20"), TouchRules.DueOn(sale with { LaterOn = Day("2026-03-20") }, DateTimeZone.Utc, DayStart));
        Assert.Equal(Day("2026-04-09"), TouchRules.Passed(sale with { LaterOn = Day("2026-03-20") }, Day("2026-03-20")).DueOn);
        Assert.Null(TouchRules.Passed(sale with { LaterOn = Day("2026-03-20") }, Day("2026-03-20")).LaterOn);
        Assert.Equal(Day("2027-03-10"), TouchRules.Passed(sale, Day("2026-05-01")).DueOn);
    }

    [Theory]
    [InlineData("2026-03-13", "3 days after the boiler")]
    [InlineData("2026-04-09", "30 days after the boiler")]
    [InlineData("2027-03-10", "1 year after the boiler")]
    [InlineData("2029-03-10", "3 years after the boiler")]
    public void The_reason_says_how_long_it_is(string due, string reason) =>
        Assert.Equal(reason, TouchRules.Reason(new Touch { Kind = TouchKind.Sale, What = "the boiler", AnchorOn = Day("2026-03-10"), DueOn = Day(due) }));

    [Theory]
    [InlineData("30d", 30)]
    [InlineData("30 days", 30)]
    [InlineData("6w", 42)]
    [InlineData("1 week", 7)]
    [InlineData("14", 14)]
    [InlineData("0d", null)]
    [InlineData("731", null)]
    [InlineData("3 months", null)]
    [InlineData("often", null)]
    [InlineData("-5d", null)]
    public void An_interval_is_days_or_weeks(string typed, int? days) => Assert.Equal(days, TouchRules.ReadEvery(typed));
}
