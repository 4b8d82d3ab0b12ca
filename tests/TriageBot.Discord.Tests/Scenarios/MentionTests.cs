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

    [Fact]
    public async Task H18_where_the_admin_lets_the_bot_read_the_very_message_is_held_as_it_was_typed()
    {
        SeenGuild? guild = null;
        await using var team = await DiscordTeam.StartAsync(
            async emulator =>
            {
                guild = await emulator.AddGuildAsync(
                    "Ops", DiscordTeam.Boss, [DiscordTeam.Sam, DiscordTeam.Kim], ["team"], botPermissions: Chat.Discord.Workspaces.Permissions.Wanted);
                await emulator.SayAsync("application", new { privileged = MessageContent });
            },
            usual => usual with { Mentions = true, MessageContent = true });
        await team.SlashAsync(DiscordTeam.Boss, "setup", new { owner = DiscordTeam.Boss });
        await team.SlashAsync(DiscordTeam.Boss, "focus", new { length = "60m" });

        await team.Emulator.WriteAsync(DiscordTeam.Sam, "team", $"<@{guild!.Members[DiscordTeam.Boss]}> may I refund 400?");

        var answer = await team.Emulator.WaitMessageAsync(DiscordTeam.Sam, "@bot", "is concentrating until", wait: 30_000);
        var held = await team.Emulator.PressAsync(DiscordTeam.Sam, answer, answer.Buttons.Single(), wait: 30_000);
        Assert.Contains("@Boss may I refund 400?", held.Message!.Text.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_that_the_application_is_not_switched_on_for_ends_the_bot_with_what_to_do()
    {
        await using var team = await DiscordTeam.StartAsync(change: usual => usual with { Mentions = true, MessageContent = true }, isReady: false);

        var stopped = await Assert.ThrowsAsync<Chat.Discord.DiscordStoppedException>(() => team.Running);

        Assert.Contains("Message Content", stopped.Message, StringComparison.Ordinal);
    }

    /// <summary>The bit of the privileged intent.</summary>
    private const int MessageContent = 1 << 15;
}
