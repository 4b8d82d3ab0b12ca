using Microsoft.Data.Sqlite;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Program;

/// <summary>The harness itself: a scenario that passes must mean something.</summary>
public sealed class TeamTests
{
    [Fact]
    public async Task A_message_that_nobody_expected_fails_the_team_when_it_is_closed()
    {
        var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/urgent Server down");
        var failure = await Assert.ThrowsAsync<TeamException>(async () => await team.DisposeAsync());
        Assert.StartsWith("The bot said what nobody expected.", failure.Message);
        Assert.Contains("[Fri 13 Mar 08:25] Reply to sam: Held for alex as #1", failure.Message);
    }

    [Fact]
    public async Task What_is_said_twice_must_be_expected_twice()
    {
        var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/urgent Server down");
        await team.SaysAsync("sam", "/urgent Printer is on strike");
        team.Expect("sam", "Held for");
        team.Expect("sam", "Held for");
        Assert.Throws<TeamException>(() => team.Expect("sam", "Held for"));
        await team.DisposeAsync();
    }

    [Fact]
    public async Task A_private_answer_is_seen_by_nobody_else()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/urgent Server down", "#support");
        team.ExpectNothing("#support");
        team.ExpectNothing("kim");
        team.Expect("sam", "as #1");
    }

    [Fact]
    public async Task Something_where_nothing_was_expected_is_named()
    {
        var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/urgent Server down");
        Assert.Contains("as #1", Assert.Throws<TeamException>(() => team.ExpectNothing("sam")).Message);
        await team.DisposeAsync();
    }

    [Fact]
    public async Task An_error_in_the_programs_log_fails_the_team_when_it_is_closed()
    {
        var team = await Team.StartAsync();
        await using (var database = new SqliteConnection($"Data Source={team.DatabaseFile};Pooling=false"))
        {
            database.Open();
            using var drop = database.CreateCommand();
            drop.CommandText = "drop table urgent_messages";
            drop.ExecuteNonQuery();
        }

        await team.SaysAsync("sam", "/urgent Server down");
        team.IgnoreRest("the database is broken on purpose");
        Assert.StartsWith("The program logged errors:", (await Assert.ThrowsAsync<TeamException>(async () => await team.DisposeAsync())).Message);
    }

    [Fact]
    public async Task After_a_crash_the_bot_knows_what_it_acknowledged()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "as #1");

        await team.RestartAsync();
        await team.SaysAsync("alex", "/queue", "dm");
        team.Expect("alex", "Server down");
        await team.SaysAsync("sam", "/urgent Printer is on strike");
        team.Expect("sam", "as #2");
    }

    [Fact]
    public async Task A_button_that_is_not_there_is_named_with_those_that_are()
    {
        var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/urgent Server down");
        var failure = await Assert.ThrowsAsync<Simulate.StageException>(() => team.PressesAsync("sam", "Withdrawn", item: 1));
        Assert.Equal("sam sees no button 'Withdrawn' about #1; did you mean 'Withdraw'?", failure.Message);
        await team.DisposeAsync();
    }
}
