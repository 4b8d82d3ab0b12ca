using System.Text.Json;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>Buttons, menus and texts below a message. Source: components/reference.</summary>
internal sealed class ComponentForm
{
    private const int MaxV2 = 40;

    private readonly CustomIds customIds = new();
    private readonly HashSet<long> ids = [];
    private readonly Utf8JsonWriter json;
    private readonly IReadOnlySet<string> files;
    private readonly bool isV2;
    private int count;
    private int texts;
    private int lastId;

    private ComponentForm(Utf8JsonWriter json, bool isV2, IReadOnlySet<string> files) => (this.json, this.isV2, this.files) = (json, isV2, files);

    /// <returns>As the service gives them back, every one with its number.</returns>
    public static JsonList Read(Form message, bool isV2, IReadOnlySet<string> files)
    {
        var items = message.Items("components", 0, isV2 ? MaxV2 : 5);
        if (items.Count == 0) return JsonList.Empty;
        return new JsonList(JsonText.Of(json => Write(json, message, items, isV2, files)), items.Count);
    }

    private static void Write(Utf8JsonWriter json, Form message, List<Form> items, bool isV2, IReadOnlySet<string> files)
    {
        var writer = new ComponentForm(json, isV2, files);
        json.WriteStartArray();
        foreach (var form in items) writer.Top(form);
        json.WriteEndArray();
        if (isV2 && writer.count > MaxV2) message.Fault("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", $"Total number of components cannot exceed {MaxV2}");
        if (writer.texts > 4000) message.Fault("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "Component displayable text size exceeds maximum size of 4000");
    }

    private void Top(Form form)
    {
        if ((isV2 ? form.Choice("type", true, 1, 9, 10, 12, 13, 14, 17) : form.Choice("type", true, 1)) is not { } type) return;
        Start(form, type);
        if (type == 1) Row(form);
        else if (type == 9) Section(form);
        else if (type == 10) Text(form);
        else if (type == 12) Gallery(form);
        else if (type == 13) File(form);
        else if (type == 14) Separator(form);
        else Container(form);
        json.WriteEndObject();
    }

    private void Row(Form form)
    {
        var width = 0;
        var items = form.Items("components", 1, 5);
        if (!form.Has("components")) form.Required("components");
        json.WriteStartArray("components");
        foreach (var item in items)
        {
            var type = item.Choice("type", true, 2, 3, 5, 6, 7, 8);
            width += type == 2 ? 1 : 5;
            if (type == 2) Button(item);
            else if (type is { } kind) Select(item, kind);
        }

        json.WriteEndArray();
        if (width > 5) form.Fault("components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
    }

    private void Button(Form form)
    {
        Start(form, 2);
        ButtonForm.Write(json, form, customIds);
        json.WriteEndObject();
    }

    private void Select(Form form, int type)
    {
        Start(form, type);
        SelectForm.Write(json, form, type, customIds, isInModal: false);
        json.WriteEndObject();
    }

    private void Section(Form form)
    {
        var hasTexts = false;
        json.WriteStartArray("components");
        foreach (var item in form.Items("components", 1, 3))
        {
            if (item.Choice("type", true, 10) is null) continue;
            hasTexts = true;
            Top(item);
        }

        json.WriteEndArray();
        if (!hasTexts) form.Required("components");
        if (form.Inner("accessory") is not { } accessory)
        {
            form.Required("accessory");
            return;
        }

        var type = accessory.Choice("type", true, 2, 11);
        if (type is not null) json.WritePropertyName("accessory");
        if (type == 2) Button(accessory);
        else if (type == 11) Picture(accessory);
    }

    private void Text(Form form)
    {
        var text = form.Text("content", 1, 4000, isRequired: true) ?? "";
        texts += text.Length;
        json.WriteString("content", text);
    }

    private void Picture(Form form)
    {
        Start(form, 11);
        Media(form, "media");
        json.WriteEndObject();
    }

    private void Gallery(Form form)
    {
        var items = form.Items("items", 1, 10);
        if (items.Count == 0) form.Required("items");
        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteStartObject();
            Media(item, "media");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void File(Form form)
    {
        Media(form, "file");
        var url = form.Inner("file")?.Text("url", 1, 2048) ?? "";
        if (!url.StartsWith("attachment://", StringComparison.Ordinal)) form.Fault("file.url", "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('attachment').");
        json.WriteString("name", url.Replace("attachment://", "", StringComparison.Ordinal));
        json.WriteNumber("size", 1);
    }

    private void Media(Form form, string name)
    {
        if (form.Inner(name) is not { } media)
        {
            form.Required(name);
            return;
        }

        var url = media.Text("url", 1, 2048, isRequired: true) ?? "";
        if (url.StartsWith("attachment://", StringComparison.Ordinal) && !files.Contains(url["attachment://".Length..]))
            media.Fault("url", "ATTACHMENT_NOT_FOUND", "The specified attachment was not found.");
        json.WriteStartObject(name);
        json.WriteString("id", "1");
        json.WriteString("url", url);
        json.WriteString("proxy_url", url);
        json.WriteNumber("width", 1);
        json.WriteNumber("height", 1);
        json.WriteString("content_type", "image/png");
        json.WriteEndObject();
        json.WriteString("description", form.TextUpTo("description", 1024));
        json.WriteBoolean("spoiler", form.Flag("spoiler"));
    }

    private void Separator(Form form)
    {
        json.WriteBoolean("divider", !form.Has("divider") || form.Flag("divider"));
        json.WriteNumber("spacing", form.Choice("spacing", false, 1, 2) ?? 1);
    }

    private void Container(Form form)
    {
        var isEmpty = true;
        json.WriteStartArray("components");
        foreach (var item in form.Items("components", 1, MaxV2))
        {
            if (item.Choice("type", true, 1, 9, 10, 12, 13, 14) is null) continue;
            isEmpty = false;
            Top(item);
        }

        json.WriteEndArray();
        if (isEmpty) form.Required("components");
        if (form.Integer("accent_color", 0, 0xFFFFFF) is { } color) json.WriteNumber("accent_color", color);
        else json.WriteNull("accent_color");
        json.WriteBoolean("spoiler", form.Flag("spoiler"));
    }

    /// <summary>Begins a component; whoever calls it ends it.</summary>
    private void Start(Form form, int type)
    {
        count++;
        var given = form.Integer("id", 0, int.MaxValue);
        if (given is > 0 && !ids.Add(given.Value)) form.Fault("id", "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
        json.WriteStartObject();
        json.WriteNumber("type", type);
        json.WriteNumber("id", given is > 0 ? (int)given : ++lastId);
    }
}
