using System.Data.Common;
using Dapper;
using NodaTime;

namespace TriageBot.Storage.Migrations;

/// <summary>Brings a database from its version to the newest, one transaction per step, and remembers the steps in <c>schema_migrations</c>.</summary>
internal static class Migrator
{
    public static int VersionOf(DbConnection connection) =>
        connection.ExecuteScalar<int>("select coalesce(max(version), 0) from schema_migrations");

    /// <param name="check">Throws when a step left the data in disorder; asked before its commit.</param>
    /// <exception cref="DatabaseRefusedException">A step failed; the data stand at the version before it, whole.</exception>
    public static void Apply(DbConnection connection, MigrationSet migrations, Action<DbConnection> check, Instant now)
    {
        connection.Execute("""
            create table if not exists schema_migrations (
                version integer primary key,
                name text not null,
                applied_at bigint not null)
            """);
        foreach (var migration in migrations.After(VersionOf(connection))) Apply(connection, migration, check, now);
    }

    private static void Apply(DbConnection connection, Migration migration, Action<DbConnection> check, Instant now)
    {
        using var transaction = connection.BeginTransaction();
        try
        {
            connection.Execute(migration.Sql, transaction: transaction);
            connection.Execute(
                "insert into schema_migrations (version, name, applied_at) values (@version, @name, @now)",
                new { version = migration.Version, name = migration.Name, now },
                transaction);
            check(connection);
            transaction.Commit();
        }
        catch (Exception e) when (e is DbException or InvalidDataException)
        {
            throw new DatabaseRefusedException(
                $"The update {migration.Name} of the data failed ({e.Message}) and was undone: start the previous TriageBot and report this.", e);
        }
    }
}
