using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace TriageBot.Bench.Discord;

/// <summary>What a bare loop reads of an interaction.</summary>
internal sealed record BareInteraction(string Id, string Token, string Guild, string Author, string What);

/// <summary>How a bare loop stores an interaction: prepared statements of one connection, inside a transaction of the loop's.</summary>
internal interface IBareStore
{
    void Insert(BareInteraction interaction);
}

/// <summary>One row, as the minimal bot on discord.js stores it.</summary>
internal sealed class OneRowStore : IBareStore
{
    private readonly SqliteCommand insert;

    public OneRowStore(SqliteConnection connection)
    {
        using var schema = new SqliteCommand("create table held (id text primary key, guild text not null, author text not null, what text not null, at integer not null)", connection);
        schema.ExecuteNonQuery();
        insert = BareCommand.Prepare(connection, "insert into held (id, guild, author, what, at) values (@id, @guild, @author, @what, @at)");
    }

    public void Insert(BareInteraction one) => insert.Run(one.Id, one.Guild, one.Author, one.What, BareCommand.Now);
}

/// <summary>
/// The rows that <c>/urgent</c> leaves behind, and nothing else of it: copies of what the bot itself has stored for the last message of that server, with another number, text, author and moment, in a
/// file with the bot's tables and indexes. Nothing is looked up, no rule runs, no receipt is worded: what storing alone leaves of the pace.
/// </summary>
internal sealed partial class SameRowsStore : IBareStore
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, Server> servers = [];
    private readonly SqliteCommand number;
    private readonly SqliteCommand load;

    /// <param name="connection">To a copy of a database that the bot has left.</param>
    public SameRowsStore(SqliteConnection connection)
    {
        this.connection = connection;
        number = BareCommand.Prepare(connection, "update workspaces set last_number = last_number + 1 where id = @workspace returning last_number");
        load = BareCommand.Prepare(connection, "update break_loads set held = held + 1 where workspace_id = @workspace and owner_id = @owner and break_key = @key");
    }

    /// <param name="source">The bot's database; it is not changed.</param>
    public static void Copy(string source, string target)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Pooling = false }.ConnectionString);
        connection.Open();
        using var copy = new SqliteCommand("vacuum into @target", connection);
        copy.Parameters.AddWithValue("@target", target);
        copy.ExecuteNonQuery();
    }

    public void Insert(BareInteraction one)
    {
        if (!servers.TryGetValue(one.Guild, out var server)) servers[one.Guild] = server = new Server(connection, one.Guild);
        var now = BareCommand.Now;
        number.Parameters[0].Value = server.Workspace;
        var next = Convert.ToInt64(number.ExecuteScalar(), CultureInfo.InvariantCulture);
        server.Message.Insert(("number", next), ("what", one.What), ("same_text", one.Id), ("requester_id", one.Author), ("waiting_since_at", now), ("last_asked_at", now));
        load.Run(server.Workspace, server.Message["owner_id"], server.Message["break_key"]);
        server.Receipt.Insert(("event_id", one.Id), ("received_at", now));
    }

    private sealed class Server(SqliteConnection connection, string guild)
    {
        public Row Message { get; } = new(connection, "urgent_messages", "number", guild);

        public Row Receipt { get; } = new(connection, "inbox", "received_at", guild);

        public object Workspace => Message["workspace_id"];
    }

    /// <summary>A statement that stores the last row of a table once more, but for a few values.</summary>
    private sealed class Row
    {
        private readonly SqliteCommand insert;
        private readonly Dictionary<string, SqliteParameter> values = [];

        public Row(SqliteConnection connection, string table, string last, string guild)
        {
            using var find = new SqliteCommand($"select * from {table} where workspace_id like '%' || @guild order by {last} desc limit 1", connection);
            find.Parameters.AddWithValue("@guild", guild);
            using var reader = find.ExecuteReader();
            if (!reader.Read()) throw new InvalidOperationException($"The bot has stored nothing in {table} for {guild}.");
            List<string> columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
            insert = new SqliteCommand($"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(column => "@" + column))})", connection);
            foreach (var column in columns) values[column] = insert.Parameters.AddWithValue("@" + column, reader[column]);
        }

        public object this[string column] => values[column].Value!;

        public void Insert(params ReadOnlySpan<(string Column, object Value)> changed)
        {
            foreach (var (column, value) in changed) values[column].Value = value;
            insert.ExecuteNonQuery();
        }
    }
}

internal static partial class BareCommand
{
    public static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    public static SqliteCommand Prepare(SqliteConnection connection, string sql)
    {
        var command = new SqliteCommand(sql, connection);
        foreach (Match name in Names().Matches(sql)) command.Parameters.Add(new SqliteParameter(name.Value, null));
        return command;
    }

    /// <param name="values">In the order of the text.</param>
    public static void Run(this SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    [GeneratedRegex("@[a-z]+")]
    private static partial Regex Names();
}
