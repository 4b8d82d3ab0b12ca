using Microsoft.Data.Sqlite;
using NodaTime;
using TriageBot.Storage.Migrations;
using TriageBot.Storage.Sqlite;

namespace TriageBot.Storage.Tests.Migrations;

public sealed class WorkspaceTablesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_table_that_holds_what_belongs_to_a_workspace_is_known_and_none_comes_before_what_refers_to_it()
    {
        var file = Path.Combine(folder.Path, "all.db");
        await using (SqliteStartup.Open(file, MigrationSet.OfThisProgram, Instant.FromUtc(2026, 3, 13, 9, 0)))
        {
        }

        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        var holding = Read(connection, "select m.name from sqlite_master m join pragma_table_info(m.name) c on c.name = 'workspace_id' where m.type = 'table'");
        Assert.Equal(holding.Order(), WorkspaceTables.LastMadeFirst.Order());

        foreach (var table in holding)
        {
            var referred = Read(connection, $"select \"table\" from pragma_foreign_key_list('{table}')").Where(other => other != "workspaces" && other != table);
            Assert.All(referred, other => Assert.True(
                WorkspaceTables.LastMadeFirst.IndexOf(table) < WorkspaceTables.LastMadeFirst.IndexOf(other), $"{table} refers to {other}, so it must be emptied before it."));
        }
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }
}
