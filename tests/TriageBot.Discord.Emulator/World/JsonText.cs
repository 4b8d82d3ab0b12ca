using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.World;

/// <summary>Writes JSON as the service sends it, without a tree of nodes in between: for what is sent once, the tree costs more than all the rest.</summary>
internal sealed class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Kept for the next one. Whoever writes while another does has a buffer of its own.</summary>
    private static JsonText? spare;

    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private readonly Utf8JsonWriter writer;

    private JsonText() => writer = new Utf8JsonWriter(buffer, Options);

    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        var text = Interlocked.Exchange(ref spare, null) ?? new JsonText();
        write(text.writer);
        text.writer.Flush();
        var bytes = text.buffer.WrittenSpan.ToArray();
        text.buffer.ResetWrittenCount();
        text.writer.Reset();
        spare = text;
        return bytes;
    }

    /// <summary>The same for who puts it into something larger, or looks into it.</summary>
    public static JsonObject Node(Action<Utf8JsonWriter> write) => (JsonObject)JsonNode.Parse(Of(write))!;

    /// <summary>A value of a request as a node.</summary>
    public static JsonNode? NodeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        _ => JsonValue.Create(value),
    };
}

/// <summary>A list as the service gives it back: kept as it is sent, and taken apart only for who looks into it.</summary>
internal sealed class JsonList(byte[] bytes, int count)
{
    private JsonArray? items;

    public static JsonList Empty { get; } = new([.. "[]"u8], 0);

    public int Count => count;

    public JsonArray Items => items ??= (JsonArray)JsonNode.Parse(bytes)!;

    public static JsonList Of(JsonArray items) => new(JsonText.Of(json => items.WriteTo(json)), items.Count);

    public void WriteTo(Utf8JsonWriter json) => json.WriteRawValue(bytes, skipInputValidation: true);
}
