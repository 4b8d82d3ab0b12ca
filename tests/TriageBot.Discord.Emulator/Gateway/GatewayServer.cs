using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Gateway;

/// <summary>Gateway v10: takes sockets, reads what clients send, and throws out who breaks the rules. Source: events/gateway.</summary>
internal sealed class GatewayServer(WorldState world, Sessions sessions, GatewayDoor door)
{
    private const int MaxPayload = 4096;
    private const int MaxEvents = 120;
    private static readonly TimeSpan EventWindow = TimeSpan.FromSeconds(60);

    public async Task HandleAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = 400;
            return;
        }

        lock (world.Gate)
        {
            if (door.InsteadOfHello.TryPeek(out var instead) && instead.Length == 3)
            {
                context.Response.StatusCode = int.Parse(door.InsteadOfHello.Dequeue(), System.Globalization.CultureInfo.InvariantCulture);
                return;
            }
        }

        var query = context.Request.Query;
        var isCompressed = query["compress"] == "zlib-stream";
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var connection = new GatewayConnection(socket, isCompressed, context.Abort, door) { IsElsewhere = context.Connection.LocalPort == door.OtherPort };
        var writing = connection.WriteAsync(context.RequestAborted);
        lock (world.Gate) sessions.Connections.Add(connection);
        try
        {
            if (query["v"] != "10" && query["v"] != "9") connection.Close(CloseCode.Version);
            else if (query["encoding"] is var encoding && encoding != "json" && encoding.Count > 0) connection.Close(CloseCode.Decode);
            else Greet(connection);
            await ReadAsync(connection, context.RequestAborted);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // The client went away without a word; its session can be resumed.
        }
        finally
        {
            lock (world.Gate) sessions.Leave(connection);
            connection.Finish();
            await EndAsync(writing);
        }
    }

    private static async Task EndAsync(Task writing)
    {
        try
        {
            await writing;
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Nobody reads any more.
        }
    }

    private void Greet(GatewayConnection connection)
    {
        string instead;
        lock (world.Gate) instead = door.InsteadOfHello.TryDequeue(out var one) ? one : "";
        switch (instead)
        {
            case "silence":
                return;
            case "drop":
                connection.Drop();
                return;
            case "op7":
                connection.Send(Opcode.Reconnect, null);
                return;
            case { Length: 4 }:
                connection.Close(int.Parse(instead, System.Globalization.CultureInfo.InvariantCulture));
                return;
            default:
                connection.Send(Opcode.Hello, new JsonObject { ["heartbeat_interval"] = (long)door.HeartbeatInterval.TotalMilliseconds, ["_trace"] = new JsonArray("[\"emulated\"]") });
                return;
        }
    }

    private async Task ReadAsync(GatewayConnection connection, CancellationToken ct)
    {
        // One byte more than allowed, to see that it is too long.
        var buffer = ArrayPool<byte>.Shared.Rent(MaxPayload + 1);
        try
        {
            // Not by cancelling the read: that would end the connection without a close frame.
            using var watch = new Timer(_ => connection.Close(CloseCode.Unknown));
            connection.Watch = watch;
            if (door.MindsHeartbeats) watch.Change(Patience(), Timeout.InfiniteTimeSpan);
            while (true)
            {
                var length = await ReceiveAsync(connection, buffer, ct);
                if (length < 0) return;
                lock (world.Gate)
                {
                    Read(connection, buffer.AsSpan(0, length));
                    world.Changed();
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A heartbeat may be late by half an interval, as the service allows for the network.</summary>
    private TimeSpan Patience() => (door.HeartbeatInterval * 1.5) + TimeSpan.FromMilliseconds(500);

    /// <returns>Length of the message, or −1 at the end.</returns>
    private static async Task<int> ReceiveAsync(GatewayConnection connection, byte[] buffer, CancellationToken ct)
    {
        var length = 0;
        while (true)
        {
            var part = await connection.Socket.ReceiveAsync(buffer.AsMemory(length, MaxPayload + 1 - length), ct);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                connection.ClosedByClient = (int)(connection.Socket.CloseStatus ?? WebSocketCloseStatus.Empty);
                if (connection.Socket.State == WebSocketState.CloseReceived) connection.Close(connection.ClosedByClient is 1005 ? 1000 : connection.ClosedByClient);
                return -1;
            }

            length += part.Count;
            if (length > MaxPayload)
            {
                connection.Close(CloseCode.Decode);
                return -1;
            }

            if (part.EndOfMessage) return length;
        }
    }

    private void Read(GatewayConnection connection, ReadOnlySpan<byte> payload)
    {
        var now = Stopwatch.GetTimestamp();
        while (connection.Received.TryPeek(out var first) && Stopwatch.GetElapsedTime(first, now) > EventWindow) connection.Received.Dequeue();
        connection.Received.Enqueue(now);
        if (connection.Received.Count > MaxEvents)
        {
            connection.Close(CloseCode.RateLimited);
            return;
        }

        if (Parse(payload) is not { } message || message["op"] is not JsonValue value || !value.TryGetValue<int>(out var op)) connection.Close(CloseCode.Decode);
        else Handle(connection, op, message["d"]);
    }

    private void Handle(GatewayConnection connection, int op, JsonNode? body)
    {
        switch (op)
        {
            case Opcode.Heartbeat:
                connection.Heartbeats++;
                connection.HeartbeatNumber = body is JsonValue number && number.TryGetValue<long>(out var last) ? last : null;
                if (door.MindsHeartbeats) connection.Watch?.Change(Patience(), Timeout.InfiniteTimeSpan);
                if (door.Acknowledges) connection.Send(Opcode.Acknowledged, null);
                else sessions.Note("heartbeat not acknowledged");
                return;
            case Opcode.Identify:
                sessions.Identify(connection, body as JsonObject);
                return;
            case Opcode.Resume:
                sessions.Resume(connection, body as JsonObject);
                return;
            case Opcode.Presence or Opcode.Voice or Opcode.RequestMembers or Opcode.Soundboard:
                if (connection.Session is null) connection.Close(CloseCode.NotAuthenticated);
                else if (op == Opcode.RequestMembers) sessions.SendMembers(connection.Session, body as JsonObject);
                return;
            default:
                connection.Close(connection.Session is null ? CloseCode.NotAuthenticated : CloseCode.UnknownOpcode);
                return;
        }
    }

    private static JsonObject? Parse(ReadOnlySpan<byte> payload)
    {
        try
        {
            var reader = new Utf8JsonReader(payload);
            return JsonNode.Parse(ref reader) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
