using System.Net.WebSockets;

namespace TriageBot.Chat.Discord.Gateway;

/// <summary>Takes what the gateway tells. Called on the thread that receives: it must only hand over.</summary>
internal interface IDispatchSink
{
    /// <param name="data">A part of a buffer that is used again after this call.</param>
    void Take(Shard shard, string name, ReadOnlyMemory<byte> data);
}

/// <summary>One shard: keeps a session alive over any number of connections, until it is stopped or Discord says never to come back.</summary>
internal sealed partial class Shard(int id, int count, DiscordOptions options, IdentifyGate gate, TimeProvider clock)
{
    private static readonly TimeSpan HelloTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FarewellTimeout = TimeSpan.FromMilliseconds(500);
    private readonly ILogger logger = options.Logger;
    private readonly Lock stateLock = new();
    private readonly Recovery recovery = new(clock);
    private GatewayState state = GatewayState.New;
    private long? liveSince;
    private bool isUnreachable;

    public int Id => id;
    public int Count => count;

    /// <summary>Whether a session is running on an open connection.</summary>
    public bool IsLive => state.IsLive;

    /// <summary>True for the servers whose events come through this shard.</summary>
    public bool Serves(ulong guild) => (int)((guild >> 22) % (ulong)count) == id;

    /// <exception cref="DiscordStoppedException">Discord refuses this bot as it is set up.</exception>
    public async Task RunAsync(IDispatchSink sink, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var pause = await ConnectOnceAsync(sink, ct).ConfigureAwait(false);
            await Task.Delay(recovery.Before(pause, Random.Shared.NextDouble()), clock, ct).ConfigureAwait(false);
        }
    }

    private async Task<Pause> ConnectOnceAsync(IDispatchSink sink, CancellationToken ct)
    {
        if (recovery.IsSessionOver) state = GatewayState.New;
        try
        {
            var url = state.Session?.ResumeUrl ?? (await gate.InfoAsync(ct).ConfigureAwait(false)).Url;
            await using var connection = await GatewayConnection.OpenAsync(url, clock, ct).ConfigureAwait(false);
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var leave = await TalkAsync(connection, sink, ending).ConfigureAwait(false);
            LogLeaving(id, leave.Why);
            return leave.Pause;
        }
        catch (Exception unreachable) when (unreachable is WebSocketException or HttpRequestException or IOException or JsonException or UnansweredException
            || (unreachable is OperationCanceledException && !ct.IsCancellationRequested))
        {
            if (!isUnreachable) LogUnreachable(id, unreachable.Message);
            isUnreachable = true;
            return Pause.ByFailures;
        }
        finally
        {
            recovery.Ended(liveSince);
            liveSince = null;
        }
    }

    /// <summary>Everything on one connection, until it is to be left. On the way out the session is kept resumable, except at the end of the program.</summary>
    private async Task<GatewayAction.Leave> TalkAsync(GatewayConnection connection, IDispatchSink sink, CancellationTokenSource ending)
    {
        var ct = ending.Token;
        var left = new TaskCompletionSource<GatewayAction.Leave>(TaskCreationOptions.RunContinuationsAsynchronously);
        // Cancelling what receives ends the socket at once: it must come after the goodbye.
        using var hearing = new CancellationTokenSource();
        var talk = new Talk(connection, sink, left, ct);
        var greeting = Task.Delay(HelloTimeout, clock, ct);
        var receiving = ReceiveAsync(talk, hearing.Token);
        try
        {
            await Task.WhenAny(left.Task, greeting).ConfigureAwait(false);
            if (!left.Task.IsCompleted && state.IsGreeted) await left.Task.WaitAsync(ct).ConfigureAwait(false);
            return left.Task.IsCompleted ? await left.Task.ConfigureAwait(false) : new GatewayAction.Leave("the gateway did not say hello", Pause.ByFailures);
        }
        finally
        {
            var stopping = ct.IsCancellationRequested;
            await connection.CloseAsync(stopping ? (int)WebSocketCloseStatus.NormalClosure : CloseCodes.WeWillResume).ConfigureAwait(false);
            // The answer says that the goodbye has arrived.
            if (stopping) await receiving.WaitAsync(FarewellTimeout, clock, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ending.CancelAsync().ConfigureAwait(false);
            await hearing.CancelAsync().ConfigureAwait(false);
            await receiving.ConfigureAwait(false);
            lock (stateLock) state = state.Disconnected();
        }
    }

    private async Task ReceiveAsync(Talk talk, CancellationToken ct)
    {
        try
        {
            while (await talk.Connection.ReceiveAsync(ct).ConfigureAwait(false) is { } message)
            {
                var frame = GatewayFrame.Read(message);
                if (GatewayMessages.Read(frame) is { } happened) Apply(talk, happened, frame.Data);
            }

            Apply(talk, new GatewayEvent.Closed(talk.Connection.CloseCode), default);
        }
        catch (OperationCanceledException)
        {
            talk.Left.TrySetCanceled(ct);
        }
        catch (Exception broken) when (broken is JsonException or InvalidDataException or UriFormatException or FormatException or InvalidOperationException)
        {
            Apply(talk, new GatewayEvent.Closed(null), default);
        }
        catch (Exception fault)
        {
            talk.Left.TrySetException(fault);
        }
    }

    private void Apply(Talk talk, GatewayEvent happened, ReadOnlyMemory<byte> data)
    {
        if (talk.Left.Task.IsCompleted) return;
        System.Collections.Immutable.ImmutableArray<GatewayAction> actions;
        lock (stateLock)
        {
            (state, actions) = GatewayRules.Apply(state, happened);
            if (state.IsLive) (liveSince, isUnreachable) = (liveSince ?? clock.GetTimestamp(), false);
        }

        foreach (var action in actions) Do(talk, action, data);
    }

    private void Do(Talk talk, GatewayAction action, ReadOnlyMemory<byte> data)
    {
        switch (action)
        {
            case GatewayAction.HandOver(var name):
                talk.Sink.Take(this, name, data);
                break;
            case GatewayAction.StartBeating(var interval):
                _ = BeatAsync(talk, interval);
                break;
            case GatewayAction.Beat(var sequence):
                _ = SendAsync(talk, () => Task.FromResult(GatewayMessages.Heartbeat(sequence)), isHeartbeat: true);
                break;
            case GatewayAction.Identify:
                _ = SendAsync(talk, () => IdentifyAsync(talk.Ct), isHeartbeat: false);
                break;
            case GatewayAction.Resume(var session):
                _ = SendAsync(talk, () => Task.FromResult(GatewayMessages.Resume(options.Token, session)), isHeartbeat: false);
                break;
            case GatewayAction.Leave leave:
                talk.Left.TrySetResult(leave);
                break;
            case GatewayAction.Stop(var sentence):
                talk.Left.TrySetException(new DiscordStoppedException(sentence));
                break;
        }
    }

    private async Task<byte[]> IdentifyAsync(CancellationToken ct)
    {
        await gate.EnterAsync(id, ct).ConfigureAwait(false);
        return GatewayMessages.Identify(options.Token, Intents.For(options), id, count);
    }

    /// <summary>The first beat comes after a random part of the interval, so that a million bots do not beat at once.</summary>
    private async Task BeatAsync(Talk talk, TimeSpan interval)
    {
        try
        {
            await Task.Delay(interval * Random.Shared.NextDouble(), clock, talk.Ct).ConfigureAwait(false);
            while (!talk.Left.Task.IsCompleted)
            {
                Apply(talk, new GatewayEvent.BeatDue(), default);
                await Task.Delay(interval, clock, talk.Ct).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The connection is left.
        }
    }

    private async Task SendAsync(Talk talk, Func<Task<byte[]>> write, bool isHeartbeat)
    {
        try
        {
            await talk.Connection.SendAsync(await write().ConfigureAwait(false), isHeartbeat, talk.Ct).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Who receives notices it, or has left already.
        }
        catch (Exception fault)
        {
            talk.Left.TrySetException(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Shard {Shard} connects anew: {Why}")]
    private partial void LogLeaving(int shard, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Shard {Shard} cannot reach Discord and keeps trying: {Why}")]
    private partial void LogUnreachable(int shard, string why);

    /// <summary>One connection and its end.</summary>
    private sealed record Talk(GatewayConnection Connection, IDispatchSink Sink, TaskCompletionSource<GatewayAction.Leave> Left, CancellationToken Ct);
}
