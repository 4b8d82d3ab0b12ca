using Microsoft.Data.Sqlite;
using NodaTime;

namespace TriageBot.Discord.Tests.Scenarios;

/// <summary>Joining servers, being removed from them, and keeping them apart.</summary>
public sealed class ServerTests
{
    [Fact]
    public async Task A_server_joined_gets_one_hello_in_the_first_channel_it_can_be_said_in()
    {
        await using var team = await DiscordTeam.StartAsync();
        await team.Emulator.AddGuildAsync("Shop", "ann", channels: ["counter"], hasBot: false);
        await team.Emulator.SayAsync("overwrite", new { channel = "Shop/general", deny = "2048" });
        await team.Emulator.SayAsync("bot-joins", new { guild = "Shop" });
        await team.Emulator.WaitMessageAsync("ann", "Shop/counter", "Three steps", wait: 30_000);
        await team.Emulator.SayAsync("bot-joins", new { guild = "Shop" });
        await team.SlashAsync(DiscordTeam.Sam, "requests");

        Assert.Single(await team.Emulator.MessagesAsync("Shop/counter"));
        Assert.Empty(await team.Emulator.MessagesAsync("Shop/general"));
    }

    [Fact]
    public async Task Where_it_may_post_nowhere_it_says_hello_once_a_channel_is_opened_to_it()
    {
        await using var team = await DiscordTeam.StartAsync();
        await team.Emulator.AddGuildAsync("Shop", "ann", channels: ["counter"], hasBot: false);
        await team.Emulator.SayAsync("overwrite", new { channel = "Shop/general", deny = "2048" });
        await team.Emulator.SayAsync("overwrite", new { channel = "Shop/counter", deny = "2048" });
        await team.Emulator.SayAsync("bot-joins", new { guild = "Shop" });
        await UntilAsync(team, () => Count(team, "select count(*) from workspaces where name = 'Shop'") == 1);

        await team.Emulator.SayAsync("overwrite", new { channel = "Shop/counter", deny = "0" });
        await team.Emulator.WaitMessageAsync("ann", "Shop/counter", "Three steps", wait: 30_000);
        await team.Emulator.SayAsync("overwrite", new { channel = "Shop/general", deny = "0" });
        await team.SlashAsync(DiscordTeam.Sam, "requests");

        Assert.Single(await team.Emulator.MessagesAsync("Shop/counter"));
        Assert.Empty(await team.Emulator.MessagesAsync("Shop/general"));
    }

    [Fact]
    public async Task A_newcomer_without_rights_hears_who_can_set_up_the_bot()
    {
        await using var team = await DiscordTeam.StartAsync();

        var refused = await team.SlashAsync(DiscordTeam.Sam, "setup");

        Assert.Contains("whoever may manage this team", refused.Message!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_server_that_was_left_nothing_becomes_due_and_after_thirty_days_it_is_erased()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.SlashAsync(DiscordTeam.Sam, "urgent", new { what = "Server down" });
        await team.Emulator.SayAsync("bot-leaves", new { guild = "Ops" });
        await LeftAsync(team, 1);

        var requests = (await team.Emulator.RequestsAsync("/messages")).Count;
        await team.MoveByAsync(Duration.FromDays(7));
        Assert.Equal(requests, (await team.Emulator.RequestsAsync("/messages")).Count);
        Assert.Equal(1, Count(team, "select count(*) from urgent_messages"));

        await team.MoveByAsync(Duration.FromDays(24));
        await EmptyAsync(team);
        Assert.Equal(0, Count(team, "select count(*) from urgent_messages") + Count(team, "select count(*) from members") + Count(team, "select count(*) from timers"));
    }

    [Fact]
    public async Task A_server_come_back_to_goes_on_where_it_stopped()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.SlashAsync(DiscordTeam.Sam, "urgent", new { what = "Server down" });
        await team.Emulator.SayAsync("bot-leaves", new { guild = "Ops" });
        await LeftAsync(team, 1);
        await team.Emulator.SayAsync("bot-joins", new { guild = "Ops" });
        await LeftAsync(team, 0);

        Assert.Contains("Server down", (await team.SlashAsync(DiscordTeam.Sam, "requests")).Message!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_button_in_a_private_conversation_wakes_no_server_that_was_left()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.SlashAsync(DiscordTeam.Sam, "requests");
        var receipt = await team.SlashAsync(DiscordTeam.Sam, "urgent", new { what = "Server down" }, channel: "@bot");
        await team.Emulator.SayAsync("bot-leaves", new { guild = "Ops" });
        await LeftAsync(team, 1);

        var pressed = await team.Emulator.PressAsync(DiscordTeam.Sam, receipt.Message!, "It can wait", wait: 30_000);

        Assert.Contains("no longer in the server", pressed.Message!.Text, StringComparison.Ordinal);
        Assert.Equal((1, 1), (Count(team, "select count(*) from workspaces where left_at is not null"), Count(team, "select count(*) from timers where kind = 'erase'")));
    }

    [Fact]
    public async Task Whoever_has_left_the_server_is_told_nothing_of_it_in_the_private_conversation()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.SlashAsync(DiscordTeam.Kim, "requests");
        await team.SlashAsync(DiscordTeam.Sam, "task", new { what = "Call the bank" });
        await team.Emulator.SayAsync("leave", new { guild = "Ops", user = DiscordTeam.Kim });

        var asked = await team.SlashAsync(DiscordTeam.Kim, "tasks", new { all = true }, channel: "@bot");
        await team.Emulator.SayAsync("say", new { user = DiscordTeam.Kim, channel = "@bot", content = "/tasks all:yes" });
        var typed = await team.Emulator.WaitMessageAsync(DiscordTeam.Kim, "@bot", "You are no longer in Ops", wait: 30_000);

        Assert.Contains("You are no longer in Ops", asked.Message!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Call the bank", asked.Message.Text + typed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_no_longer_manage_the_server_is_no_admin_in_the_private_conversation_either()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.Emulator.SayAsync("role", new { name = "Leads", permissions = "32" });
        await team.Emulator.SayAsync("grant", new { user = DiscordTeam.Kim, role = "Leads" });
        await team.SlashAsync(DiscordTeam.Kim, "requests");
        var asAdmin = await team.SlashAsync(DiscordTeam.Kim, "setup", new { emergency = "Phone 555" }, channel: "@bot");
        await team.Emulator.SayAsync("grant", new { user = DiscordTeam.Kim, role = "Leads", isTaken = true });
        await team.MoveByAsync(Duration.FromMinutes(2));

        var after = await team.SlashAsync(DiscordTeam.Kim, "setup", new { emergency = "Phone 666" }, channel: "@bot");

        Assert.Contains("Phone 555", asAdmin.Message!.Text, StringComparison.Ordinal);
        Assert.Contains("/setup is not yours to use", after.Message!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_renamed_is_called_by_its_new_name_at_once()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.Emulator.AddGuildAsync("Shop", "ann", [DiscordTeam.Sam], ["counter"]);
        await team.Emulator.WaitMessageAsync("ann", "Shop/general", "Three steps", wait: 30_000);
        await team.SlashAsync(DiscordTeam.Sam, "requests", channel: "counter");
        await team.SlashAsync(DiscordTeam.Sam, "requests");

        await team.Emulator.SayAsync("guild-rename", new { guild = "Shop", name = "Corner shop" });
        await UntilAsync(team, () => Count(team, "select count(*) from workspaces where name = 'Corner shop'") == 1);

        var which = await team.Emulator.SlashAsync(DiscordTeam.Sam, "@bot", "requests", wait: 30_000);
        Assert.Contains("Corner shop", which.Message!.Text, StringComparison.Ordinal);
        Assert.Contains("Ops", which.Message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outage_is_no_removal()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.Emulator.SayAsync("outage", new { guild = "Ops" });
        await team.Emulator.SayAsync("recover", new { guild = "Ops" });
        await team.SlashAsync(DiscordTeam.Sam, "requests");
        Assert.Equal(0, Count(team, "select count(*) from workspaces where left_at is not null"));
    }

    [Fact]
    public async Task Two_servers_never_see_each_others_items()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.Emulator.AddGuildAsync("Shop", "ann", [DiscordTeam.Sam], ["counter"]);
        await team.Emulator.WaitMessageAsync("ann", "Shop/general", "Three steps", wait: 30_000);
        await team.SlashAsync(DiscordTeam.Sam, "urgent", new { what = "secret of Ops" });

        var there = await team.SlashAsync(DiscordTeam.Sam, "requests", channel: "counter");
        Assert.DoesNotContain("secret of Ops", there.Message!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_takes_no_agenda_is_told_to_the_owner_once()
    {
        await using var team = await DiscordTeam.StartAsync();
        await team.SlashAsync(DiscordTeam.Boss, "setup", new { owner = DiscordTeam.Boss });
        await team.SlashAsync(DiscordTeam.Boss, "setup", new { channel = "team" });
        await team.Emulator.SayAsync("overwrite", new { channel = "team", deny = "2048" });
        await team.MoveToAsync("08:31");
        var told = await team.Emulator.WaitMessageAsync(DiscordTeam.Boss, "@bot", "Send Messages", wait: 30_000);
        await team.MoveByAsync(Duration.FromDays(3));
        await team.SlashAsync(DiscordTeam.Boss, "requests");

        Assert.Contains("team", told.Text, StringComparison.Ordinal);
        Assert.Single((await team.Emulator.MessagesAsync()), message => message.Text.Contains("Send Messages", StringComparison.Ordinal));
    }

    private static long Count(DiscordTeam team, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={team.DatabaseFile};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(command.ExecuteScalar() ?? 0L);
    }

    private static Task LeftAsync(DiscordTeam team, long count) => UntilAsync(team, () => Count(team, "select count(*) from workspaces where left_at is not null") == count);

    private static Task EmptyAsync(DiscordTeam team) => UntilAsync(team, () => Count(team, "select count(*) from workspaces") == 0);

    /// <summary>Looks again after each round trip to the emulator, at most for half a minute.</summary>
    private static async Task UntilAsync(DiscordTeam team, Func<bool> holds)
    {
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), "It did not come about.");
            await team.Emulator.LogAsync();
        }
    }
}
