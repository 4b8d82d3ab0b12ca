namespace TriageBot.Chat.Discord.Gateway;

internal enum Opcode
{
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    Resume = 6,
    Reconnect = 7,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAcknowledged = 11,
}

/// <summary>One message of the gateway, taken apart only as far as needed: what it carries stays bytes.</summary>
/// <param name="Sequence">Null for everything but dispatches.</param>
/// <param name="Name">Name of a dispatch.</param>
/// <param name="Data">The value of <c>d</c> as JSON; a part of the buffer that was read.</param>
internal readonly record struct GatewayFrame(int Op, long? Sequence, string? Name, ReadOnlyMemory<byte> Data)
{
    /// <exception cref="JsonException">This is no message of a gateway.</exception>
    public static GatewayFrame Read(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        int? op = null;
        long? sequence = null;
        string? name = null;
        var data = ReadOnlyMemory<byte>.Empty;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A message of the gateway is an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("op"u8)) op = reader.Read() ? reader.GetInt32() : null;
            else if (reader.ValueTextEquals("s"u8)) sequence = reader.Read() && reader.TokenType == JsonTokenType.Number ? reader.GetInt64() : null;
            else if (reader.ValueTextEquals("t"u8)) name = reader.Read() ? reader.GetString() : null;
            else if (reader.ValueTextEquals("d"u8)) data = Value(ref reader, json);
            else reader.Skip();
        }

        return new GatewayFrame(op ?? throw new JsonException("A message of the gateway names its kind."), sequence, name, data);
    }

    private static ReadOnlyMemory<byte> Value(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }
}
