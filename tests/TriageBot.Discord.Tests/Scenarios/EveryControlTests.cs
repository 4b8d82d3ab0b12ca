using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Tests.Scenarios;

/// <summary>Every command, button, select, form, menu and suggestion, over the real socket. What the documentation does not allow fails the closing of the team.</summary>
public sealed class EveryControlTests
{
    [Fact]
    public async Task Every_command_is_registered_and_answered_privately()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        var commands = (await team.Emulator.WaitCommandsAsync(count: 5)).OfType<JsonObject>().Where(command => (int?)command["type"] == 1).ToList();
        Assert.NotEmpty(commands);

        foreach (var command in commands)
        {
            var answer = await team.SlashAsync(DiscordTeam.Boss, (string)command["name"]!, Required(command));
            Assert.True(answer.Answer is 4 or 5 or 9, $"/{command["name"]} was answered with {answer.Answer}.");
            var done = answer.Answer == 5 ? await team.Emulator.CompleteAsync(answer, 30_000) : answer;
            if (done.Message is { } message) Assert.Equal(DiscordTeam.Boss, message.OnlyFor);
        }
    }

    [Fact]
    public async Task Every_option_with_suggestions_gives_some_or_none_but_always_an_answer()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.SlashAsync(DiscordTeam.Boss, "task", new { what = "Send the offer" });
        var commands = (await team.Emulator.WaitCommandsAsync(count: 5)).OfType<JsonObject>();
        var completed = from command in commands from option in command["options"]?.AsArray().OfType<JsonObject>() ?? [] where option["autocomplete"] is not null select (command, option);

        foreach (var (command, option) in completed)
        {
            var name = (string)option["name"]!;
            var suggested = await team.Emulator.SuggestAsync(DiscordTeam.Boss, "team", (string)command["name"]!, name, new Dictionary<string, string> { [name] = "o" }, wait: 30_000);
            Assert.Equal(8, suggested.Answer);
        }

        var dates = await team.Emulator.SuggestAsync(DiscordTeam.Boss, "team", "urgent", "due", new { due = "today 4pm" }, wait: 30_000);
        Assert.Contains(dates.Choices!, choice => ((string)choice!["name"]!).Contains("16:00", StringComparison.Ordinal));
        var items = await team.Emulator.SuggestAsync(DiscordTeam.Boss, "team", "done", "id", new { id = "offer" }, wait: 30_000);
        Assert.Contains("Send the offer", (string)Assert.Single(items.Choices!)!["name"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_receipt_takes_what_happens_if_it_waits_and_by_when_and_can_be_withdrawn()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        var receipt = (await team.SlashAsync(DiscordTeam.Sam, "urgent", new { what = "The invoice is wrong" })).Message!;

        var harm = await team.Emulator.PressAsync(DiscordTeam.Sam, receipt, "A customer is stuck", wait: 30_000);
        Assert.Equal(7, harm.Answer);
        Assert.Contains("A customer is stuck", harm.Message!.Text, StringComparison.Ordinal);

        var select = Select(harm.Message);
        var another = await team.Emulator.ChooseAsync(DiscordTeam.Sam, harm.Message, (string)select["custom_id"]!, ["another"], wait: 30_000);
        Assert.Equal(9, another.Answer);
        var dated = await team.Emulator.SubmitAsync(another, new { when = "today 16:00" }, wait: 30_000);
        Assert.Equal(7, dated.Answer);

        var withdrawn = await team.Emulator.PressAsync(DiscordTeam.Sam, dated.Message!, "Withdraw", wait: 30_000);
        Assert.Contains("withdr", withdrawn.Message!.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Somebody_elses_receipt_cannot_be_withdrawn_and_a_member_may_not_set_up()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        var refused = await team.SlashAsync(DiscordTeam.Sam, "setup", new { owner = DiscordTeam.Sam });
        Assert.Equal(DiscordTeam.Sam, refused.Message!.OnlyFor);
        Assert.Contains("not yours to use", refused.Message.Text, StringComparison.Ordinal);

        var drain = await team.SlashAsync(DiscordTeam.Sam, "break");
        Assert.Contains("not yours to use", drain.Message!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_taken_away_counts_at_once()
    {
        await using var team = await DiscordTeam.StartAsync();
        await team.Emulator.SayAsync("role", new { name = "Leads", permissions = "32" });
        await team.Emulator.SayAsync("grant", new { user = DiscordTeam.Kim, role = "Leads" });
        Assert.Contains("is an owner", (await team.SlashAsync(DiscordTeam.Kim, "setup", new { owner = DiscordTeam.Kim })).Message!.Text, StringComparison.Ordinal);

        await team.Emulator.SayAsync("grant", new { user = DiscordTeam.Kim, role = "Leads", isTaken = true });
        var refused = (await team.SlashAsync(DiscordTeam.Kim, "setup", new { owner = DiscordTeam.Sam })).Message!.Text;
        Assert.DoesNotContain("is an owner", refused, StringComparison.Ordinal);
        Assert.Contains("Who can", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_held_from_its_menu_and_the_owner_can_jump_to_it()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        var written = await team.Emulator.WriteAsync(DiscordTeam.Kim, "team", "The shop page shows an error");
        var held = await team.Emulator.MessageMenuAsync(DiscordTeam.Sam, written, "Hold for the next break", wait: 30_000);
        Assert.Contains("The shop page shows an error", held.Message!.Text, StringComparison.Ordinal);

        await team.MoveToAsync("10:31");
        var drain = (await team.SlashAsync(DiscordTeam.Boss, "break")).Message!;
        Assert.Contains($"/{written.Channel}/{written.Id})", drain.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_is_asked_from_the_menu_on_them()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        var form = await team.Emulator.UserMenuAsync(DiscordTeam.Sam, "team", "Ask at the next break", DiscordTeam.Boss, wait: 30_000);
        Assert.Equal(9, form.Answer);
        var held = await team.Emulator.SubmitAsync(form, new { what = "May I refund 400 to Kay?" }, wait: 30_000);
        Assert.Contains("May I refund 400 to Kay?", Unescaped(held.Message!.Text), StringComparison.Ordinal);

        var nobody = await team.Emulator.UserMenuAsync(DiscordTeam.Sam, "team", "Ask at the next break", DiscordTeam.Kim, wait: 30_000);
        Assert.Equal(4, nobody.Answer);
    }

    [Theory]
    [InlineData("Answer", "text")]
    [InlineData("Do today", null)]
    [InlineData("Schedule", "select")]
    [InlineData("Delegate", "select")]
    [InlineData("Decline", "text")]
    [InlineData("Someday", null)]
    [InlineData("Skip", null)]
    public async Task Each_choice_in_the_drain_can_be_made(string choice, string? then)
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.SlashAsync(DiscordTeam.Sam, "urgent", new { what = "first" });
        await team.SlashAsync(DiscordTeam.Kim, "urgent", new { what = "second" });
        await team.MoveToAsync("10:31");
        var card = (await team.SlashAsync(DiscordTeam.Boss, "break")).Message!;
        Assert.Contains("1 of 2", card.Text, StringComparison.Ordinal);

        var pressed = await team.Emulator.PressAsync(DiscordTeam.Boss, card, choice, wait: 30_000);
        var after = then switch
        {
            "text" => await team.Emulator.SubmitAsync(pressed, new { text = "as you like" }, wait: 30_000),
            "select" => await ChooseFirstAsync(team, pressed.Message!),
            _ => pressed,
        };

        Assert.Equal(7, after.Answer);
        Assert.Contains("2 of 2", after.Message!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_is_given_in_the_drain_with_its_form_and_stands_in_the_ledger()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.SlashAsync(DiscordTeam.Boss, "customer", new { action = "add", name = "Acme" });
        await team.SlashAsync(DiscordTeam.Sam, "urgent", new { what = "Acme wants the quote", customer = "Acme" });
        await team.MoveToAsync("10:31");
        var card = (await team.SlashAsync(DiscordTeam.Boss, "break")).Message!;

        var form = await team.Emulator.PressAsync(DiscordTeam.Boss, card, "Promise", wait: 30_000);
        Assert.Equal(9, form.Answer);
        var promised = await team.Emulator.SubmitAsync(form, new { customer = "Acme", what = "the quote", due = "fri 16:00" }, wait: 30_000);
        Assert.Contains("promised to the customer", promised.Message!.Text, StringComparison.Ordinal);
        var ledger = (await team.SlashAsync(DiscordTeam.Boss, "promises")).Message!;

        Assert.Contains("the quote", ledger.Text, StringComparison.Ordinal);
        var told = await team.Emulator.WaitMessageAsync(DiscordTeam.Sam, "@bot", "the quote", wait: 30_000);
        Assert.Contains("Acme", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_of_tasks_work_in_the_server_and_in_the_private_conversation()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        var added = (await team.SlashAsync(DiscordTeam.Sam, "task", new { what = "Water the plants", @for = DiscordTeam.Boss })).Message!;
        Assert.NotEmpty(added.Buttons);
        var told = await team.Emulator.WaitMessageAsync(DiscordTeam.Boss, "@bot", "Water the plants", wait: 30_000);

        var done = await team.Emulator.PressAsync(DiscordTeam.Boss, told, told.Buttons[0], wait: 30_000);
        Assert.True(done.Answer is 4 or 7 or 9, $"Pressing {told.Buttons[0]} was answered with {done.Answer}.");
    }

    [Fact]
    public async Task In_the_private_conversation_commands_and_plain_text_are_understood()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        var unknown = await team.Emulator.SlashAsync(DiscordTeam.Kim, "@bot", "requests", wait: 30_000);
        Assert.Contains("which server", unknown.Message!.Text, StringComparison.Ordinal);

        await team.SlashAsync(DiscordTeam.Sam, "requests");
        var held = await team.Emulator.SlashAsync(DiscordTeam.Sam, "@bot", "urgent", new { what = "said in private" }, wait: 30_000);
        Assert.Contains("said in private", held.Message!.Text, StringComparison.Ordinal);

        await team.Emulator.WriteAsync(DiscordTeam.Sam, "@bot", "the printer eats paper");
        var hint = await team.Emulator.WaitMessageAsync(DiscordTeam.Sam, "@bot", "the printer eats paper", wait: 30_000);
        var pressed = await team.Emulator.PressAsync(DiscordTeam.Sam, hint, "Hold for the next break", wait: 30_000);
        Assert.Contains("the printer eats paper", pressed.Message!.Text, StringComparison.Ordinal);
    }

    private static async Task<SeenInteraction> ChooseFirstAsync(DiscordTeam team, SeenMessage message)
    {
        var select = Select(message);
        return await team.Emulator.ChooseAsync(DiscordTeam.Boss, message, (string)select["custom_id"]!, [(string)select["options"]![0]!["value"]!], wait: 30_000);
    }

    private static JsonObject Select(SeenMessage message) =>
        message.Components.SelectMany(row => row!["components"]!.AsArray()).OfType<JsonObject>().First(component => (int?)component["type"] == 3);

    /// <summary>What each required option can be given.</summary>
    private static Dictionary<string, object> Required(JsonObject command) =>
        (command["options"]?.AsArray().OfType<JsonObject>() ?? []).Where(option => (bool?)option["required"] == true).ToDictionary(
            option => (string)option["name"]!,
            option => (object)((int?)option["type"] switch
            {
                6 => DiscordTeam.Sam,
                7 => "team",
                5 => true,
                _ when option["choices"] is JsonArray { Count: > 0 } choices => (string)choices[0]!["value"]!,
                _ => "1",
            }));

    private static string Unescaped(string text) => text.Replace("\\", "", StringComparison.Ordinal);
}
