using NodaTime;
using TriageBot.Core.Satisfaction;

namespace TriageBot.Core.Tests.Satisfaction;

public sealed class SatisfactionRulesTests
{
    private static readonly Instant Asked = Instant.FromUtc(2026, 3, 1, 9, 0);

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void C11_one_person_is_asked_once_in_30_days(int daysLater, bool mayAsk) =>
        Assert.Equal(mayAsk, SatisfactionRules.MayAsk(Asked, Asked + Duration.FromDays(daysLater)));

    [Fact]
    public void C11_who_was_never_asked_may_be_asked() => Assert.True(SatisfactionRules.MayAsk(null, Asked));

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(5, false)]
    public void C11_one_and_two_are_poor(int rating, bool isPoor) => Assert.Equal(isPoor, SatisfactionRules.IsPoor(rating));
}
