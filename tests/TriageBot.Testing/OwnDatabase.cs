using NodaTime;
using TriageBot.Simulate;
using TriageBot.Storage;
using TriageBot.Storage.Migrations;
using TriageBot.Storage.Sqlite;

namespace TriageBot.Testing;

/// <summary>A real database file for the tests of a store, without a chat; deleted at the end.</summary>
public sealed class OwnDatabase : IAsyncDisposable
{
    private readonly TemporaryFolder folder = TemporaryFolder.Make("triagebot-store");
    private readonly SqliteDatabase database;

    /// <param name="now">When its tables are made.</param>
    public OwnDatabase(Instant now) => database = SqliteStartup.Open(Path.Combine(folder.Path, "store.db"), MigrationSet.OfThisProgram, now);

    /// <summary>For a bot that is to work on it.</summary>
    public IDatabase Database => database;

    public Task<T> ReadAsync<T>(Func<DbSession, Task<T>> read) => database.ReadAsync(read, CancellationToken.None);

    public Task<T> WriteAsync<T>(Func<DbSession, Task<T>> write) => database.WriteAsync(write, CancellationToken.None);

    public Task WriteAsync(Func<DbSession, Task> write) => WriteAsync(async db =>
    {
        await write(db);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Dispose();
    }
}
