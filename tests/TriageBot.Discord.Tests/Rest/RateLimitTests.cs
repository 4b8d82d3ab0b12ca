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
    public void After_a_reset_no_more_go_than_the_limit_until_an_answer_says_more()
    {
        limits.Enter(Post("1"), Start);
        Told(3, 0, Start);
        var reset = Start.AddSeconds(2);

        Assert.Equal(3, HowManyGo(reset));
        Assert.InRange(limits.Enter(Post("1"), reset.AddSeconds(1)), TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1));
        // The first of the three is answered: the other two are under way.
        Told(3, 2, reset.AddSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(2), limits.Enter(Post("1"), reset.AddSeconds(1)));
        Assert.Equal(3, HowManyGo(reset.AddSeconds(3)));
    }

    [Fact]
    public void A_window_of_which_something_was_left_is_followed_by_a_whole_one()
    {
        limits.Enter(Post("1"), Start);
        Told(3, 1, Start);
        Assert.Equal(3, HowManyGo(Start.AddSeconds(2)));
    }

    [Fact]
    public void When_no_answer_says_more_it_goes_on_all_the_same()
    {
        limits.Enter(Post("1"), Start);
        Told(3, 0, Start);
        Assert.Equal(3, HowManyGo(Start.AddSeconds(2)));
        Assert.Equal(0, HowManyGo(Start.AddSeconds(11)));
        Assert.Equal(3, HowManyGo(Start.AddSeconds(12)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_request_that_told_nothing_lets_another_go_in_its_place(bool isAnswered)
    {
        limits.Enter(Post("1"), Start);
        Told(3, 0, Start);
        Assert.Equal(3, HowManyGo(Start.AddSeconds(2)));
        limits.Answered(Post("1"), isAnswered ? LimitHeaders.None : null, Start.AddSeconds(2));
        Assert.Equal(1, HowManyGo(Start.AddSeconds(2)));
    }

    [Fact]
    public void After_one_too_many_a_single_request_asks_and_its_answer_opens_the_rest_of_the_window()
    {
        limits.Enter(Post("1"), Start);
        Told(5, 3, Start);
        limits.Exceeded(Post("1"), TimeSpan.FromSeconds(5), isGlobal: false, Start);
        // Sent before the refusal, answered after it.
        Told(5, 4, Start.AddSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(4), limits.Enter(Post("1"), Start.AddSeconds(1)));
        Assert.Equal(1, HowManyGo(Start.AddSeconds(5)));
        Told(5, 4, Start.AddSeconds(6));
        Assert.Equal(4, HowManyGo(Start.AddSeconds(6)));
        Assert.Equal(5, HowManyGo(Start.AddSeconds(8)));
    }

    [Fact]
    public void A_route_that_names_no_limit_is_asked_once_after_one_too_many_and_is_free_when_that_is_answered()
    {
        limits.Exceeded(Post("1"), TimeSpan.FromSeconds(5), isGlobal: false, Start);
        // Sent before the refusal, answered after it.
        limits.Answered(Post("1"), LimitHeaders.None, Start.AddSeconds(1));
        Assert.Equal(0, HowManyGo(Start.AddSeconds(1)));

        Assert.Equal(1, HowManyGo(Start.AddSeconds(5)));
        limits.Answered(Post("1"), LimitHeaders.None, Start.AddSeconds(5));
        Assert.Equal(40, HowManyGo(Start.AddSeconds(6)));
    }

    [Fact]
    public void A_shorter_limit_for_all_routes_does_not_end_a_longer_one()
    {
        limits.Exceeded(Post("1"), TimeSpan.FromSeconds(3), isGlobal: true, Start);
        limits.Exceeded(Post("2"), TimeSpan.FromSeconds(1), isGlobal: true, Start);
        Assert.Equal(TimeSpan.FromSeconds(3), limits.Enter(Post("1"), Start));
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

    private void Told(int limit, int remaining, DateTimeOffset at) => limits.Answered(Post("1"), new LimitHeaders("b", limit, remaining, TimeSpan.FromSeconds(2)), at);

    private int HowManyGo(DateTimeOffset at) => Enumerable.Range(0, 40).Count(_ => limits.Enter(Post("1"), at) == TimeSpan.Zero);

    private static RestRequest Post(string channel) => new(HttpMethod.Post, "/channels/{0}/messages", 1, channel);
}
