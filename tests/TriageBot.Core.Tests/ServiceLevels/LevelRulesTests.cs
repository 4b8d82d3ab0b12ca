using NodaTime;
using TriageBot.Core.ServiceLevels;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.ServiceLevels;

/// <summary>Rule C5: what is published, and how it may change.</summary>
public sealed class LevelRulesTests
{
    private static readonly LocalDate Today = new(2026, 3, 13);
    private static readonly ServiceLevel Gold = ServiceLevel.Standard(DateTimeZoneProviders.Tzdb["Europe/Oslo"]) with { Name = "gold", Emergency = "phone" };

    [Fact]
    public void Better_terms_count_at_once() => Assert.Equal(Today, LevelRules.EarliestFrom(Gold, Gold with { Hours = WeekHours.Daily(WeekHours.Days, All) }, Today));

    [Fact]
    public void A_new_level_counts_at_once() => Assert.Equal(Today, LevelRules.EarliestFrom(null, Gold, Today));

    [Fact]
    public void Worse_terms_need_fourteen_days_notice_and_say_what_gets_worse()
    {
        var slower = Gold with { Targets = Gold.Targets with { FirstAnswer = Duration.FromHours(8) } };

        Assert.Equal(Today.PlusDays(14), LevelRules.EarliestFrom(Gold, slower, Today));
        Assert.Equal(["the first answer takes 8h instead of 4h"], LevelRules.Worse(Gold, slower));
        Assert.Equal(["hours are taken away"], LevelRules.Worse(Gold, Gold with { Hours = WeekHours.Daily(WeekHours.Days[..4], Nine) }));
        Assert.Equal(["hours are taken away"], LevelRules.Worse(Gold, Gold with { Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"] }));
        Assert.Equal(["the emergency path is taken away"], LevelRules.Worse(Gold, Gold with { Emergency = "" }));
    }

    [Theory]
    [InlineData(8, 9, "too few to say")]
    [InlineData(46, 48, "95 % of 48")]
    [InlineData(0, 10, "0 % of 10")]
    public void A_result_of_under_ten_cases_is_not_shown(int kept, int count, string said) => Assert.Equal(said, LevelRules.Kept(kept, count));

    [Theory]
    [InlineData(18, 2, false)]
    [InlineData(17, 3, true)]
    [InlineData(4, 5, false)]
    public void A_target_that_fewer_than_nine_tenths_of_the_cases_kept_gets_a_warning(int fast, int slow, bool warns)
    {
        Duration[] used = [.. Enumerable.Repeat(Duration.FromHours(1), fast), .. Enumerable.Repeat(Duration.FromHours(3), slow)];

        Assert.Equal(warns, LevelRules.WouldNotBeKept(used, Duration.FromHours(2)));
    }

    [Fact]
    public void A_level_without_hours_or_with_targets_that_cannot_be_meant_is_refused()
    {
        Assert.NotNull(LevelRules.Fault(Gold with { Hours = WeekHours.None }));
        Assert.NotNull(LevelRules.Fault(Gold with { Targets = Gold.Targets with { Resolution = Duration.FromHours(1) } }));
        Assert.Null(LevelRules.Fault(Gold));
    }

    private static TimeWindow All => new(LocalTime.Midnight, LocalTime.Midnight);

    private static TimeWindow Nine => new(new LocalTime(9, 0), new LocalTime(17, 0));
}
