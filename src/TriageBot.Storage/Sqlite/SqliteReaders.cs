using System.Collections.Concurrent;

namespace TriageBot.Storage.Sqlite;

/// <summary>A few read-only connections. In WAL mode a reader sees the last commit before its first look and waits for nobody.</summary>
internal sealed class SqliteReaders(SqliteFile file) : IAsyncDisposable
{
    private const int Connections = 4;

    private readonly SemaphoreSlim free = new(Connections, Connections);
    private readonly ConcurrentBag<PreparedConnection> idle = [];
    private volatile bool disposed;

    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> read, CancellationToken ct)
    {
        await free.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, typeof(SqliteDatabase));
            if (!idle.TryTake(out var connection)) connection = file.OpenForReading();
            var result = await InSnapshotAsync(connection, read, ct).ConfigureAwait(false);
            idle.Add(connection);
            return result;
        }
        finally
        {
            free.Release();
        }
    }

    /// <summary>Waits for the reads that run.</summary>
    public async ValueTask DisposeAsync()
    {
        disposed = true;
        for (var i = 0; i < Connections; i++) await free.WaitAsync().ConfigureAwait(false);
        while (idle.TryTake(out var connection)) await connection.DisposeAsync().ConfigureAwait(false);
        // Not disposed but given back: a read that came too late is told so instead of waiting for ever.
        free.Release(Connections);
    }

    /// <summary>A read that fails takes its connection with it: the next one starts on a fresh connection.</summary>
    private static async Task<T> InSnapshotAsync<T>(PreparedConnection connection, Func<DbSession, Task<T>> read, CancellationToken ct)
    {
        try
        {
            connection.Execute("begin deferred");
            var result = await read(new DbSession(connection, ct)).ConfigureAwait(false);
            connection.Execute("commit");
            return result;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
