using System.Text.Json;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>A button. Source: components/reference#button.</summary>
internal static class ButtonForm
{
    /// <summary>Writes the fields of its own as the service gives them back.</summary>
    public static void Write(Utf8JsonWriter json, Form form, CustomIds ids)
    {
        var style = form.Choice("style", true, 1, 2, 3, 4, 5, 6);
        json.WriteNumber("style", style ?? 0);
        var label = form.TextUpTo("label", 80);
        if (!string.IsNullOrEmpty(label)) json.WriteString("label", label);
        WriteEmoji(json, form);
        if (form.Flag("disabled")) json.WriteBoolean("disabled", true);
        if (style == 6) json.WriteString("sku_id", Snowflakes.Text(form.Snowflake("sku_id", isRequired: true) ?? 0));
        else if (style == 5) WriteLink(json, form);
        else WriteAction(json, form, ids);
        if (style != 6 && string.IsNullOrEmpty(label) && !form.Has("emoji")) form.Fault("label", "BASE_TYPE_REQUIRED", "A label or emoji is required");
    }

    private static void WriteLink(Utf8JsonWriter json, Form form)
    {
        if (form.Has("custom_id"))
            form.Fault("", "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
        var url = form.Text("url", 1, 512, isRequired: true) ?? "";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) form.Fault("url", "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        else if (uri.Scheme is not ("http" or "https" or "discord"))
            form.Fault("url", "URL_TYPE_INVALID_SCHEME", $"Scheme \"{uri.Scheme}\" is not supported. Scheme must be one of ('http', 'https', 'discord').");
        json.WriteString("url", url);
    }

    private static void WriteAction(Utf8JsonWriter json, Form form, CustomIds ids)
    {
        if (form.Has("url")) form.Fault("", "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
        if (!form.Has("custom_id"))
        {
            form.Fault("", "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required");
            return;
        }

        var customId = form.Text("custom_id", 1, 100) ?? "";
        ids.Claim(form, customId);
        json.WriteString("custom_id", customId);
    }

    private static void WriteEmoji(Utf8JsonWriter json, Form form)
    {
        if (form.Inner("emoji") is not { } emoji) return;
        var id = emoji.Snowflake("id");
        var name = emoji.Text("name", 1, 32);
        var isUnicode = id is null && name is not null && name.Any(letter => letter > 127);
        if (id is null && !isUnicode) form.Fault("emoji.name", "BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji");
        json.WriteStartObject("emoji");
        if (id is { } known) json.WriteString("id", Snowflakes.Text(known));
        json.WriteString("name", name ?? "");
        if (id is not null) json.WriteBoolean("animated", emoji.Flag("animated"));
        json.WriteEndObject();
    }
}
