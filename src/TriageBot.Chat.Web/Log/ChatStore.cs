using TriageBot.Chat.Web.Board;
using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web.Log;

/// <summary>Where the board puts what it cannot hold.</summary>
/// <param name="history">Null for a chat in memory only.</param>
internal sealed class ChatStore(ChatHistory? history, ChatLog log) : IAsyncDisposable
{
    /// <summary>False when memory is all there is.</summary>
    public bool IsDurable => history is not null;

    /// <summary>Queues rows for the file. The event is published after they are on disk.</summary>
    /// <returns>Ends when they are on disk and the event is published.</returns>
    public Task Append(IReadOnlyList<LogRow> rows, ChatEvent? news, bool isSoonFollowed = false)
    {
        var entry = new LogEntry(rows, news, isSoonFollowed);
        log.Append(entry);
        return entry.Saved;
    }

    public IReadOnlyList<ChatMessage> ReadRecent(Destination where, int limit) => history?.ReadRecent(where, limit) ?? [];

    public IReadOnlyList<ChatMessage>? Read(MemberId viewer, Destination where, long before, int limit) => history?.Read(viewer, where, before, limit);

    public ChatMessage? FindMessage(string id) => history?.FindMessage(id);

    public ShownForm? FindForm(string id) => history?.FindForm(id);

    public string? FindSent(string key) => history?.FindSent(key);

    public IReadOnlyList<(EventKey Key, EventState State)> ReadEvents(int limit) => history?.ReadEvents(limit) ?? [];

    public long LastSequence() => history?.LastSequence() ?? 0;

    public ValueTask DisposeAsync() => log.DisposeAsync();
}
