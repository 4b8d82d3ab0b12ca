using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace TriageBot.Chat.Web.Log;

/// <summary>
/// Writes the chat down. One background writer takes what is waiting and commits it together, so that durability costs one disk flush for all who wait;
/// order is kept. It has a thread of its own, because a flush blocks and must not cost the pool a thread.
/// What could not be written (disk full) is told to whom it concerns, stays queued and is tried again.
/// </summary>
internal sealed partial class ChatLog : IAsyncDisposable
{
    private const int LargestGroup = 256;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>How long an entry that is soon followed by another waits for it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(50);

    private readonly Channel<LogEntry> queue = Channel.CreateUnbounded<LogEntry>();
    private readonly ManualResetEventSlim due = new(initialState: false, spinCount: 0);
    private readonly ITimer waitedEnough;
    private readonly Action<ChatEvent> publish;
    private readonly LogWriter? writer;
    private readonly ILogger logger;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isSomeoneWaiting;
    private bool isCalled;

    /// <param name="file">Null keeps nothing; order and news stay the same.</param>
    /// <param name="publish">Called in order, for each event, after it is on disk.</param>
    public ChatLog(ChatFile? file, Action<ChatEvent> publish, ILogger logger)
    {
        this.publish = publish;
        this.logger = logger;
        writer = file is null ? null : new LogWriter(file);
        waitedEnough = TimeProvider.System.CreateTimer(_ => WriteNow(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        new Thread(WriteAll) { Name = "chat log", IsBackground = true }.Start();
    }

    /// <summary>Queues rows; the order of calls is the order on disk.</summary>
    public void Append(LogEntry entry)
    {
        if (!queue.Writer.TryWrite(entry)) entry.Failed(new ObjectDisposedException(nameof(ChatLog)));
        else if (!entry.IsSoonFollowed) WriteSoon();
        else if (!Interlocked.Exchange(ref isSomeoneWaiting, true)) waitedEnough.Change(LongestWait, Timeout.InfiniteTimeSpan);
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        due.Set();
        await ended.Task.ConfigureAwait(false);
        await waitedEnough.DisposeAsync().ConfigureAwait(false);
        if (writer is not null) await writer.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Behind all that the pool has to do already: answers come in bundles, as they were committed, and the bundle is one flush instead of two.</summary>
    private void WriteSoon()
    {
        if (!Interlocked.Exchange(ref isCalled, true)) ThreadPool.UnsafeQueueUserWorkItem(static log => log.Call(), this, preferLocal: false);
    }

    private void Call()
    {
        Volatile.Write(ref isCalled, false);
        due.Set();
    }

    private void WriteNow()
    {
        Volatile.Write(ref isSomeoneWaiting, false);
        due.Set();
    }

    private void WriteAll()
    {
        var group = new List<LogEntry>();
        while (!queue.Reader.Completion.IsCompleted)
        {
            due.Wait();
            due.Reset();
            while (queue.Reader.TryPeek(out _))
            {
                // Somebody who comes meanwhile is the reason for another try before the time.
                while (!TryWriteGroup(group) && !queue.Reader.Completion.IsCompleted)
                {
                    due.Reset();
                    due.Wait(RetryAfter);
                }
            }
        }

        ended.SetResult();
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
