using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web.Log;

/// <summary>
/// Writes the chat down. One background writer takes what is waiting and commits it together, so that durability costs one disk flush for all who wait;
/// order is kept. What could not be written (disk full) is told to whom it concerns, stays queued and is tried again.
/// </summary>
internal sealed partial class ChatLog : IAsyncDisposable
{
    private const int LargestGroup = 256;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly Channel<LogEntry> queue = Channel.CreateUnbounded<LogEntry>(new() { SingleReader = true });
    private readonly Action<ChatEvent> publish;
    private readonly SqliteConnection? connection;
    private readonly ILogger logger;
    private readonly Task writing;

    /// <param name="file">Null keeps nothing; order and news stay the same.</param>
    /// <param name="publish">Called in order, for each event, after it is on disk.</param>
    public ChatLog(ChatFile? file, Action<ChatEvent> publish, ILogger logger)
    {
        this.publish = publish;
        this.logger = logger;
        connection = file?.Connect();
        writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Queues rows; the order of calls is the order on disk.</summary>
    public void Append(LogEntry entry)
    {
        if (!queue.Writer.TryWrite(entry)) entry.Failed(new ObjectDisposedException(nameof(ChatLog)));
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writing.ConfigureAwait(false);
        if (connection is not null) await connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task WriteAllAsync()
    {
        var group = new List<LogEntry>();
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (!TryWriteGroup(group) && !queue.Reader.Completion.IsCompleted)
            {
                await Task.Delay(RetryAfter, TimeProvider.System).ConfigureAwait(false);
            }
        }
    }

    /// <returns>False when the group could not be written; it then stays in <paramref name="group"/>.</returns>
    private bool TryWriteGroup(List<LogEntry> group)
    {
        while (group.Count < LargestGroup && queue.Reader.TryRead(out var entry)) group.Add(entry);

        try
        {
            if (connection is not null) Write([.. group.SelectMany(entry => entry.Rows)], connection);
        }
        catch (Exception exception)
        {
            // Whoever waits is told now, also those behind this group; all of it is written at the next try.
            while (queue.Reader.TryRead(out var entry)) group.Add(entry);
            foreach (var entry in group) entry.Failed(exception);
            LogUnwritten(exception, group.Count);
            return false;
        }

        foreach (var entry in group)
        {
            if (entry.News is { } news) publish(news);
            entry.Succeeded();
        }

        group.Clear();
        return true;
    }

    private static void Write(IReadOnlyCollection<LogRow> rows, SqliteConnection connection)
    {
        if (rows.Count == 0) return;

        using var transaction = connection.BeginTransaction();
        foreach (var row in rows) Write(row, connection, transaction);
        transaction.Commit();
    }

    private static void Write(LogRow row, SqliteConnection connection, SqliteTransaction transaction)
    {
        var (sql, parameters) = row switch
        {
            LogRow.Message(var message) => (UpsertMessage, Parameters(message)),
            LogRow.Event(var key, var state) => (UpsertEvent, new { author = key.Author.Value, id = key.EventId, typed = state.TypedId, outcome = OutcomeText.Write(state.Outcome) }),
            LogRow.Sent(var key, var id) => ("insert into sent (key, message_id) values (@key, @id) on conflict (key) do nothing", new { key, id }),
            LogRow.Form(var form, var sequence) => (InsertForm, Parameters(form, sequence)),
            LogRow.Person(var person, var sequence) => (InsertPerson, (object)new { id = person.Id.Value, person.Name, person.IsAdmin, sequence }),
            _ => throw new InvalidOperationException($"Unknown row {row.GetType().Name}."),
        };
        connection.Execute(sql, parameters, transaction);
    }

    private const string UpsertMessage = """
        insert into message (id, sequence, changed, posted_at, author, destination, only_to, item, event_id, body)
        values (@Id, @Sequence, @Changed, @At, @Author, @Destination, @OnlyTo, @Item, @EventId, @Body)
        on conflict (id) do update set changed = excluded.changed, item = excluded.item, body = excluded.body
        """;

    private const string UpsertEvent = """
        insert into event (author, event_id, typed_id, outcome) values (@author, @id, @typed, @outcome)
        on conflict (author, event_id) do update set typed_id = excluded.typed_id, outcome = excluded.outcome
        """;

    private const string InsertForm = """
        insert into form (id, sequence, member, destination, opened_from, body) values (@Id, @sequence, @Member, @Destination, @OpenedFrom, @Body)
        on conflict (id) do nothing
        """;

    private const string InsertPerson = """
        insert into person (id, name, is_admin, is_owner, sequence) values (@id, @Name, @IsAdmin, 0, @sequence) on conflict (id) do nothing
        """;

    private static object Parameters(ChatMessage message) => new
    {
        message.Id,
        message.Sequence,
        message.Changed,
        At = message.At.ToUnixTimeMilliseconds(),
        Author = message.Author?.Value,
        Destination = message.Where.ToString(),
        OnlyTo = message.VisibleOnlyTo?.Value,
        message.Item,
        message.EventId,
        Body = LogJson.Write(message),
    };

    private static object Parameters(ShownForm form, long sequence) => new
    {
        sequence,
        Id = form.InstanceId,
        Member = form.For.Value,
        Destination = form.Where.ToString(),
        form.OpenedFrom,
        Body = LogJson.Write(form.Form),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The local chat could not write {Count} entries to its file; it keeps them and tries again.")]
    private partial void LogUnwritten(Exception exception, int count);
}
