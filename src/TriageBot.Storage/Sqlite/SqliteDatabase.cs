using Microsoft.Data.Sqlite;

namespace TriageBot.Storage.Sqlite;

/// <summary>
/// One SQLite file: a single writer that commits waiting units together, and a few readers that never wait for it.
/// Opened by <see cref="SqliteStartup"/>, which has made the file safe to use.
/// </summary>
public sealed class SqliteDatabase : IDatabase, IAsyncDisposable
{
    private readonly SqliteErrors errors;
    private readonly SqliteWriter writer;
    private readonly SqliteReaders readers;
    private readonly IDisposable fileLock;
    private bool disposed;

    internal SqliteDatabase(SqliteFile file, IDisposable fileLock)
    {
        DapperTypes.Register();
        errors = new SqliteErrors(file.Path);
        writer = new SqliteWriter(file, errors);
        readers = new SqliteReaders(file);
        this.fileLock = fileLock;
    }

    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> read, CancellationToken ct)
    {
        try
        {
            return await readers.ReadAsync(read, ct).ConfigureAwait(false);
        }
        catch (SqliteException e) when (errors.ForCaller(e) is DatabaseUnavailableException unavailable)
        {
            throw unavailable;
        }
    }

    public Task<T> WriteAsync<T>(Func<DbSession, Task<T>> unitOfWork, CancellationToken ct) => writer.EnqueueAsync(unitOfWork, ct);

    public bool IsDuplicateKey(Exception exception) => SqliteErrors.IsDuplicateKey(exception);

    /// <summary>Finishes every unit that was accepted, waits for running reads, folds the log into the file and lets go of it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, true)) return;
        await readers.DisposeAsync().ConfigureAwait(false);
        await writer.DisposeAsync().ConfigureAwait(false);
        fileLock.Dispose();
    }
}
