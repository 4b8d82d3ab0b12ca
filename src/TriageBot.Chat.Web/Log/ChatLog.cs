using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace TriageBot.Chat.Web.Log;

/// <summary>
/// Writes the chat down. One background writer takes what is waiting and commits it together, so that durability costs one disk flush for all who wait;
/// order is kept. What could not be written (disk full) is told to whom it concerns, stays queued and is tried again.
/// </summary>
internal sealed partial class ChatLog : IAsyncDisposable
{
    private const int LargestGroup = 256;

    /// <summary>Entries of a group from which on more are to be expected within <see cref="Gathering"/>.</summary>
    private const int Crowd = 4;

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(1);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly Channel<LogEntry> queue = Channel.CreateUnbounded<LogEntry>();
    private readonly Action<ChatEvent> publish;
    private readonly LogWriter? writer;
    private readonly ILogger logger;
    private readonly Task writing;

    /// <param name="file">Null keeps nothing; order and news stay the same.</param>
    /// <param name="publish">Called in order, for each event, after it is on disk.</param>
    public ChatLog(ChatFile? file, Action<ChatEvent> publish, ILogger logger)
    {
        this.publish = publish;
        this.logger = logger;
        writer = file is null ? null : new LogWriter(file);
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
        if (writer is not null) await writer.DisposeAsync().ConfigureAwait(false);
    }

    private async Task WriteAllAsync()
    {
        var group = new List<LogEntry>();
        var isCrowded = false;
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            // With many people at once, a moment's wait saves most of the flushes; one person alone is never kept waiting.
            if (isCrowded) await Task.Delay(Gathering, TimeProvider.System).ConfigureAwait(false);
            isCrowded = queue.Reader.Count >= Crowd;
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
            writer?.Write([.. group.SelectMany(entry => entry.Rows)]);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "The local chat could not write {Count} entries to its file; it keeps them and tries again.")]
    private partial void LogUnwritten(Exception exception, int count);
}
