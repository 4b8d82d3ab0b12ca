using System.Data.Common;
using Dapper;
using NodaTime;

namespace TriageBot.Storage.Migrations;

/// <summary>Brings a database from its version to the newest, one transaction per step, and remembers the steps in <c>schema_migrations</c>.</summary>
internal static class Migrator
{
    public static int VersionOf(DbConnection connection) =>
        connection.ExecuteScalar<int>("select coalesce(max(version), 0) from schema_migrations");

    /// <summary>A step that fails leaves the version before it, whole.</summary>
    public static void Apply(DbConnection connection, MigrationSet migrations, Instant now)
    {
        connection.Execute("""
            create table if not exists schema_migrations (
                version integer primary key,
                name text not null,
                applied_at bigint not null)
            """);
        foreach (var migration in migrations.After(VersionOf(connection)))
            Apply(connection, migration, now);
    }

    private static void Apply(DbConnection connection, Migration migration, Instant now)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute(migration.Sql, transaction: transaction);
        connection.Execute(
            "insert into schema_migrations (version, name, applied_at) values (@version, @name, @now)",
            new { version = migration.Version, name = migration.Name, now },
            transaction);
        transaction.Commit();
    }
}
