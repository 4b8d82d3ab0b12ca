using Microsoft.Data.Sqlite;

namespace TriageBot.Storage.Sqlite;

/// <summary>Where the data is, and how it is opened for writing and for reading.</summary>
internal sealed record SqliteFile(string Path)
{
    /// <summary>An interactive answer is due within 3 s, so a locked database must be known before.</summary>
    private const int BusyTimeoutSeconds = 2;

    /// <summary>A long read lets the log grow; once it has ended, the log is cut back to this many bytes.</summary>
    private const int LargestIdleLog = 32 * 1024 * 1024;

    public PreparedConnection OpenForWriting()
    {
        var connection = Open(SqliteOpenMode.ReadWriteCreate);
        // FULL: what is acknowledged survives a power failure, not only a crash of the program.
        connection.Execute($"pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma journal_size_limit={LargestIdleLog}");
        return connection;
    }

    public PreparedConnection OpenForReading() => Open(SqliteOpenMode.ReadOnly);

    private PreparedConnection Open(SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = BusyTimeoutSeconds,
        };
        var connection = new PreparedConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
