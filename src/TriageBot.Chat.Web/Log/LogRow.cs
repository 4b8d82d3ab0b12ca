using TriageBot.Chat.Web.Board;
using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web.Log;

/// <summary>One thing to write down. Writing it twice is the same as writing it once.</summary>
internal abstract record LogRow
{
    private LogRow()
    {
    }

    /// <summary>Of the change that it tells of; 0 where it has none of its own.</summary>
    public virtual long Sequence => 0;

    public sealed record Message(ChatMessage Value) : LogRow
    {
        public override long Sequence => Value.Changed;
    }

    public sealed record Event(EventKey Key, EventState State) : LogRow;

    /// <summary>The message that <see cref="Outgoing.Key"/> made or edited.</summary>
    public sealed record Sent(string Key, string MessageId) : LogRow;

    public sealed record Form(ShownForm Value, long Opened) : LogRow
    {
        public override long Sequence => Opened;
    }

    public sealed record Person(Author Value, long Joined) : LogRow
    {
        public override long Sequence => Joined;
    }
}

/// <summary>Rows that are written together, and the event that tells of them.</summary>
/// <param name="isSoonFollowed">Another entry is about to come for the same person, so that one flush can serve both; without it this one is written a moment later.</param>
internal sealed class LogEntry(IReadOnlyList<LogRow> rows, ChatEvent? news, bool isSoonFollowed)
{
    private readonly TaskCompletionSource saved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<LogRow> Rows { get; } = rows;

    public ChatEvent? News { get; } = news;

    public bool IsSoonFollowed { get; } = isSoonFollowed;

    /// <summary>Ends when the rows are on disk; fails when they could not be written at the first try.</summary>
    public Task Saved => saved.Task;

    public void Succeeded() => saved.TrySetResult();

    public void Failed(Exception reason) => saved.TrySetException(reason);
}
