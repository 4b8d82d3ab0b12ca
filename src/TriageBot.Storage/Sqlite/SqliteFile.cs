using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TriageBot.Storage.Sqlite;

/// <summary>Where the data is, and how it is opened for each purpose.</summary>
internal sealed record SqliteFile(string Path)
{
    /// <summary>An interactive answer is due within 3 s, so that another program holds the file must be known before.</summary>
    private const int BusyTimeoutSeconds = 2;

    /// <summary>
    /// FULL: what is acknowledged survives a power failure, not only a crash of the program. The log is folded into the file by <see cref="Checkpoints"/>; a commit does it only
    /// after so many pages (64 MB), when that has not come about. The limit (bytes) cuts the log back after a long read. The writer keeps 4 MB of pages at hand instead of reading
    /// back what it has just written; not more, for SQLite looks through all of them after each commit that has split a page.
    /// </summary>
    private const string Durable =
        "pragma journal_mode=wal; pragma synchronous=full; pragma wal_autocheckpoint=16000; pragma cache_size=-4096; pragma journal_size_limit=67108864; " + Patient;

    private const string Patient = "pragma busy_timeout=2000";

    /// <summary>
    /// SQLite counts the memory that it holds, under a lock that all connections of the process share and take several times for each statement; nobody asks for the sum.
    /// This must be said before the first connection opens; later it changes nothing.
    /// </summary>
    static SqliteFile()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public PreparedConnection OpenForWriting(WriterMemory? memory = null) => Open(new PreparedConnection(Settings(SqliteOpenMode.ReadWriteCreate), memory), Durable);

    public PreparedConnection OpenForReading() => Open(new PreparedConnection(Settings(SqliteOpenMode.ReadOnly)), Patient);

    /// <summary>Foreign keys are off: replacing a table must not delete the rows that point to it.</summary>
    public SqliteConnection OpenForMigration() => Open(new SqliteConnection(Settings(SqliteOpenMode.ReadWriteCreate, foreignKeys: false)), Durable);

    private static T Open<T>(T connection, string pragmas)
        where T : SqliteConnection
    {
        try
        {
            connection.Open();
            using var command = new SqliteCommand(pragmas, connection);
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private string Settings(SqliteOpenMode mode, bool foreignKeys = true) => new SqliteConnectionStringBuilder
    {
        DataSource = Path,
        Mode = mode,
        ForeignKeys = foreignKeys,
        DefaultTimeout = BusyTimeoutSeconds,
        Pooling = false,
    }.ConnectionString;
}
