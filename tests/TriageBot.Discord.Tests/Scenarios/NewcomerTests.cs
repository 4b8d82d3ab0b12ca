namespace TriageBot.Discord.Tests.Scenarios;

/// <summary>The main job's path, by somebody who sees the bot for the first time.</summary>
public sealed class NewcomerTests
{
    [Fact]
    public async Task A_teammate_types_urgent_and_the_owner_answers_at_the_break()
    {
        await using var team = await DiscordTeam.StartAsync();
        var emulator = team.Emulator;

        var hello = await emulator.WaitMessageAsync(DiscordTeam.Sam, "general", "Three steps", wait: 30_000);
        Assert.Equal(0, hello.Pings);

        var setUp = await team.SlashAsync(DiscordTeam.Boss, "setup", new { owner = DiscordTeam.Boss });
        Assert.Equal(4, setUp.Answer);
        Assert.Equal(DiscordTeam.Boss, setUp.Message!.OnlyFor);

        var receipt = await team.SlashAsync(DiscordTeam.Sam, "urgent", new { what = "Server down at Acme", customer = "Acme" });
        Assert.Equal(DiscordTeam.Sam, receipt.Message!.OnlyFor);
        Assert.Contains("Server down at Acme", receipt.Message.Text, StringComparison.Ordinal);
        Assert.Matches(@"<t:\d+:t>", receipt.Message.Text);

        await team.MoveToAsync("10:31");
        var drain = await team.SlashAsync(DiscordTeam.Boss, "break");
        Assert.Contains("1 of 1", drain.Message!.Text, StringComparison.Ordinal);

        var form = await emulator.PressAsync(DiscordTeam.Boss, drain.Message, "Answer");
        Assert.Equal(9, form.Answer);
        var done = await emulator.SubmitAsync(form, new { text = "On it, back in 20 minutes" });
        Assert.Equal(7, done.Answer);
        Assert.Contains("1 answered", done.Message!.Text, StringComparison.Ordinal);

        var news = await emulator.WaitMessageAsync(DiscordTeam.Sam, "@bot", "On it, back in 20 minutes", wait: 30_000);
        Assert.Equal(0, news.Pings);
    }
}
