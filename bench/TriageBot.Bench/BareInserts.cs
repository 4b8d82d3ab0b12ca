using Microsoft.Data.Sqlite;

namespace TriageBot.Bench;

/// <summary>The yardstick: durable single-row inserts per second of the bare driver, one connection, one commit each, WAL and synchronous=FULL.</summary>
internal static class BareInserts
{
    /// <param name="path">A file that does not exist yet, on the disk to measure.</param>
    public static async Task<Latencies> MeasureAsync(string path, TimeSpan length)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        using var schema = new SqliteCommand("pragma journal_mode=wal; pragma synchronous=full; create table rows (id integer primary key, what text not null)", connection);
        schema.ExecuteNonQuery();
        using var insert = new SqliteCommand("insert into rows (what) values (@what)", connection);
        insert.Parameters.AddWithValue("@what", "The customer cannot log in since this morning");
        return await Latencies.MeasureAsync("bare driver, one prepared insert per commit", 1, length, _ =>
        {
            insert.ExecuteNonQuery();
            return Task.CompletedTask;
        });
    }
}
