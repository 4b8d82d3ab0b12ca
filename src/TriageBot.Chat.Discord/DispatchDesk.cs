namespace TriageBot.Chat.Discord;

/// <summary>What takes events in.</summary>
internal sealed record DeskParts(IChatBot Bot, Responder Responder, DirectTalk Direct, Talk Talk, Mentions Mentions, GuildEvents Guilds, GuildDirectory Directory);

/// <summary>Hands what the gateway tells to whoever sees to it. The thread that receives does nothing but copy.</summary>
internal sealed partial class DispatchDesk(DeskParts parts, ILogger logger, CancellationToken ct) : IDispatchSink
{
    private static readonly TimeSpan LongestCatchingUp = TimeSpan.FromSeconds(1);
    private readonly RecentIds recent = new();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int running;
    private volatile bool isClosing;

    /// <summary>Ends when nothing is being answered any more. Call it once, when nothing new comes in.</summary>
    public Task IdleAsync()
    {
        isClosing = true;
        if (Volatile.Read(ref running) == 0) idle.TrySetResult();
        return idle.Task;
    }

    public void Take(Shard shard, string name, ReadOnlyMemory<byte> data)
    {
        if (GuildEvents.Concerns(name)) parts.Guilds.Take(shard, name, data);
        else if (name is "INTERACTION_CREATE" or "MESSAGE_CREATE") Start(name, data.ToArray());
    }

    private void Start(string name, byte[] data)
    {
        Interlocked.Increment(ref running);
        ThreadPool.UnsafeQueueUserWorkItem(_ => _ = RunAsync(name, data), null);
    }

    private async Task RunAsync(string name, byte[] data)
    {
        try
        {
            if (name == "INTERACTION_CREATE") await InteractAsync(data).ConfigureAwait(false);
            else await HearAsync(data).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFailed(fault, name);
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
        finally
        {
            if (Interlocked.Decrement(ref running) == 0 && isClosing) idle.TrySetResult();
        }
    }

    private async Task HearAsync(byte[] data)
    {
        if (JsonSerializer.Deserialize(data, PayloadJson.Default.MessagePayload) is not { } message) return;
        if (Talk.Concerns(message) && recent.Add(message.Id)) await parts.Talk.AnswerAsync(message, ct).ConfigureAwait(false);
        if (!Mentions.Concerns(message) || !ulong.TryParse(message.GuildId, out var guild) || !recent.Add(message.Id)) return;
        await KnowAsync(guild).ConfigureAwait(false);
        await parts.Mentions.AnswerAsync(message, guild, ct).ConfigureAwait(false);
    }

    private async Task InteractAsync(byte[] data)
    {
        var payload = JsonSerializer.Deserialize(data, PayloadJson.Default.InteractionPayload);
        if (payload is null || InteractionReader.Read(payload) is not { } interaction || !recent.Add(interaction.Id)) return;
        if (interaction is { IsDirect: false, Guild: { } guild })
        {
            await KnowAsync(guild).ConfigureAwait(false);
            await parts.Responder.RespondAsync(interaction, guild, ct).ConfigureAwait(false);
            return;
        }

        var (home, problem) = await parts.Direct.HomeAsync(interaction.Author, interaction.Guild, ct).ConfigureAwait(false);
        if (home is null) await parts.Responder.TellAsync(interaction, problem, ct).ConfigureAwait(false);
        else await parts.Responder.RespondAsync(interaction with { Author = home.Author }, home.Guild, ct).ConfigureAwait(false);
    }

    /// <summary>An interaction can come before its server has been told of; then what is known of it must do.</summary>
    private async Task KnowAsync(ulong guild)
    {
        if (parts.Directory.Find(guild) is not null) return;
        await Task.WhenAny(parts.Guilds.CaughtUpAsync(), Task.Delay(LongestCatchingUp, TimeProvider.System, ct)).ConfigureAwait(false);
        if (parts.Directory.Find(guild) is not null) return;
        await parts.Bot.SeenAsync(GuildView.Seen(guild, "", [], null), ct).ConfigureAwait(false);
        parts.Directory.Add(guild, new KnownGuild("", BotRights.Unknown, []));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The event {Event} could not be answered")]
    private partial void LogFailed(Exception fault, string @event);

    /// <summary>The last ids that came in: after a resume Discord sends again what it believes lost.</summary>
    private sealed class RecentIds
    {
        private const int Most = 4096;

        private readonly Lock gate = new();
        private readonly HashSet<string> ids = [];
        private readonly Queue<string> order = [];

        public bool Add(string id)
        {
            lock (gate)
            {
                if (!ids.Add(id)) return false;
                order.Enqueue(id);
                if (order.Count > Most) ids.Remove(order.Dequeue());
                return true;
            }
        }
    }
}
