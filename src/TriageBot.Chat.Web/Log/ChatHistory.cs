using Dapper;
using NodaTime;
using TriageBot.Chat.Web.Board;
using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web.Log;

/// <summary>Reads what the chat's file holds.</summary>
internal sealed class ChatHistory(ChatFile file)
{
    private const string MessageColumns = "sequence, changed, posted_at as PostedAt, author, destination, only_to as OnlyTo, item, event_id as EventId, body";

    /// <summary>The newest messages of a destination before <paramref name="before"/> that the viewer may see, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Read(MemberId viewer, Destination where, long before, int limit)
    {
        using var connection = file.ConnectToRead();
        var rows = connection.Query<MessageRow>(
            $"""
            select {MessageColumns} from message
            where destination = @where and sequence < @before and (only_to is null or only_to = @viewer)
            order by sequence desc limit @limit
            """,
            new { where = where.ToString(), viewer = viewer.Value, before, limit });
        return [.. rows.Select(row => row.ToMessage()).Reverse()];
    }

    /// <summary>The newest messages of a destination, whoever may see them, oldest first.</summary>
    public IReadOnlyList<ChatMessage> ReadRecent(Destination where, int limit)
    {
        using var connection = file.ConnectToRead();
        var rows = connection.Query<MessageRow>(
            $"select {MessageColumns} from message where destination = @where order by sequence desc limit @limit",
            new { where = where.ToString(), limit });
        return [.. rows.Select(row => row.ToMessage()).Reverse()];
    }

    public ChatMessage? FindMessage(string id)
    {
        if (ChatMessage.SequenceOf(id) is not { } sequence) return null;
        using var connection = file.ConnectToRead();
        return connection.QueryFirstOrDefault<MessageRow>($"select {MessageColumns} from message where sequence = @sequence", new { sequence })?.ToMessage();
    }

    public ShownForm? FindForm(string id)
    {
        using var connection = file.ConnectToRead();
        return connection.QueryFirstOrDefault<FormRow>(
            "select id, member, destination, opened_from as OpenedFrom, body from form where id = @id", new { id })?.ToForm();
    }

    public string? FindSent(string key)
    {
        using var connection = file.ConnectToRead();
        return connection.QueryFirstOrDefault<string>("select message_id from sent where key = @key", new { key });
    }

    /// <summary>The last acts of members, oldest first.</summary>
    public IReadOnlyList<(EventKey Key, EventState State)> ReadEvents(int limit)
    {
        using var connection = file.ConnectToRead();
        var rows = connection.Query<EventRow>(
            "select author, event_id as EventId, typed_id as TypedId, outcome from event order by rowid desc limit @limit", new { limit });
        return [.. rows.Select(row => row.ToEvent(FindForm)).Reverse()];
    }

    public long LastSequence()
    {
        using var connection = file.ConnectToRead();
        return connection.ExecuteScalar<long>("select last_sequence from workspace");
    }

    private sealed class MessageRow
    {
        public long Sequence { get; init; }

        public long Changed { get; init; }

        public long PostedAt { get; init; }

        public string? Author { get; init; }

        public string Destination { get; init; } = "";

        public string? OnlyTo { get; init; }

        public long? Item { get; init; }

        public string? EventId { get; init; }

        public string Body { get; init; } = "";

        public ChatMessage ToMessage()
        {
            var body = LogJson.ReadBody(Body);
            return new ChatMessage(Sequence, Instant.FromUnixTimeMilliseconds(PostedAt), Member(Author), Core.Chat.Destination.Parse(Destination))
            {
                Text = body.Text,
                Controls = body.Controls,
                Mentions = body.Mentions,
                Item = Item,
                VisibleOnlyTo = Member(OnlyTo),
                EventId = EventId,
                Changed = Changed,
            };
        }

        private static MemberId? Member(string? id) => id is null ? null : new MemberId(id);
    }

    private sealed class FormRow
    {
        public string Id { get; init; } = "";

        public string Member { get; init; } = "";

        public string Destination { get; init; } = "";

        public string? OpenedFrom { get; init; }

        public string Body { get; init; } = "";

        public ShownForm ToForm() =>
            new(Id, new MemberId(Member), Core.Chat.Destination.Parse(Destination), OpenedFrom, LogJson.ReadForm(Body));
    }

    private sealed class EventRow
    {
        public string Author { get; init; } = "";

        public string EventId { get; init; } = "";

        public string? TypedId { get; init; }

        public string? Outcome { get; init; }

        public (EventKey Key, EventState State) ToEvent(Func<string, ShownForm?> findForm) =>
            (new EventKey(new MemberId(Author), EventId), new EventState(TypedId, OutcomeText.Read(Outcome, findForm)));
    }
}
