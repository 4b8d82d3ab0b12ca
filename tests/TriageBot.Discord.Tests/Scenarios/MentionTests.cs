using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Tests.Scenarios;

/// <summary>Rule H18 on Discord: who mentions an owner in focus is answered in private.</summary>
public sealed class MentionTests
{
    [Fact]
    public async Task H18_who_mentions_the_owner_is_answered_in_private_and_asked_for_the_text_that_Discord_keeps_to_itself()
    {
        SeenGuild? guild = null;
        await using var team = await DiscordTeam.StartAsync(
            async emulator => guild = await emulator.AddGuildAsync(
                "Ops", DiscordTeam.Boss, [DiscordTeam.Sam, DiscordTeam.Kim], ["team"], botPermissions: Chat.Discord.Workspaces.Permissions.Wanted),
            usual => usual with { Mentions = true });
        await team.SlashAsync(DiscordTeam.Boss, "setup", new { owner = DiscordTeam.Boss });
        await team.SlashAsync(DiscordTeam.Boss, "focus", new { length = "60m" });

        await team.Emulator.WriteAsync(DiscordTeam.Sam, "team", $"<@{guild!.Members[DiscordTeam.Boss]}> may I refund 400?");

        var answer = await team.Emulator.WaitMessageAsync(DiscordTeam.Sam, "@bot", "does not see messages", wait: 30_000);
        Assert.Contains("is concentrating until", answer.Text);
        var pressed = await team.Emulator.PressAsync(DiscordTeam.Sam, answer, answer.Buttons.Single(), wait: 30_000);
        Assert.Contains("What is it about?", pressed.Modal?.ToJsonString());
    }
}
