using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TriageBot.Chat.Web.Log;

/// <summary>Writes rows through statements that are compiled once. Not thread-safe.</summary>
internal sealed class LogWriter : IAsyncDisposable
{
    private readonly SqliteConnection connection;
    private readonly LogStatement begin;
    private readonly LogStatement commit;
    private readonly LogStatement rollback;
    private readonly LogStatement message;
    private readonly LogStatement act;
    private readonly LogStatement sent;
    private readonly LogStatement form;
    private readonly LogStatement person;
    private readonly LogStatement sequence;

    public LogWriter(ChatFile file)
    {
        connection = file.Connect();
        begin = Statement("begin immediate");
        commit = Statement("commit");
        rollback = Statement("rollback");
        message = Statement(
            """
            insert into message (sequence, changed, posted_at, author, destination, only_to, item, event_id, body)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            on conflict (sequence) do update set changed = excluded.changed, item = excluded.item, body = excluded.body
            """);
        act = Statement(
            """
            insert into event (event_id, author, typed_id, outcome) values (?1, ?2, ?3, ?4)
            on conflict (event_id, author) do update set typed_id = excluded.typed_id, outcome = excluded.outcome
            """);
        sent = Statement("insert into sent (key, message_id) values (?1, ?2) on conflict (key) do nothing");
        form = Statement(
            """
            insert into form (id, sequence, member, destination, opened_from, body) values (?1, ?2, ?3, ?4, ?5, ?6)
            on conflict (id) do nothing
            """);
        person = Statement("insert into person (id, name, is_admin, is_owner, sequence) values (?1, ?2, ?3, 0, ?4) on conflict (id) do nothing");
        sequence = Statement("update workspace set last_sequence = ?1 where last_sequence < ?1");
    }

    /// <summary>Writes all or none.</summary>
    public void Write(IReadOnlyCollection<LogRow> rows)
    {
        if (rows.Count == 0) return;

        begin.Run();
        try
        {
            var last = rows.OfType<LogRow.Event>().GroupBy(row => row.Key).ToDictionary(row => row.Key, row => row.Last());
            foreach (var row in rows)
            {
                // What began and ended in one group is written once.
                if (row is LogRow.Event act && !ReferenceEquals(last[act.Key], act)) continue;
                Write(row);
            }

            sequence.Run(rows.Max(row => row.Sequence));
            commit.Run();
        }
        catch
        {
            // Some faults, such as a full disk, have undone it already.
            if (raw.sqlite3_get_autocommit(connection.Handle) == 0) rollback.Run();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in new[] { begin, commit, rollback, message, act, sent, form, person, sequence }) statement.Dispose();
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private void Write(LogRow row)
    {
        switch (row)
        {
            case LogRow.Message(var shown):
                message.Run(
                    shown.Sequence, shown.Changed, shown.At.ToUnixTimeMilliseconds(), shown.Author?.Value, shown.Where.ToString(),
                    shown.VisibleOnlyTo?.Value, shown.Item, shown.EventId, LogJson.Write(shown));
                break;
            case LogRow.Event(var key, var state):
                act.Run(key.EventId, key.Author.Value, state.TypedId, OutcomeText.Write(state.Outcome));
                break;
            case LogRow.Sent(var key, var id):
                sent.Run(key, id);
                break;
            case LogRow.Form(var shown, var opened):
                form.Run(shown.InstanceId, opened, shown.For.Value, shown.Where.ToString(), shown.OpenedFrom, LogJson.Write(shown.Form));
                break;
            case LogRow.Person(var joined, var since):
                person.Run(joined.Id.Value, joined.Name, joined.IsAdmin is true, since);
                break;
            default:
                throw new InvalidOperationException($"Unknown row {row.GetType().Name}.");
        }
    }

    private LogStatement Statement(string sql) => new(connection, sql);
}
