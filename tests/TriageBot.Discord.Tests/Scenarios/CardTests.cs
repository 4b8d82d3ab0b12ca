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
}
