using Microsoft.Data.Sqlite;

namespace TriageBot.Scenarios.Tests.Forget;

/// <summary>All that stands in the database file.</summary>
internal static class Stored
{
    /// <returns>Each place in which the text stands, in whatever capitals: table, column and value.</returns>
    public static IReadOnlyList<string> Places(string file, string text)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        var places = new List<string>();
        foreach (var column in Read(connection, "select m.name || '.' || c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite%'"))
        {
            var name = column.Split('.');
            foreach (var value in Read(connection, $"select cast(\"{name[1]}\" as text) from {name[0]} where \"{name[1]}\" is not null"))
            {
                if (value.Contains(text, StringComparison.OrdinalIgnoreCase)) places.Add($"{column}: {value}");
            }
        }

        return places;
    }

    public static IReadOnlyList<string> Read(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return Read(connection, sql);
    }

    public static void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read()) values.Add(reader.GetString(0));
        return values;
    }
}
