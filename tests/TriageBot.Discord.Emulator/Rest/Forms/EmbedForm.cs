using System.Text.Json;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>Embeds as a bot may send them. Source: resources/message, embed limits.</summary>
internal static class EmbedForm
{
    private const int MaxSum = 6000;
    private static readonly string[] Pictures = ["image", "thumbnail"];

    /// <returns>As the service gives them back.</returns>
    public static JsonList Read(Form message, IReadOnlySet<string> files)
    {
        var items = message.Items("embeds", 0, 10);
        if (items.Count == 0) return JsonList.Empty;
        return new JsonList(JsonText.Of(json => Write(json, message, items, files)), items.Count);
    }

    private static void Write(Utf8JsonWriter json, Form message, List<Form> items, IReadOnlySet<string> files)
    {
        var sum = 0;
        json.WriteStartArray();
        foreach (var form in items) WriteOne(json, form, files, ref sum);
        json.WriteEndArray();
        if (sum > MaxSum) message.Fault("embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MaxSum}");
    }

    private static void WriteOne(Utf8JsonWriter json, Form form, IReadOnlySet<string> files, ref int sum)
    {
        json.WriteStartObject();
        json.WriteString("type", "rich");
        var bare = Written(json);
        Put(json, "title", Counted(form.TextUpTo("title", 256), ref sum));
        Put(json, "description", Counted(form.TextUpTo("description", 4096), ref sum));
        Put(json, "url", Address(form, "url", null));
        if (form.Integer("color", 0, 0xFFFFFF) is { } color) json.WriteNumber("color", color);
        Put(json, "timestamp", ReadTime(form));
        WriteFooter(json, form, files, ref sum);
        WriteAuthor(json, form, files, ref sum);
        foreach (var name in Pictures)
        {
            if (form.Inner(name) is { } picture) WritePicture(json, name, picture, files);
        }

        if (form.Has("fields")) WriteFields(json, form, ref sum);
        if (Written(json) == bare) form.Fault("description", "BASE_TYPE_REQUIRED", "This field is required");
        json.WriteEndObject();
    }

    private static long Written(Utf8JsonWriter json) => json.BytesCommitted + json.BytesPending;

    private static void WriteFields(Utf8JsonWriter json, Form form, ref int sum)
    {
        json.WriteStartArray("fields");
        foreach (var field in form.Items("fields", 0, 25))
        {
            json.WriteStartObject();
            json.WriteString("name", Counted(field.TextUpTo("name", 256, isRequired: true), ref sum));
            json.WriteString("value", Counted(field.TextUpTo("value", 1024, isRequired: true), ref sum));
            json.WriteBoolean("inline", field.Flag("inline"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFooter(Utf8JsonWriter json, Form form, IReadOnlySet<string> files, ref int sum)
    {
        if (form.Inner("footer") is not { } footer) return;
        json.WriteStartObject("footer");
        json.WriteString("text", Counted(footer.TextUpTo("text", 2048, isRequired: true), ref sum));
        Put(json, "icon_url", Address(footer, "icon_url", files));
        json.WriteEndObject();
    }

    private static void WriteAuthor(Utf8JsonWriter json, Form form, IReadOnlySet<string> files, ref int sum)
    {
        if (form.Inner("author") is not { } author) return;
        json.WriteStartObject("author");
        json.WriteString("name", Counted(author.TextUpTo("name", 256, isRequired: true), ref sum));
        Put(json, "url", Address(author, "url", null));
        Put(json, "icon_url", Address(author, "icon_url", files));
        json.WriteEndObject();
    }

    private static void WritePicture(Utf8JsonWriter json, string name, Form form, IReadOnlySet<string> files)
    {
        if (!form.Has("url")) form.Required("url");
        var url = Address(form, "url", files) ?? "";
        json.WriteStartObject(name);
        json.WriteString("url", url);
        json.WriteString("proxy_url", url);
        json.WriteNumber("width", 1);
        json.WriteNumber("height", 1);
        json.WriteNumber("flags", 0);
        json.WriteEndObject();
    }

    private static string? ReadTime(Form form)
    {
        if (form.Text("timestamp", 1, 64) is not { } text) return null;
        if (DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var time)) return Payload.Time(time);
        form.Fault("timestamp", "DATE_TIME_TYPE_PARSE", $"Could not parse {text}. Should be ISO8601.");
        return null;
    }

    /// <param name="files">Names that <c>attachment://</c> may name; none where only the web may be named.</param>
    private static string? Address(Form form, string name, IReadOnlySet<string>? files)
    {
        if (form.Text(name, 1, 2048) is not { } text) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)) form.Fault(name, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        else if (uri.Scheme == "attachment" && files is not null)
        {
            if (!files.Contains(text["attachment://".Length..])) form.Fault(name, "ATTACHMENT_NOT_FOUND", "The specified attachment was not found.");
        }
        else if (uri.Scheme is not ("http" or "https"))
        {
            form.Fault(name, "URL_TYPE_INVALID_SCHEME", $"Scheme \"{uri.Scheme}\" is not supported. Scheme must be one of ('http', 'https').");
        }

        return text;
    }

    private static string? Counted(string? text, ref int sum)
    {
        sum += text?.Length ?? 0;
        return text;
    }

    private static void Put(Utf8JsonWriter json, string name, string? value)
    {
        if (value is { Length: > 0 }) json.WriteString(name, value);
    }
}
