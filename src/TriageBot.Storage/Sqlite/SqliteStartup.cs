using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using TriageBot.Storage.Migrations;

namespace TriageBot.Storage.Sqlite;

/// <summary>Opens the data file in the one safe order: folder, lock, inspection, backup, migration, service (reliability, section 1.1).</summary>
public static class SqliteStartup
{
    /// <param name="path">The data file; it and its folder are created when they do not exist.</param>
    /// <exception cref="DatabaseRefusedException">The program must not start on this file. Nothing was overwritten.</exception>
    public static SqliteDatabase Open(string path, MigrationSet migrations, Instant now)
    {
        DapperTypes.Register();
        var file = new SqliteFile(Path.GetFullPath(path));
        var fileLock = SqliteFileLock.Take(file.Path);
        try
        {
            var version = SqliteInspection.VersionOf(file, migrations);
            if (version < migrations.Newest) Migrate(file, version, migrations, now);
            return new SqliteDatabase(file, fileLock);
        }
        catch (Exception e)
        {
            fileLock.Dispose();
            if (Refusal(e, file.Path) is { } refusal) throw refusal;
            throw;
        }
    }

    private static DatabaseRefusedException? Refusal(Exception exception, string path) => exception switch
    {
        SqliteException e => new DatabaseRefusedException(new SqliteErrors(path).Sentence(e), e),
        IOException or UnauthorizedAccessException => new DatabaseRefusedException(
            $"The files beside {path} cannot be written ({exception.Message}): give the program's user write access to its folder.", exception),
        _ => null,
    };

    private static void Migrate(SqliteFile file, int version, MigrationSet migrations, Instant now)
    {
        using var connection = file.OpenForMigration();
        if (version > 0) SqliteBackup.Write(connection, file.Path, version + 1);
        Migrator.Apply(connection, migrations, CheckForeignKeys, now);
    }

    /// <summary>Foreign keys are off while a step runs, so it is asked for rows it left without their parent before it counts.</summary>
    private static void CheckForeignKeys(DbConnection connection)
    {
        if (connection.QueryFirstOrDefault<string>("pragma foreign_key_check") is { } table)
            throw new InvalidDataException($"rows of {table} point to nothing");
    }
}
