using Dapper;
using Microsoft.Data.Sqlite;
using TriageBot.Storage.Migrations;

namespace TriageBot.Storage.Sqlite;

/// <summary>Looks at the data file before anything is written. Read-only, so a file that is refused keeps every byte.</summary>
internal static class SqliteInspection
{
    /// <summary>The version of the data; 0 for a file still to be made.</summary>
    /// <exception cref="DatabaseRefusedException">The file is damaged, not ours, or newer than the program.</exception>
    public static int VersionOf(SqliteFile file, MigrationSet migrations)
    {
        var log = new FileInfo(file.Path + "-wal");
        var stoppedUncleanly = log.Exists && log.Length > 0;
        if (new FileInfo(file.Path) is not { Exists: true, Length: > 0 }) return stoppedUncleanly ? throw MissingBesideItsLog(file.Path, log.FullName) : 0;

        using var connection = file.OpenForReading();
        CheckStructure(connection, file.Path, stoppedUncleanly ? "integrity_check" : "quick_check");
        var version = ReadVersion(connection, file.Path);
        return version <= migrations.Newest ? version : throw new DatabaseRefusedException(
            $"{file.Path} was written by a newer TriageBot (version {version} of the data, this one knows {migrations.Newest}): install that one again.");
    }

    private static void CheckStructure(SqliteConnection connection, string path, string check)
    {
        var finding = connection.QueryFirst<string>($"pragma {check}(1)");
        if (finding != "ok") throw new DatabaseRefusedException(SqliteErrors.Damaged(path), new InvalidDataException(finding));
    }

    private static int ReadVersion(SqliteConnection connection, string path)
    {
        var tables = connection.Query<string>("select name from sqlite_master where type = 'table'").AsList();
        if (tables.Count == 0) return 0;
        return tables.Contains("schema_migrations") ? Migrator.VersionOf(connection) : throw new DatabaseRefusedException(
            $"{path} is the database of another program: give TriageBot a data file of its own.");
    }

    /// <summary>Starting afresh would throw away the log, and with it acknowledged work.</summary>
    private static DatabaseRefusedException MissingBesideItsLog(string path, string log) =>
        new($"{path} is missing although its log {log} is there: put the file back, or move the log away to start afresh.");
}
