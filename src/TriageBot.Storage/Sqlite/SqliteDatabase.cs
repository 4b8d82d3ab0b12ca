using Microsoft.Data.Sqlite;

namespace TriageBot.Storage.Sqlite;

/// <summary>
/// One SQLite file: a single writer that commits waiting units together, and a few readers that never wait for it.
/// Opened by <see cref="SqliteStartup"/>, which has made the file safe to use.
/// </summary>
public sealed class SqliteDatabase : IDatabase, IAsyncDisposable
{
    private readonly SqliteErrors _errors;
    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;
    private readonly IDisposable _fileLock;
    private bool _disposed;

    internal SqliteDatabase(SqliteFile file, IDisposable fileLock)
    {
        DapperTypes.Register();
        _errors = new SqliteErrors(file.Path);
        _writer = new SqliteWriter(file, _errors);
        _readers = new SqliteReaders(file);
        _fileLock = fileLock;
    }

    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> read, CancellationToken ct)
    {
        try
        {
            return await _readers.ReadAsync(read, ct).ConfigureAwait(false);
        }
        catch (SqliteException e) when (_errors.ForCaller(e) is DatabaseUnavailableException unavailable)
        {
            throw unavailable;
        }
    }

    public Task<T> WriteAsync<T>(Func<DbSession, Task<T>> unitOfWork, CancellationToken ct) => _writer.EnqueueAsync(unitOfWork, ct);

    public bool IsDuplicateKey(Exception exception) => SqliteErrors.IsDuplicateKey(exception);

    /// <summary>Finishes every unit that was accepted, waits for running reads, folds the log into the file and lets go of it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
            return;
        await _readers.DisposeAsync().ConfigureAwait(false);
        await _writer.DisposeAsync().ConfigureAwait(false);
        _fileLock.Dispose();
    }
}
