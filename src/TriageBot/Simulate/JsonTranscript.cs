using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace TriageBot.Simulate;

/// <summary>What the bot showed, one JSON object per line, for programs.</summary>
internal sealed class JsonTranscript(TextWriter output, DateTimeZone zone) : ITranscript
{
    /// <summary>Letters and dashes stay readable; this is a file or a pipe, never a web page.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(Instant at, string deed)
    {
        // Only what the bot shows.
    }

    public void Write(Shown shown)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable)) Write(json, shown);
        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private void Write(Utf8JsonWriter json, Shown shown)
    {
        json.WriteStartObject();
        json.WriteString("at", OffsetDateTimePattern.Rfc3339.Format(shown.At.InZone(zone).ToOffsetDateTime()));
        json.WriteString("to", shown.To);
        json.WriteString("visibility", shown.OnlyFor is null ? "public" : "private");
        json.WriteString("kind", shown.Kind switch
        {
            ShownKind.Post => "post",
            ShownKind.Edit => "edit",
            ShownKind.Reply => "reply",
            ShownKind.Form => "form",
            _ => throw new InvalidOperationException($"Unknown kind {shown.Kind}."),
        });
        if (shown.Item is { } item) json.WriteNumber("item", item);
        else json.WriteNull("item");
        json.WriteString("text", shown.Text);
        json.WriteStartArray("buttons");
        foreach (var label in shown.Buttons) json.WriteStringValue(label);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
