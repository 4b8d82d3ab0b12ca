using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TriageBot.Storage.Sqlite;

/// <summary>
/// Folds the log into the data file from time to time. Most of it is done beside the writer, by a thread and a connection of its own: it takes tens of milliseconds, in which everybody
/// would wait. The writer itself folds only the last few pages, so that the whole log is in the file for a moment: only then does SQLite begin it anew instead of making it longer.
/// </summary>
/// <param name="writer">Used in <see cref="Committed"/> only, which the writer calls.</param>
internal sealed class Checkpoints(SqliteFile file, PreparedConnection writer) : IDisposable
{
    /// <summary>32 MB: a page that changes with every unit is then written to the file once for hundreds of them.</summary>
    private const int PagesBetween = 8000;

    /// <summary>So few pages are left to the writer.</summary>
    private const int FewPages = 100;

    /// <summary>Each time there is less to fold, but only while the disk is faster than the writer.</summary>
    private const int MostRounds = 5;

    /// <summary>So often the writer's turn is put off because somebody waits.</summary>
    private const int MostPutOff = 5;

    /// <summary>SQLITE_DBSTATUS_CACHE_WRITE, pages written to the log, for which the library has no name.</summary>
    private const int StatusPagesWritten = 9;

    private readonly SemaphoreSlim wake = new(0);
    private Thread? thread;
    private volatile Stage stage = Stage.Waiting;
    private volatile bool ends;
    private int begunAt;
    private int putOff;

    private enum Stage
    {
        Waiting,

        /// <summary>The thread is busy.</summary>
        Beside,

        /// <summary>The writer's turn.</summary>
        Last,
    }

    private int PagesWritten => raw.sqlite3_db_status(writer.Handle, StatusPagesWritten, out var written, out _, resetFlg: 0) == raw.SQLITE_OK ? written : 0;

    /// <summary>Called after each commit, when those who waited for it have been answered.</summary>
    /// <param name="isIdle">Nobody waits for the next.</param>
    public void Committed(bool isIdle)
    {
        if (stage == Stage.Waiting && PagesWritten - begunAt >= PagesBetween)
        {
            stage = Stage.Beside;
            StartThread();
            wake.Release();
        }
        else if (stage == Stage.Last && (isIdle || ++putOff > MostPutOff))
        {
            Fold(writer);
            begunAt = PagesWritten;
            putOff = 0;
            stage = Stage.Waiting;
        }
    }

    /// <summary>Waits for what is under way.</summary>
    public void Dispose()
    {
        ends = true;
        wake.Release();
        thread?.Join();
        wake.Dispose();
    }

    /// <summary>Most programs write too little ever to need it.</summary>
    private void StartThread()
    {
        if (thread is not null) return;
        thread = new Thread(Run) { Name = "checkpoints", IsBackground = true };
        thread.Start();
    }

    private void Run()
    {
        while (true)
        {
            wake.Wait();
            if (ends) return;
            FoldBeside();
        }
    }

    private void FoldBeside()
    {
        try
        {
            using var connection = file.OpenForWriting();
            var folded = 0;
            for (var round = 0; round < MostRounds && Fold(connection) is var all && all - folded > FewPages; round++) folded = all;
            // Said before the connection is closed, as each millisecond leaves more to the writer.
            stage = Stage.Last;
        }
        catch (SqliteException)
        {
            // It cannot be opened: whoever writes next is told so by the commit itself.
            stage = Stage.Last;
        }
    }

    /// <summary>What cannot be folded, on a full disk say, stays in the log as safe as before; it is tried again the next time, and beyond twice the size by each commit.</summary>
    /// <returns>Pages in the log, folded or not.</returns>
    private static int Fold(SqliteConnection connection)
    {
        _ = raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out var pages, out _);
        return pages;
    }
}
