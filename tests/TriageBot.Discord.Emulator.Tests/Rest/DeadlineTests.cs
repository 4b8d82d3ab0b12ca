namespace TriageBot.Discord.Emulator.Tests.Rest;

/// <summary>An interaction is answered within 3 s and edited within 15 minutes. Source: interactions/receiving-and-responding.</summary>
public sealed class DeadlineTests : EmulatorTest
{
    private static readonly object Reply = new { type = 4, data = new { content = "Held" } };

    [Theory]
    [InlineData(2999, 204, 0)]
    [InlineData(3000, 404, 10062)]
    public async Task The_first_answer_comes_within_three_seconds(int milliseconds, int status, int code)
    {
        await Emulator.StopClockAsync();
        var asked = await AskAsync();
        await Emulator.AgeAsync(asked, TimeSpan.FromMilliseconds(milliseconds));

        var answer = await AnswerAsync(asked, Reply);

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_second_answer_is_refused()
    {
        var asked = await AskAsync();
        await AnswerAsync(asked, Reply);

        var second = await AnswerAsync(asked, Reply);

        Assert.Equal((400, 40060), (second.Status, second.Code));
    }

    [Theory]
    [InlineData(14 * 60 + 59, 200, 0)]
    [InlineData(15 * 60 + 1, 401, 50027)]
    public async Task A_reply_can_be_edited_for_fifteen_minutes(int seconds, int status, int code)
    {
        await Emulator.StopClockAsync();
        var asked = await AskAsync();
        await AnswerAsync(asked, Reply);
        await Emulator.AgeAsync(asked, TimeSpan.FromSeconds(seconds));

        var edit = await Rest.SendAsync("PATCH", Hook(asked) + "/messages/@original", new { content = "Later" });

        Assert.Equal((status, code), (edit.Status, edit.Code));
    }

    [Fact]
    public async Task There_is_nothing_to_edit_before_the_first_answer()
    {
        var asked = await AskAsync();

        var edit = await Rest.SendAsync("PATCH", Hook(asked) + "/messages/@original", new { content = "Too soon" });

        Assert.Equal((404, 10015), (edit.Status, edit.Code));
    }

    [Fact]
    public async Task A_deferred_private_reply_stays_private_and_is_filled_by_an_edit()
    {
        var asked = await AskAsync();
        var deferral = await AnswerAsync(asked, new { type = 5, data = new { flags = 64 } });

        await Rest.SendAsync("PATCH", Hook(asked) + "/messages/@original", new { content = "Held" });

        Assert.Equal((204, null), (deferral.Status, deferral.ContentType));
        var seen = Assert.Single(await Emulator.SeesAsync("sam", "team"));
        Assert.Equal(("Held", "sam", false), (seen.Content, seen.OnlyFor, seen.IsLoading));
        Assert.Empty(await Emulator.SeesAsync("kim", "team"));
    }

    [Fact]
    public async Task An_answer_of_the_wrong_type_is_refused_and_the_right_one_still_taken()
    {
        var asked = await AskAsync();

        var update = await AnswerAsync(asked, new { type = 7, data = new { content = "Changed" } });
        var reply = await AnswerAsync(asked, Reply);

        Assert.Equal("BASE_TYPE_CHOICES", update.FormError("type"));
        Assert.Equal(204, reply.Status);
    }
}
