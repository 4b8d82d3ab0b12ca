using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TriageBot.Storage.Sqlite;

/// <summary>
/// The one writer. Each round runs what waits, and what comes meanwhile, and commits it together, so that one flush of the disk serves all.
/// Where one of them fails, all is undone and they run again, each within a savepoint of its own, so that it harms nobody else.
/// It has a thread of its own, because a flush blocks and must not cost the pool a thread.
/// A group ends when it has taken <see cref="WorkPerFlush"/> times as long as the last flush did: whoever came first is answered, and busy with what
/// follows, while the writer is busy with the next. A group that took in everybody would leave all others idle, and then itself.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    /// <summary>Bounds how long the first unit of a group waits for the last.</summary>
    private const int LargestGroup = 128;

    /// <summary>So, while units wait, the disk has a quarter of the writer's time, however slow or fast it is. More would make groups that take in everybody.</summary>
    private const int WorkPerFlush = 3;

    /// <summary>Without work for so long, it gives the pages it keeps at hand back to the machine.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly Channel<QueuedUnit> queue = Channel.CreateUnbounded<QueuedUnit>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<QueuedUnit> group = new(LargestGroup);
    private readonly WriterMemory memory = new();
    private readonly SqliteErrors errors;
    private readonly PreparedConnection connection;
    private readonly Checkpoints checkpoints;
    private readonly DbSession session;
    private readonly Thread thread;
    private TimeSpan lastFlush;

    public SqliteWriter(SqliteFile file, SqliteErrors errors)
    {
        this.errors = errors;
        connection = file.OpenForWriting(memory);
        checkpoints = new Checkpoints(file, connection);
        // No token: a unit that has begun is finished.
        session = new DbSession(connection, CancellationToken.None, memory);
        thread = new Thread(Run) { Name = "database writer", IsBackground = true };
        thread.Start();
    }

    private bool IsInTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    public Task<T> EnqueueAsync<T>(Func<DbSession, Task<T>> work, CancellationToken ct)
    {
        if (Thread.CurrentThread == thread) throw new InvalidOperationException("A unit of work must not start another one: it would wait for itself.");
        var unit = new QueuedUnit<T>(work, ct);
        ObjectDisposedException.ThrowIf(!queue.Writer.TryWrite(unit), typeof(SqliteDatabase));
        return unit.Outcome;
    }

    /// <summary>Ends when all units accepted before have been run. Closing the last connection folds the log into the data file.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await ended.Task.ConfigureAwait(false);
    }

    private void Run()
    {
        while (WaitForUnits())
        {
            if (Next() is { } first) RunGroup(first);
            group.Clear();
        }
        checkpoints.Dispose();
        connection.Dispose();
        ended.SetResult();
    }

    /// <summary>False when the queue is closed and empty.</summary>
    private bool WaitForUnits()
    {
        var arrival = queue.Reader.WaitToReadAsync().AsTask();
        // Whether it can or not: nothing may end the writer that nobody is told of.
        if (!arrival.Wait(Rest)) _ = raw.sqlite3_exec(connection.Handle, "pragma shrink_memory");
        return arrival.GetAwaiter().GetResult();
    }

    /// <summary>Puts the next waiting unit into the group; null when none waits or the group is full.</summary>
    private QueuedUnit? Next()
    {
        while (group.Count < LargestGroup && queue.Reader.TryRead(out var unit))
        {
            if (!unit.Begin()) continue;
            group.Add(unit);
            return unit;
        }
        return null;
    }

    private void RunGroup(QueuedUnit first)
    {
        try
        {
            if (!RunTogether(first)) RunApart();
            Commit();
        }
        catch (Exception e)
        {
            Rollback();
            group.ForEach(unit => unit.Fail(errors.ForCaller(e)));
            return;
        }
        group.ForEach(unit => unit.Acknowledge());
        checkpoints.Committed(isIdle: !queue.Reader.TryPeek(out _));
    }

    /// <summary>False when a unit failed; then nothing is done.</summary>
    private bool RunTogether(QueuedUnit first)
    {
        Begin();
        var begun = Stopwatch.GetTimestamp();
        for (var unit = first; unit is not null; unit = Stopwatch.GetElapsedTime(begun) < WorkPerFlush * lastFlush ? Next() : null)
        {
            try
            {
                unit.RunAsync(session).GetAwaiter().GetResult();
            }
            catch (Exception)
            {
                // What it was is told by the run that counts.
                Rollback();
                return false;
            }
        }
        return true;
    }

    private void RunApart()
    {
        Begin();
        group.ForEach(RunWithinSavepoint);
    }

    private void Commit()
    {
        var begun = Stopwatch.GetTimestamp();
        connection.Execute("commit");
        lastFlush = Stopwatch.GetElapsedTime(begun);
    }

    private void Begin()
    {
        try
        {
            connection.Execute("begin immediate");
        }
        catch (SqliteException)
        {
            // Those who wait would each wait out the busy timeout in turn, only to meet the same fault: they are told together.
            while (Next() is not null) { }
            throw;
        }
    }

    private void RunWithinSavepoint(QueuedUnit unit)
    {
        connection.Execute("savepoint unit");
        try
        {
            unit.RunAsync(session).GetAwaiter().GetResult();
        }
        // After some errors (a full disk) SQLite has undone the whole group by itself: then nobody may be acknowledged.
        catch (Exception e) when (IsInTransaction)
        {
            connection.Execute("rollback to unit");
            memory.Forget();
            unit.Undone(errors.ForCaller(e));
        }
        connection.Execute("release unit");
    }

    private void Rollback()
    {
        memory.Forget();
        try
        {
            if (IsInTransaction) connection.Execute("rollback");
        }
        catch (SqliteException)
        {
            // The callers are about to get the first error, which says more; if the transaction stays open, the next group fails at its begin.
        }
    }
}
