using TriageBot.Chat.Discord.Rest;

namespace TriageBot.Discord.Tests.Rest;

public sealed class RateLimitTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 13, 9, 0, 0, TimeSpan.Zero);

    private readonly RateLimits limits = new();

    [Fact]
    public void A_used_up_bucket_opens_when_Discord_said_and_holds_up_no_other_channel()
    {
        Assert.Equal(TimeSpan.Zero, limits.Enter(Post("1"), Start));
        limits.Answered(Post("1"), new LimitHeaders("b", 5, 0, TimeSpan.FromSeconds(2)), Start);

        Assert.Equal(TimeSpan.FromSeconds(2), limits.Enter(Post("1"), Start));
        Assert.Equal(TimeSpan.Zero, limits.Enter(Post("2"), Start));
        Assert.Equal(TimeSpan.Zero, limits.Enter(Post("1"), Start.AddSeconds(2)));
    }

    [Fact]
    public void Requests_under_way_count_against_what_is_left()
    {
        limits.Enter(Post("1"), Start);
        limits.Answered(Post("1"), new LimitHeaders("b", 5, 2, TimeSpan.FromSeconds(2)), Start);
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => limits.Enter(Post("1"), Start) == TimeSpan.Zero));
    }

    [Fact]
    public void Not_more_than_fifty_requests_go_in_one_second_but_answers_to_interactions_always()
    {
        for (var i = 0; i < 50; i++) Assert.Equal(TimeSpan.Zero, limits.Enter(Post($"{i}"), Start));
        Assert.Equal(TimeSpan.FromSeconds(1), limits.Enter(Post("x"), Start));
        Assert.Equal(TimeSpan.Zero, limits.Enter(Post("x") with { IsInteraction = true }, Start));
        Assert.Equal(TimeSpan.Zero, limits.Enter(Post("x"), Start.AddSeconds(1)));
    }

    [Fact]
    public void A_limit_for_all_routes_holds_up_all_but_answers_to_interactions()
    {
        limits.Exceeded(Post("1"), TimeSpan.FromSeconds(3), isGlobal: true, Start);
        Assert.Equal(TimeSpan.FromSeconds(3), limits.Enter(Post("2"), Start));
        Assert.Equal(TimeSpan.Zero, limits.Enter(Post("2") with { IsInteraction = true }, Start));
    }

    [Theory]
    [InlineData("", 0, null)]
    [InlineData("<html>502</html>", 0, null)]
    [InlineData("[1,2]", 0, null)]
    [InlineData("""{"message":"x","code":"no number"}""", 0, null)]
    [InlineData("""{"message":"You are being rate limited.","retry_after":0.65,"global":true,"code":0}""", 0, 0.65)]
    [InlineData("""{"message":"Missing Access","code":50001,"errors":{"a":{"_errors":[{"code":"X","message":"y"}]}}}""", 50001, null)]
    public void Any_body_of_a_refusal_can_be_read(string body, int code, double? after)
    {
        var read = ErrorBody.Read(System.Text.Encoding.UTF8.GetBytes(body));
        Assert.Equal(code, read.Code);
        Assert.Equal(after, read.RetryAfter?.TotalSeconds);
    }

    private static RestRequest Post(string channel) => new(HttpMethod.Post, "/channels/{0}/messages", 1, channel);
}
