using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Emulator.Tests.Gateway;

/// <summary>A bare connection to the gateway, for what a well-behaved client never does.</summary>
internal sealed class GatewayClient : IDisposable
{
    public const int Guilds = 1;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket socket = new();
    private readonly MemoryStream compressed = new();
    private Stream? inflater;

    /// <summary>Why the server closed; none while it has not.</summary>
    public int? Closed => (int?)socket.CloseStatus;

    /// <param name="address">Where to resume; the address where sessions begin when none is given.</param>
    public static async Task<GatewayClient> ConnectAsync(DiscordEmulator emulator, string query = "v=10&encoding=json", string? address = null)
    {
        var client = new GatewayClient();
        if (query.Contains("zlib-stream", StringComparison.Ordinal)) client.inflater = new ZLibStream(client.compressed, CompressionMode.Decompress);
        using var limit = new CancellationTokenSource(Limit);
        await client.socket.ConnectAsync(new Uri($"{address ?? $"ws://{emulator.ApiUrl.Authority}"}/?{query}"), limit.Token);
        return client;
    }

    /// <summary>Logs in and reads up to READY, which is returned.</summary>
    public static async Task<(GatewayClient Client, JsonNode Ready)> LoginAsync(DiscordEmulator emulator, int intents = Guilds, string query = "v=10&encoding=json")
    {
        var client = await ConnectAsync(emulator, query);
        await client.IdentifyAsync(emulator.Token, intents);
        return (client, await client.DispatchAsync("READY"));
    }

    public Task IdentifyAsync(string token, int intents, int[]? shard = null)
    {
        var d = new JsonObject { ["token"] = token, ["intents"] = intents, ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "test", ["device"] = "test" } };
        if (shard is not null) d["shard"] = new JsonArray([.. shard.Select(one => (JsonNode)one)]);
        return SendAsync(2, d);
    }

    public Task SendAsync(int op, JsonNode? d) => SendTextAsync(new JsonObject { ["op"] = op, ["d"] = d }.ToJsonString());

    public async Task SendTextAsync(string text)
    {
        using var limit = new CancellationTokenSource(Limit);
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
    }

    /// <summary>The next message with this opcode; others are passed over.</summary>
    public async Task<JsonNode> OpAsync(int op)
    {
        while (await ReadAsync() is { } message)
        {
            if ((int?)message["op"] == op) return message;
        }

        throw new InvalidOperationException($"Closed with {Closed} before op {op}.");
    }

    /// <summary>The body of the next dispatch of this name.</summary>
    public async Task<JsonNode> DispatchAsync(string name)
    {
        while (await ReadAsync() is { } message)
        {
            if ((string?)message["t"] == name) return message["d"]!;
        }

        throw new InvalidOperationException($"Closed with {Closed} before {name}.");
    }

    /// <summary>Reads to the end.</summary>
    /// <returns>The code with which the server closed.</returns>
    public async Task<int?> CloseCodeAsync()
    {
        while (await ReadAsync() is not null)
        {
            // What comes before the end does not matter.
        }

        return Closed;
    }

    public void Abort() => socket.Abort();

    public void Dispose()
    {
        inflater?.Dispose();
        compressed.Dispose();
        socket.Dispose();
    }

    private async Task<JsonNode?> ReadAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, limit.Token);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            message.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage) continue;
            if (inflater is null) return JsonNode.Parse(message.ToArray());
            // A message ends with a flush, whatever frames it came in.
            if (message.ToArray() is [.., 0, 0, 0xFF, 0xFF]) return Inflate(message.ToArray());
        }
    }

    private JsonNode? Inflate(byte[] bytes)
    {
        compressed.SetLength(0);
        compressed.Write(bytes);
        compressed.Position = 0;
        using var text = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int count; (count = inflater!.Read(buffer)) > 0;)
        {
            text.Write(buffer, 0, count);
            if (compressed.Position == compressed.Length && count < buffer.Length) break;
        }

        return JsonNode.Parse(text.ToArray());
    }
}
