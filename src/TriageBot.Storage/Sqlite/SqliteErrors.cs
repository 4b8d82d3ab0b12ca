using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TriageBot.Storage.Sqlite;

/// <summary>Tells the world's faults (a full disk) from ours (a wrong statement), and says them in words.</summary>
internal sealed class SqliteErrors(string path)
{
    public static string Damaged(string path) =>
        $"{path} is damaged or no database: set it aside together with its -wal file, put a backup in its place, then start again.";

    public static bool IsDuplicateKey(Exception exception) => exception is SqliteException
    {
        SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_ROWID
    };

    /// <summary>What the caller of a unit or a read gets for <paramref name="exception"/>; our own faults stay as they are.</summary>
    public Exception ForCaller(Exception exception) =>
        exception is SqliteException e && KnownSentence(e) is { } sentence ? new DatabaseUnavailableException(sentence, e) : exception;

    public string Sentence(SqliteException e) =>
        KnownSentence(e) ?? $"{path} cannot be used ({e.Message}): set it aside, put a backup in its place, then start again.";

    private string? KnownSentence(SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => $"The disk with {path} is full: free some space, then try again.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"Another program is holding {path}: close it, then try again.",
        raw.SQLITE_READONLY => $"{path} cannot be written: give the program's user write access to the file and its folder.",
        raw.SQLITE_IOERR => $"The disk with {path} reports errors: check the disk, then start the program again.",
        raw.SQLITE_CANTOPEN => $"{path} cannot be opened: check that the file and its folder exist and belong to the program's user.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Damaged(path),
        _ => null,
    };
}
