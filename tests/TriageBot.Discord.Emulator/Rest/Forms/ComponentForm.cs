using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>Buttons, menus and texts below a message. Source: components/reference.</summary>
internal sealed class ComponentForm
{
    private const int MaxV2 = 40;

    private readonly HashSet<string> customIds = new(StringComparer.Ordinal);
    private readonly HashSet<long> ids = [];
    private readonly IReadOnlySet<string> files;
    private readonly bool isV2;
    private int count;
    private int texts;
    private int lastId;

    private ComponentForm(bool isV2, IReadOnlySet<string> files) => (this.isV2, this.files) = (isV2, files);

    /// <returns>As the service gives them back, every one with its number.</returns>
    public static JsonArray Read(Form message, bool isV2, IReadOnlySet<string> files)
    {
        var reader = new ComponentForm(isV2, files);
        var read = new JsonArray();
        foreach (var form in message.Items("components", 0, isV2 ? MaxV2 : 5)) read.Add(reader.Top(form));
        if (isV2 && reader.count > MaxV2) message.Fault("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", $"Total number of components cannot exceed {MaxV2}");
        if (reader.texts > 4000) message.Fault("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "Component displayable text size exceeds maximum size of 4000");
        return read;
    }

    private JsonObject Top(Form form) => form.Choice("type", true, isV2 ? [1, 9, 10, 12, 13, 14, 17] : [1]) switch
    {
        1 => Row(form),
        9 => Section(form),
        10 => Text(form),
        12 => Gallery(form),
        13 => File(form),
        14 => Separator(form),
        17 => Container(form),
        _ => [],
    };

    private JsonObject Row(Form form)
    {
        var json = Start(form, 1);
        var inner = new JsonArray();
        var width = 0;
        var items = form.Items("components", 1, 5);
        if (!form.Has("components")) form.Required("components");
        foreach (var item in items)
        {
            var type = item.Choice("type", true, 2, 3, 5, 6, 7, 8);
            width += type == 2 ? 1 : 5;
            inner.Add(type switch
            {
                2 => ButtonForm.Read(item, Start(item, 2), Claim),
                { } kind => SelectForm.Read(item, Start(item, kind), Claim, isInModal: false),
                null => new JsonObject(),
            });
        }

        if (width > 5) form.Fault("components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
        json["components"] = inner;
        return json;
    }

    private JsonObject Section(Form form)
    {
        var json = Start(form, 9);
        var inner = new JsonArray();
        foreach (var item in form.Items("components", 1, 3))
        {
            if (item.Choice("type", true, 10) is not null) inner.Add(Text(item));
        }

        if (inner.Count == 0) form.Required("components");
        json["components"] = inner;
        if (form.Inner("accessory") is not { } accessory) form.Required("accessory");
        else if (accessory.Choice("type", true, 2, 11) is { } type)
            json["accessory"] = type == 2 ? ButtonForm.Read(accessory, Start(accessory, 2), Claim) : Media(accessory, Start(accessory, 11), "media");
        return json;
    }

    private JsonObject Text(Form form)
    {
        var json = Start(form, 10);
        var text = form.Text("content", 1, 4000, isRequired: true) ?? "";
        texts += text.Length;
        json["content"] = text;
        return json;
    }

    private JsonObject Gallery(Form form)
    {
        var json = Start(form, 12);
        var items = form.Items("items", 1, 10);
        if (items.Count == 0) form.Required("items");
        json["items"] = new JsonArray([.. items.Select(item => (JsonNode)Media(item, [], "media"))]);
        return json;
    }

    private JsonObject File(Form form)
    {
        var json = Media(form, Start(form, 13), "file");
        var url = form.Inner("file")?.Text("url", 1, 2048) ?? "";
        if (!url.StartsWith("attachment://", StringComparison.Ordinal)) form.Fault("file.url", "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('attachment').");
        json["name"] = url.Replace("attachment://", "", StringComparison.Ordinal);
        json["size"] = 1;
        return json;
    }

    private JsonObject Media(Form form, JsonObject json, string name)
    {
        if (form.Inner(name) is not { } media)
        {
            form.Required(name);
            return json;
        }

        var url = media.Text("url", 1, 2048, isRequired: true) ?? "";
        if (url.StartsWith("attachment://", StringComparison.Ordinal) && !files.Contains(url["attachment://".Length..]))
            media.Fault("url", "ATTACHMENT_NOT_FOUND", "The specified attachment was not found.");
        json[name] = new JsonObject { ["id"] = "1", ["url"] = url, ["proxy_url"] = url, ["width"] = 1, ["height"] = 1, ["content_type"] = "image/png" };
        json["description"] = form.TextUpTo("description", 1024);
        json["spoiler"] = form.Flag("spoiler");
        return json;
    }

    private JsonObject Separator(Form form)
    {
        var json = Start(form, 14);
        json["divider"] = !form.Has("divider") || form.Flag("divider");
        json["spacing"] = form.Choice("spacing", false, 1, 2) ?? 1;
        return json;
    }

    private JsonObject Container(Form form)
    {
        var json = Start(form, 17);
        var inner = new JsonArray();
        foreach (var item in form.Items("components", 1, MaxV2))
        {
            if (item.Choice("type", true, 1, 9, 10, 12, 13, 14) is not null) inner.Add(Top(item));
        }

        if (inner.Count == 0) form.Required("components");
        json["accent_color"] = form.Integer("accent_color", 0, 0xFFFFFF);
        json["spoiler"] = form.Flag("spoiler");
        json["components"] = inner;
        return json;
    }

    private JsonObject Start(Form form, int type)
    {
        count++;
        var given = form.Integer("id", 0, int.MaxValue);
        if (given is > 0 && !ids.Add(given.Value)) form.Fault("id", "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
        return new JsonObject { ["type"] = type, ["id"] = given is > 0 ? (int)given : ++lastId };
    }

    /// <summary>A message's ids of buttons and menus are there once; disabled ones count too.</summary>
    private void Claim(Form form, string customId)
    {
        if (!customIds.Add(customId)) form.Fault("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }
}
