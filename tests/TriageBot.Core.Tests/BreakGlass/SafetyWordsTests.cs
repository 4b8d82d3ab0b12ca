using NodaTime;
using TriageBot.Core.BreakGlass;

namespace TriageBot.Core.Tests.BreakGlass;

public sealed class SafetyWordsTests
{
    [Theory]
    [InlineData("FIRE in the hall!", "fire")]
    [InlineData("There is a fire.", "fire")]
    [InlineData("fire", "fire")]
    [InlineData("an injury, and fire", "fire")]
    [InlineData("gas leak at Acme", "gas leak")]
    [InlineData("She was fired", null)]
    [InlineData("The firewall is down", null)]
    [InlineData("campfire", null)]
    [InlineData("", null)]
    public void A_safety_word_is_found_as_a_word_of_its_own(string text, string? word) =>
        Assert.Equal(word, SafetyWords.Find(text, SafetyWords.Read("Fire, injury, gas leak, fire")));

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(9, true)]
    public void The_fourth_of_a_week_needs_a_second_member(int before, bool needsSecond) => Assert.Equal(needsSecond, BreakGlassRules.NeedsSecond(before));

    [Theory]
    [InlineData(13)]
    [InlineData(9)]
    [InlineData(15)]
    public void A_week_begins_on_its_Monday(int day) => Assert.Equal(new LocalDate(2026, 3, 9), BreakGlassRules.WeekOf(new LocalDate(2026, 3, day)));
}
