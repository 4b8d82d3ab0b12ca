namespace TriageBot.Chat.Discord.Gateway;

/// <summary>What is sent to and read from the gateway itself.</summary>
internal static class GatewayMessages
{
    public static byte[] Heartbeat(long? sequence) =>
        JsonSerializer.SerializeToUtf8Bytes(new HeartbeatMessage((int)Opcode.Heartbeat, sequence), GatewayJson.Default.HeartbeatMessage);

    public static byte[] Identify(string token, int intents, int shard, int shards) => JsonSerializer.SerializeToUtf8Bytes(
        new IdentifyMessage(
            (int)Opcode.Identify,
            new IdentifyData(token, intents, [shard, shards], new IdentifyProperties(Environment.OSVersion.Platform.ToString().ToLowerInvariant(), "triagebot", "triagebot"))),
        GatewayJson.Default.IdentifyMessage);

    public static byte[] Resume(string token, GatewaySession session) => JsonSerializer.SerializeToUtf8Bytes(
        new ResumeMessage((int)Opcode.Resume, new ResumeData(token, session.Id, session.Sequence)),
        GatewayJson.Default.ResumeMessage);

    /// <summary>What a frame means to the rules; null for kinds that this program does not know.</summary>
    /// <exception cref="JsonException">It is not what the protocol says.</exception>
    public static GatewayEvent? Read(GatewayFrame frame) => (Opcode)frame.Op switch
    {
        Opcode.Dispatch when frame.Name == "READY" => ReadReady(frame),
        Opcode.Dispatch => new GatewayEvent.Dispatched(frame.Name ?? "", frame.Sequence),
        Opcode.Hello => new GatewayEvent.Hello(TimeSpan.FromMilliseconds(Parse(frame, GatewayJson.Default.HelloData).HeartbeatInterval)),
        Opcode.HeartbeatAcknowledged => new GatewayEvent.Acknowledged(),
        Opcode.Heartbeat => new GatewayEvent.HeartbeatAsked(),
        Opcode.Reconnect => new GatewayEvent.ReconnectAsked(),
        Opcode.InvalidSession => new GatewayEvent.SessionInvalid(frame.Data.Span.SequenceEqual("true"u8)),
        _ => null,
    };

    private static GatewayEvent.Began ReadReady(GatewayFrame frame)
    {
        var ready = Parse(frame, GatewayJson.Default.ReadyData);
        return new GatewayEvent.Began(new GatewaySession(ready.SessionId, new Uri(ready.ResumeGatewayUrl), frame.Sequence ?? 0));
    }

    private static T Parse<T>(GatewayFrame frame, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(frame.Data.Span, type) ?? throw new JsonException("A message of the gateway carries nothing.");
}

internal sealed record HeartbeatMessage(int Op, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? D);
internal sealed record IdentifyMessage(int Op, IdentifyData D);
internal sealed record IdentifyData(string Token, int Intents, int[] Shard, IdentifyProperties Properties);
internal sealed record IdentifyProperties(string Os, string Browser, string Device);
internal sealed record ResumeMessage(int Op, ResumeData D);
internal sealed record ResumeData(string Token, string SessionId, long Seq);

internal sealed class HelloData
{
    public int HeartbeatInterval { get; init; }
}

internal sealed class ReadyData
{
    public string SessionId { get; init; } = "";
    public string ResumeGatewayUrl { get; init; } = "";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HeartbeatMessage))]
[JsonSerializable(typeof(IdentifyMessage))]
[JsonSerializable(typeof(ResumeMessage))]
[JsonSerializable(typeof(HelloData))]
[JsonSerializable(typeof(ReadyData))]
internal sealed partial class GatewayJson : JsonSerializerContext;
