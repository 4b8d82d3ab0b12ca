using System.Text.Json;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>A menu to choose from: own texts (3), users (5), roles (6), both (7), channels (8).</summary>
internal static class SelectForm
{
    private const int Strings = 3;
    private const int Channels = 8;

    /// <summary>Writes the fields of its own as the service gives them back.</summary>
    public static void Write(Utf8JsonWriter json, Form form, int type, CustomIds ids, bool isInModal)
    {
        var customId = form.Text("custom_id", 1, 100, isRequired: true) ?? "";
        if (customId.Length > 0) ids.Claim(form, customId);
        json.WriteString("custom_id", customId);
        if (form.TextUpTo("placeholder", 150) is { } placeholder) json.WriteString("placeholder", placeholder);
        var min = form.Integer("min_values", 0, 25) ?? 1;
        var max = form.Integer("max_values", 1, 25) ?? 1;
        if (min > max) form.Fault("min_values", "NUMBER_TYPE_MAX", $"int value should be less than or equal to {max}.");
        json.WriteNumber("min_values", min);
        json.WriteNumber("max_values", max);
        if (isInModal) WriteRequired(json, form, min);
        else if (form.Flag("disabled")) json.WriteBoolean("disabled", true);
        if (type == Strings) WriteOptions(json, form, min, max);
        else WriteDefaults(json, form, type, min, max);
        if (type != Channels || form.List("channel_types", 0, 50) is not { Count: > 0 } types) return;
        json.WriteStartArray("channel_types");
        foreach (var one in types) one.WriteTo(json);
        json.WriteEndArray();
    }

    private static void WriteRequired(Utf8JsonWriter json, Form form, long min)
    {
        var isRequired = !form.Has("required") || form.Flag("required");
        json.WriteBoolean("required", isRequired);
        if (isRequired && min == 0) form.Fault("min_values", "NUMBER_TYPE_MIN", "int value should be greater than or equal to 1.");
    }

    private static void WriteOptions(Utf8JsonWriter json, Form form, long min, long max)
    {
        var items = form.Items("options", 1, 25);
        if (!form.Has("options")) form.Required("options");
        HashSet<string> values = new(StringComparer.Ordinal);
        var defaults = 0;
        json.WriteStartArray("options");
        foreach (var item in items)
        {
            var value = item.Text("value", 1, 100, isRequired: true) ?? "";
            if (!values.Add(value)) item.Fault("value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            json.WriteStartObject();
            json.WriteString("label", item.Text("label", 1, 100, isRequired: true, isTrimmed: true));
            json.WriteString("value", value);
            if (item.TextUpTo("description", 100) is { Length: > 0 } description) json.WriteString("description", description);
            if (item.Inner("emoji") is { } emoji)
            {
                json.WritePropertyName("emoji");
                emoji.Json.WriteTo(json);
            }

            if (item.Flag("default"))
            {
                json.WriteBoolean("default", true);
                defaults++;
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (defaults > max) form.Fault("options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many default values");
        if (items.Count > 0 && max > items.Count) form.Fault("max_values", "NUMBER_TYPE_MAX", $"int value should be less than or equal to {items.Count}.");
        if (items.Count > 0 && min > items.Count) form.Fault("min_values", "NUMBER_TYPE_MAX", $"int value should be less than or equal to {items.Count}.");
    }

    private static void WriteDefaults(Utf8JsonWriter json, Form form, int type, long min, long max)
    {
        var defaults = form.Items("default_values", 0, 25);
        if (defaults.Count == 0) return;
        json.WriteStartArray("default_values");
        foreach (var item in defaults)
        {
            var kind = item.Text("type", 1, 20, isRequired: true);
            var isFitting = (type, kind) is (5, "user") or (6, "role") or (7, "user") or (7, "role") or (8, "channel");
            if (!isFitting) item.Fault("type", "BASE_TYPE_CHOICES", "Value must be one of ('user', 'role', 'channel').");
            json.WriteStartObject();
            json.WriteString("id", Snowflakes.Text(item.Snowflake("id", isRequired: true) ?? 0));
            json.WriteString("type", kind);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (defaults.Count > max || defaults.Count < min) form.Fault("default_values", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many default values");
    }
}
