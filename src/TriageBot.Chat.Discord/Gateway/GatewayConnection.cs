using System.Net.WebSockets;

namespace TriageBot.Chat.Discord.Gateway;

/// <summary>One WebSocket to the gateway. One reader; any number of senders.</summary>
internal sealed class GatewayConnection : IAsyncDisposable
{
    private const string Query = "v=10&encoding=json&compress=zlib-stream";
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FarewellTimeout = TimeSpan.FromMilliseconds(500);
    private readonly ClientWebSocket socket;
    private readonly TimeProvider clock;
    private readonly MessageInflater inflater = new();
    private readonly byte[] buffer = new byte[16 * 1024];
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly SendBudget budget = new();

    private GatewayConnection(ClientWebSocket socket, TimeProvider clock)
    {
        this.socket = socket;
        this.clock = clock;
    }

    /// <summary>Null until the server has closed the connection, and when it did so without a code.</summary>
    public int? CloseCode => (int?)socket.CloseStatus;

    /// <exception cref="WebSocketException">There is no connection to be had.</exception>
    /// <exception cref="OperationCanceledException">Stopped, or the server did not answer within 10 s.</exception>
    public static async Task<GatewayConnection> OpenAsync(Uri gateway, TimeProvider clock, CancellationToken ct)
    {
        var socket = new ClientWebSocket();
        try
        {
            // Its own heartbeats tell whether a connection is alive.
            socket.Options.KeepAliveInterval = TimeSpan.Zero;
            socket.Options.SetRequestHeader("User-Agent", UserAgent.Text);
            using var patience = new CancellationTokenSource(ConnectTimeout, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
            await socket.ConnectAsync(new UriBuilder(gateway) { Query = Query }.Uri, either.Token).ConfigureAwait(false);
            return new GatewayConnection(socket, clock);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <param name="ct">Ends the socket at once, without a word to the other side.</param>
    /// <returns>The next whole message, valid until the next call; null when the connection has ended.</returns>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken ct)
    {
        while (true)
        {
            ValueWebSocketReceiveResult part;
            try
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(), ct).ConfigureAwait(false);
            }
            catch (WebSocketException)
            {
                return null;
            }

            if (part.MessageType == WebSocketMessageType.Close) return null;
            if (inflater.Add(buffer.AsSpan(0, part.Count), part.MessageType == WebSocketMessageType.Binary, part.EndOfMessage) is { } message) return message;
        }
    }

    /// <summary>Sends one event as soon as the limit of the connection allows it.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> json, bool isHeartbeat, CancellationToken ct)
    {
        await sending.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            while (budget.WaitAt(clock.GetUtcNow(), isHeartbeat) is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, clock, ct).ConfigureAwait(false);
            budget.Sent(clock.GetUtcNow());
            // Cancelled half-way it would end the socket, and no goodbye could be said any more. It ends with the socket.
            await socket.SendAsync(json, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Says goodbye, but waits for no answer: a dead connection would give none.</summary>
    public async Task CloseAsync(int code)
    {
        try
        {
            using var patience = new CancellationTokenSource(FarewellTimeout, clock);
            if (socket.State == WebSocketState.Open) await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, patience.Token).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It is gone already.
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        inflater.Dispose();
        return ValueTask.CompletedTask;
    }
}
