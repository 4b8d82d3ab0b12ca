using Microsoft.Data.Sqlite;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Promises;

/// <summary>Kept % in <c>/promises</c> against a count that knows only what happened, in order, and nothing of the rules in the program.</summary>
public sealed class PromiseLedgerTests
{
    private const int Promises = 36;

    [Fact]
    public async Task The_kept_share_equals_a_count_from_the_audit_log()
    {
        await using var team = await Team.StartAsync(at: "2026-03-02 09:00");
        team.IgnoreRest("this is about the count at the end");
        for (var number = 1; number <= Promises; number++)
        {
            await team.SaysAsync("sam", $"/promise \"Customer {number}\" \"thing {number}\" due:\"{(number % 2 == 0 ? "tomorrow 12:00" : "fri 12:00")}\"", "dm");
        }

        // Some are kept, some put off once or twice, some withdrawn, some of that taken back; the rest is left to become due.
        for (var number = 1; number <= Promises; number++)
        {
            if (number % 3 == 0) await team.SaysAsync("sam", $"/renegotiate {number} 2026-03-10 12:00", "dm");
            if (number % 6 == 0) await team.SaysAsync("sam", $"/renegotiate {number} 2026-03-11 12:00", "dm");
            if (number % 9 == 0) await team.PressesAsync("sam", "Undo", number);
            if (number % 5 == 0) await team.SaysAsync("sam", $"/kept {number}", "dm");
            if (number % 12 == 0) await team.SaysAsync("sam", $"/kept {number}", "dm");
            if (number % 10 == 0) await team.PressesAsync("sam", "Undo", number);
            if (number % 7 == 0 && number % 5 != 0)
            {
                await team.PressesAsync("sam", "Withdraw", number);
                await team.FillsAsync("sam", ("reason", "no longer wanted"));
            }
        }

        await team.AdvanceToAsync("2026-03-05 09:00");
        for (var number = 1; number <= Promises; number += 4) await team.SaysAsync("sam", $"/done {number}", "dm");
        await team.AdvanceToAsync("2026-03-12 09:00");
        for (var number = 2; number <= Promises; number += 4) await team.SaysAsync("sam", $"/done {number}", "dm");

        await team.SaysAsync("alex", "/promises all:yes", "dm");

        var (kept, late, broken, renegotiated, withdrawn) = Count(team.DatabaseFile);
        Assert.All([kept, late, broken, renegotiated, withdrawn], count => Assert.True(count > 0));
        var judged = kept + late + broken;
        Assert.Contains(
            $"Kept {kept * 100 / judged} % so far ({kept} of {judged}; late {late}, broken {broken}) · renegotiated in time {renegotiated} · withdrawn {withdrawn}",
            team.Shown[^1].Text);
    }

    private static (int Kept, int Late, int Broken, int Renegotiated, int Withdrawn) Count(string databaseFile)
    {
        var ends = Read(databaseFile).GroupBy(row => row.Number).Select(rows => EndOf([.. rows])).CountBy(end => end).ToDictionary();
        return (ends.GetValueOrDefault("kept"), ends.GetValueOrDefault("late"), ends.GetValueOrDefault("broken"), ends.GetValueOrDefault("renegotiated"), ends.GetValueOrDefault("withdrawn"));
    }

    /// <summary>What one promise came to, by what happened to it.</summary>
    private static string EndOf(IReadOnlyList<Row> rows)
    {
        var counted = new List<Row>();
        foreach (var row in rows)
        {
            if (row.Kind == "Undone") counted.RemoveAt(counted.Count - 1);
            else counted.Add(row);
        }

        if (counted.Any(row => row.Kind == "Withdrawn")) return "withdrawn";
        var putOff = counted.Zip(counted.Skip(1)).Count(pair => pair.Second.Kind == "Moved" && pair.Second.DueAt > pair.First.DueAt);
        var done = counted.LastOrDefault(row => row.Kind == "Kept");
        if (done is not null && done.At > done.DueAt) return "late";
        if (done is null && counted.Any(row => row.Kind == "Broken")) return "broken";
        return putOff switch { 0 when done is not null => "kept", 0 => "open", 1 => "renegotiated", _ => "late" };
    }

    private static List<Row> Read(string databaseFile)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = databaseFile, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new SqliteCommand("select number, kind, due_at, changed_at from promise_versions order by number, revision", connection);
        using var reader = command.ExecuteReader();
        var rows = new List<Row>();
        while (reader.Read()) rows.Add(new Row(reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3)));
        return rows;
    }

    private sealed record Row(long Number, string Kind, long DueAt, long At);
}
