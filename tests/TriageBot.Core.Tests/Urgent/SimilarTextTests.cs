using TriageBot.Core.Urgent;

namespace TriageBot.Core.Tests.Urgent;

/// <summary>Rule H11: when to ask whether two texts mean one matter.</summary>
public sealed class SimilarTextTests
{
    [Theory]
    [InlineData("no heating in the office", "heating dead, office cold")]
    [InlineData("Server down", "The SERVER is down again!")]
    [InlineData("invoice 4711 is wrong", "wrong invoice")]
    public void Texts_that_share_half_of_what_they_say_are_asked_about(string first, string second) => Assert.True(SimilarText.Of(first, second));

    [Theory]
    [InlineData("no heating in the office", "invoice for the office is wrong since May")]
    [InlineData("and the", "and the")]
    [InlineData("", "server down")]
    public void Others_are_not(string first, string second) => Assert.False(SimilarText.Of(first, second));
}
