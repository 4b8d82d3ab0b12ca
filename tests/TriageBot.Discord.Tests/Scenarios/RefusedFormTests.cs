namespace TriageBot.Discord.Tests.Scenarios;

/// <summary>Discord closes a form once it was sent and opens none as the answer to one: a button opens it again as it was filled in.</summary>
public sealed class RefusedFormTests
{
    [Fact]
    public async Task A_form_with_a_date_that_cannot_be_read_is_opened_again_by_a_button_with_all_that_was_typed()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.SlashAsync(DiscordTeam.Sam, "urgent", new { what = "Acme wants the quote" });
        await team.MoveToAsync("10:31");
        var card = (await team.SlashAsync(DiscordTeam.Boss, "break")).Message!;
        var form = await team.OpenAsync(DiscordTeam.Boss, card, "Promise");

        var refused = (await team.SubmitAsync(form, new { customer = "Acme", what = "the whole quote", due = "when pigs fly" })).Message!;

        Assert.Equal(DiscordTeam.Boss, refused.OnlyFor);
        Assert.Contains("is no date I can read", refused.Text, StringComparison.Ordinal);
        var again = await team.OpenAsync(DiscordTeam.Boss, refused, "Open the form again");
        var values = again.Modal!["components"]!.AsArray().Select(row => row!["component"]!).ToDictionary(field => (string)field["custom_id"]!, field => (string?)field["value"]);
        Assert.Equal("the whole quote", values["what"]);
        Assert.Equal("when pigs fly", values["due"]);
        var promised = await team.SubmitAsync(again, new { due = "fri 16:00" });
        Assert.Contains("promised to the customer", promised.Message!.Text, StringComparison.Ordinal);
    }
}
