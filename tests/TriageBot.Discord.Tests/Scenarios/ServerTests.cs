using Microsoft.Data.Sqlite;
using NodaTime;
using TriageBot.Discord.Emulator.Client;

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
