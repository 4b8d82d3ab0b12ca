namespace TriageBot.Discord.Tests.Scenarios;

public sealed class ForgetTests
{
    [Fact]
    public async Task Whoever_is_forgotten_is_gone_from_the_cards_in_the_channel_too_and_only_the_admin_sees_what_is_asked()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.SlashAsync(DiscordTeam.Boss, "setup", new { channel = "team" });
        await team.SlashAsync(DiscordTeam.Boss, "customer", new { action = "add", name = "Acme" });
        await team.SlashAsync(DiscordTeam.Sam, "escalate", new { customer = "Acme", what = "quokka in the engine" });
        await team.Emulator.WaitMessageAsync(DiscordTeam.Kim, "team", "quokka in the engine", wait: 30_000);

        var asked = (await team.SlashAsync(DiscordTeam.Boss, "forget", new { person = DiscordTeam.Sam })).Message!;
        Assert.Equal(DiscordTeam.Boss, asked.OnlyFor);
        Assert.Contains("quokka in the engine", asked.Text, StringComparison.Ordinal);
        var done = await team.PressAsync(DiscordTeam.Boss, asked, asked.Buttons[0]);
        Assert.Contains("forgotten, and written into the log", done.Message!.Text, StringComparison.Ordinal);
        await team.SettleAsync();

        var seen = await team.Emulator.SeesAsync(DiscordTeam.Kim, "team");
        Assert.DoesNotContain(seen, message => message.Text.Contains("quokka", StringComparison.Ordinal));
        Assert.Contains(seen, message => message.Text.Replace("\\", "", StringComparison.Ordinal).Contains("(erased)", StringComparison.Ordinal));
    }
}
