using NodaTime;
using TriageBot.Chat.Discord.Rest;
using TriageBot.Clock;

namespace TriageBot.Discord.Tests.Rest;

public sealed class InvalidAnswersTests
{
    private readonly ManualTimeProvider clock = new(Instant.FromUtc(2026, 3, 13, 9, 0));
    private readonly InvalidAnswers invalid;

    public InvalidAnswersTests() => invalid = new InvalidAnswers(clock);

    [Fact]
    public async Task Ten_of_fifty_are_kept_for_answers_to_interactions()
    {
        Assert.Equal(40, await HowManyAreRefusedAsync(isInteraction: false));
        Assert.Equal(10, await HowManyAreRefusedAsync(isInteraction: true));
    }

    [Fact]
    public async Task Whatever_is_refused_fifty_are_the_end()
    {
        Assert.Equal(50, await HowManyAreRefusedAsync(isInteraction: true));
        Assert.Equal(0, await HowManyAreRefusedAsync(isInteraction: false));
    }

    [Fact]
    public async Task Answers_to_interactions_that_go_well_are_never_held_up_however_many_there_are()
    {
        await HowManyAreRefusedAsync(isInteraction: false);
        for (var i = 0; i < 1000; i++)
        {
            var slot = await EnterAsync(isInteraction: true);
            Assert.NotNull(slot);
            invalid.Leave(slot, wasInvalid: false);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refused_request_counts_for_ten_minutes_and_no_longer(bool isInteraction)
    {
        var most = await HowManyAreRefusedAsync(isInteraction);
        clock.MoveTo(clock.Now + Duration.FromMinutes(10) - Duration.FromSeconds(1));
        var waiting = invalid.EnterAsync(isInteraction, TimeSpan.FromMinutes(1), CancellationToken.None);
        Assert.False(waiting.IsCompleted);

        clock.MoveTo(clock.Now + Duration.FromSeconds(1));
        invalid.Leave((await waiting.WaitAsync(TimeSpan.FromSeconds(30)))!, wasInvalid: false);
        Assert.Equal(most, await HowManyAreRefusedAsync(isInteraction));
    }

    [Fact]
    public async Task Who_waited_in_vain_takes_no_slot_with_them()
    {
        var entered = new List<SemaphoreSlim>();
        while (await EnterAsync(isInteraction: true) is { } slot) entered.Add(slot);
        for (var i = 0; i < 100; i++) Assert.Null(await EnterAsync(isInteraction: false));
        foreach (var slot in entered) invalid.Leave(slot, wasInvalid: false);

        Assert.Equal(50, entered.Count);
        Assert.Equal(40, await HowManyAreRefusedAsync(isInteraction: false));
    }

    [Fact]
    public async Task What_holds_a_request_up_can_be_told_refusals_from_answers_that_are_awaited()
    {
        for (var i = 0; i < 3; i++) invalid.Leave((await EnterAsync(isInteraction: false))!, wasInvalid: true);
        var underWay = await EnterAsync(isInteraction: true);
        Assert.Equal((3, 1), (invalid.Refused, invalid.UnderWay));

        invalid.Leave(underWay!, wasInvalid: false);
        Assert.Equal((3, 0), (invalid.Refused, invalid.UnderWay));
    }

    [Theory]
    [InlineData(401, null, true)]
    [InlineData(403, null, true)]
    [InlineData(429, "user", true)]
    [InlineData(429, "global", true)]
    [InlineData(429, null, true)]
    [InlineData(429, "shared", false)]
    [InlineData(400, null, false)]
    [InlineData(404, null, false)]
    [InlineData(500, null, false)]
    public void What_counts_as_invalid_is_what_Discord_counts(int status, string? scope, bool counts) => Assert.Equal(counts, InvalidAnswers.Counts(status, scope));

    private Task<SemaphoreSlim?> EnterAsync(bool isInteraction) => invalid.EnterAsync(isInteraction, TimeSpan.Zero, CancellationToken.None);

    private async Task<int> HowManyAreRefusedAsync(bool isInteraction)
    {
        var refused = 0;
        for (; await EnterAsync(isInteraction) is { } slot; refused++) invalid.Leave(slot, wasInvalid: true);
        return refused;
    }
}
