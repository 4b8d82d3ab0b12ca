using Microsoft.Data.Sqlite;

namespace TriageBot.Testing;

/// <summary>The counts of messages that wait for each break, as kept and as counted anew. They must never differ.</summary>
internal static class BreakLoads
{
    private const string Difference =
        """
        with kept as (select owner_id, break_key, held from break_loads where held <> 0),
             counted as (
                select owner_id, break_key, count(*) as held from urgent_messages
                where state = 'Held' and session_id is null group by owner_id, break_key)
        select 'kept', * from (select * from kept except select * from counted)
        union all
        select 'counted', * from (select * from counted except select * from kept)
        """;

    public static IReadOnlyList<string> Differences(string databaseFile)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = databaseFile, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new SqliteCommand(Difference, connection);
        using var reader = command.ExecuteReader();
        var differences = new List<string>();
        while (reader.Read()) differences.Add($"{reader.GetString(0)}: {reader.GetInt64(3)} of {reader.GetString(1)} for {reader.GetString(2)}");
        return differences;
    }
}
