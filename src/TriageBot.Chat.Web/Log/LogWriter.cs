using Microsoft.Data.Sqlite;

namespace TriageBot.Chat.Web.Log;

/// <summary>Writes rows through statements that are compiled once. Not thread-safe.</summary>
internal sealed class LogWriter : IAsyncDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand message;
    private readonly SqliteCommand act;
    private readonly SqliteCommand sent;
    private readonly SqliteCommand form;
    private readonly SqliteCommand person;

    public LogWriter(ChatFile file)
    {
        connection = file.Connect();
        message = Statement(
            """
            insert into message (id, sequence, changed, posted_at, author, destination, only_to, item, event_id, body)
            values (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9)
            on conflict (id) do update set changed = excluded.changed, item = excluded.item, body = excluded.body
            """);
        act = Statement(
            """
            insert into event (author, event_id, typed_id, outcome) values (@0, @1, @2, @3)
            on conflict (author, event_id) do update set typed_id = excluded.typed_id, outcome = excluded.outcome
            """);
        sent = Statement("insert into sent (key, message_id) values (@0, @1) on conflict (key) do nothing");
        form = Statement(
            """
            insert into form (id, sequence, member, destination, opened_from, body) values (@0, @1, @2, @3, @4, @5)
            on conflict (id) do nothing
            """);
        person = Statement("insert into person (id, name, is_admin, is_owner, sequence) values (@0, @1, @2, 0, @3) on conflict (id) do nothing");
    }

    /// <summary>Writes all or none.</summary>
    public void Write(IReadOnlyCollection<LogRow> rows)
    {
        if (rows.Count == 0) return;

        using var transaction = connection.BeginTransaction();
        foreach (var row in rows) Write(row, transaction);
        transaction.Commit();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in new[] { message, act, sent, form, person }) await statement.DisposeAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private void Write(LogRow row, SqliteTransaction transaction)
    {
        switch (row)
        {
            case LogRow.Message(var shown):
                Run(
                    message, transaction, shown.Id, shown.Sequence, shown.Changed, shown.At.ToUnixTimeMilliseconds(), shown.Author?.Value, shown.Where.ToString(),
                    shown.VisibleOnlyTo?.Value, shown.Item, shown.EventId, LogJson.Write(shown));
                break;
            case LogRow.Event(var key, var state):
                Run(act, transaction, key.Author.Value, key.EventId, state.TypedId, OutcomeText.Write(state.Outcome));
                break;
            case LogRow.Sent(var key, var id):
                Run(sent, transaction, key, id);
                break;
            case LogRow.Form(var shown, var sequence):
                Run(form, transaction, shown.InstanceId, sequence, shown.For.Value, shown.Where.ToString(), shown.OpenedFrom, LogJson.Write(shown.Form));
                break;
            case LogRow.Person(var joined, var sequence):
                Run(person, transaction, joined.Id.Value, joined.Name, joined.IsAdmin, sequence);
                break;
            default:
                throw new InvalidOperationException($"Unknown row {row.GetType().Name}.");
        }
    }

    /// <summary>A statement's values are numbered from @0, in the order in which they are given.</summary>
    private SqliteCommand Statement(string sql) => new(sql, connection);

    private static void Run(SqliteCommand statement, SqliteTransaction transaction, params ReadOnlySpan<object?> values)
    {
        statement.Transaction = transaction;
        if (statement.Parameters.Count == 0)
        {
            for (var i = 0; i < values.Length; i++) statement.Parameters.Add(new SqliteParameter { ParameterName = $"@{i}" });
        }

        for (var i = 0; i < values.Length; i++) statement.Parameters[i].Value = values[i] ?? DBNull.Value;
        statement.ExecuteNonQuery();
    }
}
