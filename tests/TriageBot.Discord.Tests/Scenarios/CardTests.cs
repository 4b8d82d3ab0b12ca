namespace TriageBot.Discord.Tests.Scenarios;

/// <summary>The card of a customer matter in a channel.</summary>
public sealed class CardTests
{
    [Fact]
    public async Task A_card_is_edited_in_place_and_comes_anew_where_somebody_deleted_it()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.SlashAsync(DiscordTeam.Sam, "escalate", new { customer = "Northside", what = "no heating" });
        var card = await team.Emulator.WaitMessageAsync(DiscordTeam.Kim, "team", "no heating", wait: 30_000);

        await team.SlashAsync(DiscordTeam.Boss, "answered", new { id = "1" });
        await team.Emulator.WaitRequestAsync($"/messages/{card.Id}", method: "PATCH", status: 200, wait: 30_000);
        Assert.True((await team.Emulator.MessagesAsync("team")).Single(message => message.Id == card.Id).IsEdited);

        await team.Emulator.SayAsync("delete-message", new { channel = "team", message = card.Id });
        await team.SlashAsync(DiscordTeam.Boss, "solved", new { id = "1" });

        var anew = await team.Emulator.WaitMessageAsync(DiscordTeam.Kim, "team", "no heating", after: card.Id, wait: 30_000);
        Assert.Contains("olved", anew.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H14_who_presses_a_card_in_a_channel_too_late_is_told_so_in_private()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.SlashAsync(DiscordTeam.Sam, "escalate", new { customer = "Northside", what = "no heating" });
        var card = await team.Emulator.WaitMessageAsync(DiscordTeam.Kim, "team", "no heating", wait: 30_000);

        var pressed = await Task.WhenAll(((string[])[DiscordTeam.Sam, DiscordTeam.Kim]).Select(who => team.Emulator.PressAsync(who, card, "I have it", wait: 30_000)));
        var loser = Assert.Single(pressed, one => one.Answer == 4);

        Assert.Equal(loser.User, loser.Message!.OnlyFor);
        Assert.Contains("Nothing was changed", loser.Message.Text, StringComparison.Ordinal);
        var shared = (await team.Emulator.MessagesAsync("team")).Where(message => message.OnlyFor is null).ToList();
        Assert.DoesNotContain(shared, message => message.Text.Contains("Nothing was changed", StringComparison.Ordinal));
        Assert.Contains("has it since", Assert.Single(shared, message => message.Id == card.Id).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_gets_no_thread_where_threads_are_not_switched_on()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.SlashAsync(DiscordTeam.Sam, "escalate", new { customer = "Northside", what = "no heating" });
        var card = await team.Emulator.WaitMessageAsync(DiscordTeam.Kim, "team", "no heating", wait: 30_000);

        // It is edited only once its sending is over, and a thread would be opened before that.
        await team.SlashAsync(DiscordTeam.Boss, "answered", new { id = "1" });
        await team.Emulator.WaitRequestAsync($"/messages/{card.Id}", method: "PATCH", status: 200, wait: 30_000);

        Assert.Empty(await team.Emulator.RequestsAsync("/threads"));
    }
}
