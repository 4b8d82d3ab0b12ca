using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TriageBot.Storage.Sqlite;

/// <summary>
/// Folds the log into the data file from time to time. Most of it is done beside the writer, by a connection of its own: it takes tens of milliseconds, in which everybody would wait.
/// The writer itself folds only what it has written meanwhile, so that the whole log is in the file for a moment: only then does SQLite begin it anew instead of making it longer.
/// </summary>
/// <param name="writer">Used in <see cref="Committed"/> only, which the writer calls.</param>
internal sealed class Checkpoints(SqliteFile file, PreparedConnection writer) : IDisposable
{
    /// <summary>32 MB: a page that changes with every unit is then written to the file once for hundreds of them.</summary>
    private const int PagesBetween = 8000;

    private const string Fold = "pragma wal_checkpoint(passive)";

    /// <summary>SQLITE_DBSTATUS_CACHE_WRITE, pages written to the log, for which the library has no name.</summary>
    private const int StatusPagesWritten = 9;

    private int _begunAt;
    private Task? _pass;

    private int PagesWritten => raw.sqlite3_db_status(writer.Handle, StatusPagesWritten, out var written, out _, resetFlg: 0) == raw.SQLITE_OK ? written : 0;

    /// <summary>Called after each commit, when those who waited for it have been answered.</summary>
    public void Committed()
    {
        if (_pass is null)
        {
            if (PagesWritten - _begunAt < PagesBetween)
                return;
            // A thread of its own, as it blocks.
            _pass = Task.Factory.StartNew(FoldBeside, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        else if (_pass.IsCompleted)
        {
            Try(() => writer.Execute(Fold));
            _begunAt = PagesWritten;
            _pass = null;
        }
    }

    /// <summary>Waits for what is under way.</summary>
    public void Dispose() => _pass?.Wait();

    private void FoldBeside() => Try(() =>
    {
        using var connection = file.OpenForWriting();
        connection.Execute(Fold);
        // What came meanwhile takes little time, so that hardly anything is left for the writer.
        connection.Execute(Fold);
    });

    /// <summary>What is not folded stays in the log, as safe as before; the next time it is tried again, and beyond twice the size by each commit.</summary>
    private static void Try(Action fold)
    {
        try
        {
            fold();
        }
        catch (SqliteException)
        {
            // A full disk, say: whoever writes next is told by the commit itself.
        }
    }
}
