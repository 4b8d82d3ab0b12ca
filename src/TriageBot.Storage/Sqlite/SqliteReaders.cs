using System.Collections.Concurrent;

namespace TriageBot.Storage.Sqlite;

/// <summary>A few read-only connections. In WAL mode a reader sees the last commit before its first look and waits for nobody.</summary>
internal sealed class SqliteReaders(SqliteFile file) : IAsyncDisposable
{
    private const int Connections = 4;

    private readonly SemaphoreSlim _free = new(Connections, Connections);
    private readonly ConcurrentBag<PreparedConnection> _idle = [];
    private volatile bool _disposed;

    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> read, CancellationToken ct)
    {
        await _free.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteDatabase));
            if (!_idle.TryTake(out var connection))
                connection = file.OpenForReading();
            var result = await InSnapshotAsync(connection, read, ct).ConfigureAwait(false);
            _idle.Add(connection);
            return result;
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Waits for the reads that run.</summary>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        for (var i = 0; i < Connections; i++)
            await _free.WaitAsync().ConfigureAwait(false);
        while (_idle.TryTake(out var connection))
            await connection.DisposeAsync().ConfigureAwait(false);
        // Not disposed but given back: a read that came too late is told so instead of waiting for ever.
        _free.Release(Connections);
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
