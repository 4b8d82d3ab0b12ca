using Microsoft.Data.Sqlite;
using TriageBot.Features.Records;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Records;

/// <summary>No table or column that is added later is left out of the export or of forgetting.</summary>
public sealed class RecordTablesTests
{
    [Fact]
    public async Task Every_table_and_column_of_a_workspace_is_exported_or_excused_and_each_column_has_a_meaning()
    {
        await using var team = await Team.StartAsync();
        await using var connection = new SqliteConnection($"Data Source={team.DatabaseFile};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync();
        var stored = Read(
            connection,
            """
            select m.name || '.' || c.name from sqlite_master m join pragma_table_info(m.name) c
            where m.type = 'table' and m.name <> 'schema_migrations' and m.name not like 'sqlite%' and c.name <> 'workspace_id'
            """);
        var described = RecordTables.All.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column}")).ToList();
        var keys = Read(
            connection,
            """
            select m.name || '.' || c.name from sqlite_master m join pragma_table_info(m.name) c
            where m.type = 'table' and m.name <> 'schema_migrations' and c.pk > 0 and c.name <> 'workspace_id'
            """);

        Assert.Equal(stored.Order(), described.Order());
        var marked = RecordTables.All.SelectMany(table => table.Keys.Select(column => $"{table.Name}.{column}")).ToHashSet();
        Assert.All(keys, key => Assert.True(marked.Contains(key), $"{key} tells rows apart; mark it."));
        Assert.All(RecordTables.All, table => Assert.All(table.Columns, column => Assert.NotEqual("", RecordColumns.Of(table.Name, column).Says)));
        team.IgnoreRest("the layout is what is looked at");
    }

    [Fact]
    public void What_was_typed_goes_with_whoever_typed_it_or_stays_for_a_reason() => Assert.All(RecordTables.All, table =>
    {
        var gone = RecordTable.Split(table.Gone);
        var erased = RecordTable.Split(table.Words);
        Assert.All(gone.Concat(erased).Concat(RecordTable.Split(table.Authors)), column => Assert.Contains(column, table.Columns));
        foreach (var column in table.Of(ColumnKind.Words).Except(erased))
        {
            Assert.True(gone.Length > 0 || table.WordsStay.Length > 0 || Elsewhere.ContainsKey($"{table.Name}.{column}"), $"Who erases {table.Name}.{column}?");
        }
    });

    [Fact]
    public void What_names_a_customer_says_what_becomes_of_it_when_the_customer_is_forgotten() => Assert.All(
        RecordTables.All.Where(table => table.Of(ColumnKind.Customer, ColumnKind.CustomerId).Any()),
        table => Assert.NotEqual("", table.OfCustomer));

    /// <summary>Words whose author stands in another table.</summary>
    private static Dictionary<string, string> Elsewhere { get; } = new()
    {
        ["escalations.wait_reason"] = "stands in escalation_events too, with its author",
        ["promises.reason"] = "its author stands in promise_versions",
        ["promise_versions.reason"] = "typed by whoever made a version, and kept in later ones",
    };

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
