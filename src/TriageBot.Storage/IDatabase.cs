namespace TriageBot.Storage;

/// <summary>The few things a store needs of a database (architecture, section 4).</summary>
public interface IDatabase
{
    /// <summary>Runs a read on a snapshot of its own; it never waits for a writer and changes nothing.</summary>
    /// <exception cref="DatabaseUnavailableException">The database cannot be read right now.</exception>
    Task<T> ReadAsync<T>(Func<DbSession, Task<T>> read, CancellationToken ct);

    /// <summary>
    /// Runs a unit of work. When the task ends, it is on disk. An exception from <paramref name="unitOfWork"/> undoes all it did and reaches the caller.
    /// Inside, await only the session: a unit holds the one writer (SQLite) while it runs. It may run once more from its beginning, when one that was to be committed with it
    /// failed, so it changes nothing but the database.
    /// </summary>
    /// <param name="ct">A unit that waits when this is cancelled is never run; one that has begun is finished, so the caller always knows which.</param>
    /// <exception cref="DatabaseUnavailableException">The database cannot write right now; nothing of the unit was kept.</exception>
    Task<T> WriteAsync<T>(Func<DbSession, Task<T>> unitOfWork, CancellationToken ct);

    /// <summary>True when the database refused a row because its key is already there.</summary>
    bool IsDuplicateKey(Exception exception);
}
