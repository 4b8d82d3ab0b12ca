using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>Embeds as a bot may send them. Source: resources/message, embed limits.</summary>
internal static class EmbedForm
{
    private const int MaxSum = 6000;

    /// <returns>As the service gives them back.</returns>
    public static JsonArray Read(Form message, IReadOnlySet<string> files)
    {
        var embeds = new JsonArray();
        var sum = 0;
        foreach (var form in message.Items("embeds", 0, 10)) embeds.Add(ReadOne(form, files, ref sum));
        if (sum > MaxSum) message.Fault("embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MaxSum}");
        return embeds;
    }

    private static JsonObject ReadOne(Form form, IReadOnlySet<string> files, ref int sum)
    {
        var json = new JsonObject { ["type"] = "rich" };
        Put(json, "title", Counted(form.TextUpTo("title", 256), ref sum));
        Put(json, "description", Counted(form.TextUpTo("description", 4096), ref sum));
        Put(json, "url", Address(form, "url", null));
        if (form.Integer("color", 0, 0xFFFFFF) is { } color) json["color"] = color;
        if (ReadTime(form) is { } time) json["timestamp"] = time;
        ReadFooter(form, json, files, ref sum);
        ReadAuthor(form, json, files, ref sum);
        foreach (var name in (string[])["image", "thumbnail"])
        {
            if (form.Inner(name) is { } picture) json[name] = Picture(picture, files);
        }

        if (form.Has("fields")) json["fields"] = ReadFields(form, ref sum);
        var isEmpty = json.Count == 1;
        if (isEmpty) form.Fault("description", "BASE_TYPE_REQUIRED", "This field is required");
        return json;
    }

    private static JsonArray ReadFields(Form form, ref int sum)
    {
        var fields = new JsonArray();
        foreach (var field in form.Items("fields", 0, 25))
        {
            fields.Add(new JsonObject
            {
                ["name"] = Counted(field.TextUpTo("name", 256, isRequired: true), ref sum),
                ["value"] = Counted(field.TextUpTo("value", 1024, isRequired: true), ref sum),
                ["inline"] = field.Flag("inline"),
            });
        }

        return fields;
    }

    private static void ReadFooter(Form form, JsonObject json, IReadOnlySet<string> files, ref int sum)
    {
        if (form.Inner("footer") is not { } footer) return;
        var made = new JsonObject { ["text"] = Counted(footer.TextUpTo("text", 2048, isRequired: true), ref sum) };
        Put(made, "icon_url", Address(footer, "icon_url", files));
        json["footer"] = made;
    }

    private static void ReadAuthor(Form form, JsonObject json, IReadOnlySet<string> files, ref int sum)
    {
        if (form.Inner("author") is not { } author) return;
        var made = new JsonObject { ["name"] = Counted(author.TextUpTo("name", 256, isRequired: true), ref sum) };
        Put(made, "url", Address(author, "url", null));
        Put(made, "icon_url", Address(author, "icon_url", files));
        json["author"] = made;
    }

    private static JsonObject Picture(Form form, IReadOnlySet<string> files)
    {
        if (!form.Has("url")) form.Required("url");
        var url = Address(form, "url", files) ?? "";
        return new JsonObject { ["url"] = url, ["proxy_url"] = url, ["width"] = 1, ["height"] = 1, ["flags"] = 0 };
    }

    private static string? ReadTime(Form form)
    {
        if (form.Text("timestamp", 1, 64) is not { } text) return null;
        if (DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var time)) return World.Payload.Time(time);
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

    private static void Put(JsonObject json, string name, string? value)
    {
        if (value is { Length: > 0 }) json[name] = value;
    }
}
