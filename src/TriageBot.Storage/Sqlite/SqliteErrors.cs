using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TriageBot.Storage.Sqlite;

/// <summary>Tells the world's faults (a full disk) from ours (a wrong statement), and says them in words.</summary>
internal sealed class SqliteErrors(string path)
{
    public static bool IsDuplicateKey(Exception exception) => exception is SqliteException
    {
        SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_ROWID
    };

    public bool IsUnavailable(SqliteException e) => Sentence(e.SqliteErrorCode) is not null;

    public DatabaseUnavailableException Unavailable(SqliteException e) => new(Sentence(e.SqliteErrorCode) ?? e.Message, e);

    /// <summary>What the caller of a unit gets for <paramref name="exception"/>.</summary>
    public Exception ForCaller(Exception exception) => exception is SqliteException e && IsUnavailable(e) ? Unavailable(e) : exception;

    private string? Sentence(int code) => code switch
    {
        raw.SQLITE_FULL => $"The disk with {path} is full: free some space, then try again.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"Another program is holding {path}: close it, then try again.",
        raw.SQLITE_READONLY => $"{path} cannot be written: give the program's user write access to the file and its folder.",
        raw.SQLITE_IOERR => $"The disk with {path} reports errors: check the disk, then start the program again.",
        raw.SQLITE_CANTOPEN => $"{path} cannot be opened: check that the file and its folder exist and belong to the program's user.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => $"{path} is damaged: stop the program, set the file aside and put a backup in its place.",
        _ => null,
    };
}
