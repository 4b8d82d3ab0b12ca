using System.IO.Compression;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace TriageBot.Discord.Emulator.Gateway;

/// <summary>One socket: an outgoing queue, compression, and the count of what the client sends.</summary>
internal sealed class GatewayConnection(WebSocket socket, bool isCompressed, Action abort, GatewayDoor door) : IDisposable
{
    private readonly Channel<Outgoing> queue = Channel.CreateUnbounded<Outgoing>(new() { SingleReader = true });
    private readonly MemoryStream compressed = new();
    private ZLibStream? compressor;

    public WebSocket Socket => socket;

    public Session? Session { get; set; }

    /// <summary>Whether it came in by the second address.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>When the client sent something, by the processor's counter; for 120 events a minute.</summary>
    public Queue<long> Received { get; } = [];

    public int Heartbeats { get; set; }

    /// <summary>The number that the last heartbeat carried.</summary>
    public long? HeartbeatNumber { get; set; }

    /// <summary>Goes off when no heartbeat came for too long.</summary>
    public Timer? Watch { get; set; }

    /// <summary>The code that the client closed with; 0 when it has not, or just went away.</summary>
    public int ClosedByClient { get; set; }

    public void Send(byte[] payload) => queue.Writer.TryWrite(new Outgoing(payload, 0));

    public void Send(int op, JsonNode? body) =>
        Send(System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["op"] = op, ["d"] = body, ["s"] = null, ["t"] = null }.ToJsonString()));

    /// <summary>Closes after everything that is queued.</summary>
    public void Close(int code) => queue.Writer.TryWrite(new Outgoing([], code));

    /// <summary>Ends the connection without a close frame.</summary>
    public void Drop()
    {
        queue.Writer.TryComplete();
        abort();
    }

    /// <summary>Writes what is queued until the end.</summary>
    public async Task WriteAsync(CancellationToken ct)
    {
        await foreach (var (payload, code) in queue.Reader.ReadAllAsync(ct))
        {
            if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived)) return;
            if (code > 0)
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, Reason(code), ct);
                return;
            }

            await WriteOneAsync(payload, ct);
        }
    }

    public void Finish() => queue.Writer.TryComplete();

    public void Dispose()
    {
        compressor?.Dispose();
        compressed.Dispose();
        socket.Dispose();
    }

    private async Task WriteOneAsync(byte[] payload, CancellationToken ct)
    {
        var type = isCompressed ? WebSocketMessageType.Binary : WebSocketMessageType.Text;
        var bytes = isCompressed ? Compress(payload) : payload;
        if (!door.SplitsFrames || bytes.Length < 2)
        {
            await socket.SendAsync(bytes, type, endOfMessage: true, ct);
            return;
        }

        var half = bytes.Length / 2;
        // Compressed messages may be split over messages of the socket, not only over its frames: the client waits for 00 00 FF FF.
        await socket.SendAsync(bytes[..half], type, endOfMessage: isCompressed, ct);
        await socket.SendAsync(bytes[half..], type, endOfMessage: true, ct);
    }

    /// <summary>One context for the whole connection; a sync flush ends every message with 00 00 FF FF.</summary>
    /// <returns>Good until the next one is compressed.</returns>
    private ReadOnlyMemory<byte> Compress(byte[] payload)
    {
        compressed.SetLength(0);
        compressor ??= new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true);
        compressor.Write(payload);
        compressor.Flush();
        return compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
    }

    private static string Reason(int code) => code switch
    {
        CloseCode.Authentication => "Authentication failed.",
        CloseCode.DisallowedIntents => "Disallowed intent(s).",
        CloseCode.Intents => "Invalid intent(s).",
        CloseCode.RateLimited => "Rate limited.",
        CloseCode.TimedOut => "Session timed out.",
        _ => "",
    };

    private readonly record struct Outgoing(byte[] Payload, int Code);
}
