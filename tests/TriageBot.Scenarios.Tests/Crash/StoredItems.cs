using Dapper;
using Microsoft.Data.Sqlite;

namespace TriageBot.Scenarios.Tests.Crash;

/// <summary>What the files hold, read after the program has ended.</summary>
internal sealed class StoredItems
{
    public static StoredItems None { get; } = new();

    /// <summary>Words of the integrity check of each file.</summary>
    public IReadOnlyList<string> Integrity { get; private init; } = [];

    public IReadOnlyList<StoredItem> Urgents { get; private init; } = [];

    /// <summary>Without those that came out of a drain: they keep the number of their urgent message.</summary>
    public IReadOnlyList<StoredItem> Tasks { get; private init; } = [];

    /// <summary>Numbers of the items about which a choice was recorded in a drain.</summary>
    public IReadOnlyList<long> Chosen { get; private init; } = [];

    public IReadOnlyList<StoredMessage> Outbox { get; private init; } = [];

    public static StoredItems Read(string folder)
    {
        using var bot = OpenBot(folder);
        using var chat = Open(Path.Combine(folder, "data", "chat.db"));
        return new StoredItems
        {
            Integrity = [.. bot.Query<string>("pragma integrity_check"), .. chat.Query<string>("pragma integrity_check")],
            Urgents = [.. bot.Query<StoredItem>("select number as Number, what as What, state as State, asked_count as AskedCount from urgent_messages")],
            Tasks = [.. bot.Query<StoredItem>("select number as Number, what as What, state as State from tasks where number not in (select number from urgent_messages)")],
            Chosen = [.. bot.Query<long>("select number from drain_choices")],
            Outbox = [.. bot.Query<StoredMessage>("select state as State, message_id as MessageId, destination as Destination from outbox")],
        };
    }

    /// <summary>Asked of the running program's file: in WAL mode that disturbs nobody.</summary>
    public static long CountUnsent(string folder)
    {
        using var bot = OpenBot(folder);
        return bot.ExecuteScalar<long>("select count(*) from outbox where state in ('pending', 'sending')");
    }

    private static SqliteConnection OpenBot(string folder) => Open(Path.Combine(folder, "data", "triagebot.db"));

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}

internal sealed class StoredItem
{
    public long Number { get; init; }

    public string What { get; init; } = "";

    public string State { get; init; } = "";

    public long AskedCount { get; init; }
}

internal sealed class StoredMessage
{
    public string Destination { get; init; } = "";

    public string State { get; init; } = "";

    public string MessageId { get; init; } = "";
}
