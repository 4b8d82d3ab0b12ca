using System.Threading.Channels;

namespace TriageBot.Chat.Discord.Workspaces;

/// <summary>What happens to servers, taken in one after the other so that a removal never overtakes a joining.</summary>
internal sealed partial class GuildEvents(IChatBot bot, GuildDirectory directory, ILogger logger)
{
    private const int ManyEvents = 100;

    private readonly Channel<Happened> queue = Channel.CreateUnbounded<Happened>(new UnboundedChannelOptions { SingleReader = true });
    private string botUser = "";
    private int taken;

    public static bool Concerns(string name) => name is "READY" or "GUILD_CREATE" or "GUILD_UPDATE" or "GUILD_DELETE" or "CHANNEL_CREATE" or "CHANNEL_UPDATE" or "CHANNEL_DELETE";

    public void Take(Shard shard, string name, ReadOnlyMemory<byte> data) => queue.Writer.TryWrite(new Happened(shard, name, data.ToArray(), null));

    /// <summary>Ends when everything taken so far has been seen to.</summary>
    public Task CaughtUpAsync()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Writer.TryWrite(new Happened(null, "", [], reached));
        return reached.Task;
    }

    public async Task RunAsync(CancellationToken ct)
    {
        await foreach (var happened in queue.Reader.ReadAllAsync(ct).ConfigureAwait(false))
        {
            try
            {
                if (happened.Reached is { } reached) reached.TrySetResult();
                else if (happened.Shard is { } shard) await SeeToAsync(shard, happened.Name, happened.Data, ct).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                LogFailed(fault, happened.Name);
            }

            if (++taken >= ManyEvents && !queue.Reader.TryPeek(out _)) GiveBack();
        }
    }

    /// <summary>A login brings every server with all its channels: after a thousand of them the program would keep tens of megabytes for a rush that is over.</summary>
    private void GiveBack()
    {
        taken = 0;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private Task SeeToAsync(Shard shard, string name, byte[] data, CancellationToken ct) => name switch
    {
        "READY" => ReadyAsync(shard, Parse(data, GuildJson.Default.ReadyPayload), ct),
        "GUILD_CREATE" => JoinedAsync(Parse(data, GuildJson.Default.GuildPayload), ct),
        "GUILD_UPDATE" => ChangedAsync(Parse(data, GuildJson.Default.GuildPayload), ct),
        "GUILD_DELETE" => LeftAsync(Parse(data, GuildJson.Default.GuildPayload), ct),
        "CHANNEL_DELETE" => Gone(Parse(data, PayloadJson.Default.ChannelPayload)),
        _ => ChannelAsync(Parse(data, PayloadJson.Default.ChannelPayload), ct),
    };

    /// <summary>The servers of a shard are all named at the beginning of its session: one that is missing was left in the meantime.</summary>
    private Task ReadyAsync(Shard shard, ReadyPayload ready, CancellationToken ct)
    {
        botUser = ready.User?.Id ?? botUser;
        var present = (ready.Guilds ?? []).Select(guild => DiscordIds.Snowflake(guild.Id)).OfType<ulong>().Select(DiscordIds.Workspace).ToHashSet();
        return bot.PresentAsync(
            new RollCall(DiscordOptions.PlatformName, present, workspace => DiscordIds.Guild(workspace) is { } guild && shard.Serves(guild)),
            ct);
    }

    private async Task JoinedAsync(GuildPayload guild, CancellationToken ct)
    {
        if (guild.Unavailable || DiscordIds.Snowflake(guild.Id) is not { } id) return;
        var known = GuildView.Know(guild, botUser);
        foreach (var thread in guild.Threads ?? [])
        {
            if (thread.OwnerId == botUser && PrivateThreads.MemberOf(thread.Name) is { } member) directory.AddThread(id, member, thread.Id);
        }

        await bot.SeenAsync(GuildView.Seen(id, known.Name, guild.Channels ?? [], known.Writable), ct).ConfigureAwait(false);
        directory.Add(id, known);
    }

    /// <summary>Its name, above all; of its channels other events tell.</summary>
    private async Task ChangedAsync(GuildPayload guild, CancellationToken ct)
    {
        if (DiscordIds.Snowflake(guild.Id) is not { } id || directory.Find(id) is not { } known || guild.Name is not { } name || name == known.Name) return;
        await bot.SeenAsync(GuildView.Seen(id, name, [], null), ct).ConfigureAwait(false);
        directory.Add(id, known with { Name = name });
    }

    private async Task LeftAsync(GuildPayload guild, CancellationToken ct)
    {
        if (guild.Unavailable || DiscordIds.Snowflake(guild.Id) is not { } id) return;
        directory.Remove(id);
        await bot.LeftAsync(DiscordIds.Workspace(id), ct).ConfigureAwait(false);
    }

    private async Task ChannelAsync(ChannelPayload channel, CancellationToken ct)
    {
        if (DiscordIds.Snowflake(channel.GuildId) is not { } id || directory.Find(id) is not { } known || !GuildView.IsForText(channel)) return;
        var after = known.With(channel);
        await bot.SeenAsync(GuildView.Seen(id, known.Name, [channel], after.Writable), ct).ConfigureAwait(false);
        directory.Add(id, after);
    }

    private Task Gone(ChannelPayload channel)
    {
        if (DiscordIds.Snowflake(channel.GuildId) is { } id) directory.Forget(id, channel.Id);
        return Task.CompletedTask;
    }

    private static T Parse<T>(byte[] data, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(data, type) ?? throw new JsonException("An event carries nothing.");

    [LoggerMessage(Level = LogLevel.Error, Message = "The event {Event} could not be taken in")]
    private partial void LogFailed(Exception fault, string @event);

    private sealed record Happened(Shard? Shard, string Name, byte[] Data, TaskCompletionSource? Reached);
}
