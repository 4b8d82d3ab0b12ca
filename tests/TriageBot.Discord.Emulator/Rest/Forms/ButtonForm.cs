using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>A button. Source: components/reference#button.</summary>
internal static class ButtonForm
{
    public static JsonObject Read(Form form, JsonObject json, Action<Form, string> claim)
    {
        var style = form.Choice("style", true, 1, 2, 3, 4, 5, 6);
        json["style"] = style;
        var label = form.TextUpTo("label", 80);
        if (!string.IsNullOrEmpty(label)) json["label"] = label;
        ReadEmoji(form, json);
        if (form.Flag("disabled")) json["disabled"] = true;
        if (style == 6) json["sku_id"] = World.Payload.IdOrNull(form.Snowflake("sku_id", isRequired: true));
        else if (style == 5) ReadLink(form, json);
        else ReadAction(form, json, claim);
        if (style != 6 && string.IsNullOrEmpty(label) && !form.Has("emoji")) form.Fault("label", "BASE_TYPE_REQUIRED", "A label or emoji is required");
        return json;
    }

    private static void ReadLink(Form form, JsonObject json)
    {
        if (form.Has("custom_id"))
            form.Fault("", "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
        var url = form.Text("url", 1, 512, isRequired: true) ?? "";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) form.Fault("url", "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        else if (uri.Scheme is not ("http" or "https" or "discord"))
            form.Fault("url", "URL_TYPE_INVALID_SCHEME", $"Scheme \"{uri.Scheme}\" is not supported. Scheme must be one of ('http', 'https', 'discord').");
        json["url"] = url;
    }

    private static void ReadAction(Form form, JsonObject json, Action<Form, string> claim)
    {
        if (form.Has("url")) form.Fault("", "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
        if (!form.Has("custom_id"))
        {
            form.Fault("", "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required");
            return;
        }

        var customId = form.Text("custom_id", 1, 100) ?? "";
        claim(form, customId);
        json["custom_id"] = customId;
    }

    private static void ReadEmoji(Form form, JsonObject json)
    {
        if (form.Inner("emoji") is not { } emoji) return;
        var id = emoji.Snowflake("id");
        var name = emoji.Text("name", 1, 32);
        var isUnicode = id is null && name is not null && name.Any(letter => letter > 127);
        if (id is null && !isUnicode) form.Fault("emoji.name", "BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji");
        json["emoji"] = id is { } known ? new JsonObject { ["id"] = World.Payload.Id(known), ["name"] = name ?? "", ["animated"] = emoji.Flag("animated") }
            : new JsonObject { ["name"] = name };
    }
}
