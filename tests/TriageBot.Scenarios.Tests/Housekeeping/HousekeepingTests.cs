using Microsoft.Data.Sqlite;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Housekeeping;

/// <summary>What a team's database does not grow by.</summary>
public sealed class HousekeepingTests
{
    [Fact]
    public async Task Events_are_forgotten_after_a_week_also_where_plans_change_every_day()
    {
        await using var team = await Team.StartAsync();
        await team.DeliversAsync("event-of-the-first-day", "sam", "/urgent Server down");
        // An hour earlier each day: a change never comes a whole day after the one before.
        for (var day = 14; day <= 24; day++)
        {
            await team.AdvanceToAsync($"2026-03-{day} {34 - day}:00");
            await team.SaysAsync("alex", $"/hours mon-fri 09:00-{(day % 2 == 0 ? 16 : 17)}:00", "dm");
        }

        team.IgnoreRest("the days between");
        Assert.Equal(0, Events(team.DatabaseFile, "event-of-the-first-day"));
    }

    private static long Events(string file, string id)
    {
        using var database = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=false");
        database.Open();
        using var count = database.CreateCommand();
        count.CommandText = "select count(*) from inbox where event_id = @id";
        count.Parameters.AddWithValue("@id", id);
        return (long)count.ExecuteScalar()!;
    }
}
