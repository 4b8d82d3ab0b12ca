using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web.Board;

/// <summary>The recent messages of one destination, by sequence. Not thread-safe.</summary>
/// <param name="keep">How many stay in memory; the log has all.</param>
internal sealed class Timeline(int keep)
{
    private static readonly Comparer<ChatMessage> BySequence = Comparer<ChatMessage>.Create((a, b) => a.Sequence.CompareTo(b.Sequence));

    private readonly List<ChatMessage> messages = [];

    /// <summary>Adds the newest message.</summary>
    /// <returns>Messages that no longer stay in memory.</returns>
    public IReadOnlyList<ChatMessage> Add(ChatMessage message)
    {
        messages.Add(message);
        // Half is dropped at once, so that moving the list costs nothing on average.
        if (messages.Count <= 2L * keep) return [];

        var dropped = messages.GetRange(0, messages.Count - keep);
        messages.RemoveRange(0, dropped.Count);
        return dropped;
    }

    public void Replace(ChatMessage message)
    {
        var index = messages.BinarySearch(message, BySequence);
        if (index >= 0) messages[index] = message;
    }

    /// <returns>The newest messages before <paramref name="before"/> that the viewer may see, oldest first.</returns>
    public IReadOnlyList<ChatMessage> Read(MemberId viewer, long before, int limit)
    {
        var found = new List<ChatMessage>();
        for (var i = messages.Count - 1; i >= 0 && found.Count < limit; i--)
        {
            if (messages[i].Sequence < before && messages[i].IsVisibleTo(viewer)) found.Add(messages[i]);
        }

        found.Reverse();
        return found;
    }

    public IEnumerable<ChatMessage> ChangedAfter(long sequence, MemberId viewer) =>
        messages.Where(message => message.Changed > sequence && message.IsVisibleTo(viewer));
}
