using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>A menu to choose from: own texts (3), users (5), roles (6), both (7), channels (8).</summary>
internal static class SelectForm
{
    private const int Strings = 3;
    private const int Channels = 8;

    public static JsonObject Read(Form form, JsonObject json, Action<Form, string> claim, bool isInModal)
    {
        var type = (int?)json["type"] ?? 0;
        var customId = form.Text("custom_id", 1, 100, isRequired: true) ?? "";
        if (customId.Length > 0) claim(form, customId);
        json["custom_id"] = customId;
        if (form.TextUpTo("placeholder", 150) is { } placeholder) json["placeholder"] = placeholder;
        var min = form.Integer("min_values", 0, 25) ?? 1;
        var max = form.Integer("max_values", 1, 25) ?? 1;
        if (min > max) form.Fault("min_values", "NUMBER_TYPE_MAX", $"int value should be less than or equal to {max}.");
        json["min_values"] = (int)min;
        json["max_values"] = (int)max;
        if (isInModal) ReadRequired(form, json, min);
        else if (form.Flag("disabled")) json["disabled"] = true;
        if (type == Strings) ReadOptions(form, json, min, max);
        else ReadDefaults(form, json, type, min, max);
        if (type == Channels && form.List("channel_types", 0, 50) is { Count: > 0 } types) json["channel_types"] = new JsonArray([.. types.Select(item => item?.DeepClone())]);
        return json;
    }

    private static void ReadRequired(Form form, JsonObject json, long min)
    {
        var isRequired = !form.Has("required") || form.Flag("required");
        json["required"] = isRequired;
        if (isRequired && min == 0) form.Fault("min_values", "NUMBER_TYPE_MIN", "int value should be greater than or equal to 1.");
    }

    private static void ReadOptions(Form form, JsonObject json, long min, long max)
    {
        var options = new JsonArray();
        var items = form.Items("options", 1, 25);
        if (!form.Has("options")) form.Required("options");
        HashSet<string> values = new(StringComparer.Ordinal);
        var defaults = 0;
        foreach (var item in items)
        {
            var value = item.Text("value", 1, 100, isRequired: true) ?? "";
            if (!values.Add(value)) item.Fault("value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            var option = new JsonObject { ["label"] = item.Text("label", 1, 100, isRequired: true, isTrimmed: true), ["value"] = value };
            if (item.TextUpTo("description", 100) is { Length: > 0 } description) option["description"] = description;
            if (item.Inner("emoji") is { } emoji) option["emoji"] = emoji.Json.DeepClone();
            if (item.Flag("default")) option["default"] = true;
            if (item.Flag("default")) defaults++;
            options.Add(option);
        }

        if (defaults > max) form.Fault("options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many default values");
        if (items.Count > 0 && max > items.Count) form.Fault("max_values", "NUMBER_TYPE_MAX", $"int value should be less than or equal to {items.Count}.");
        if (items.Count > 0 && min > items.Count) form.Fault("min_values", "NUMBER_TYPE_MAX", $"int value should be less than or equal to {items.Count}.");
        json["options"] = options;
    }

    private static void ReadDefaults(Form form, JsonObject json, int type, long min, long max)
    {
        var defaults = new JsonArray();
        foreach (var item in form.Items("default_values", 0, 25))
        {
            var kind = item.Text("type", 1, 20, isRequired: true);
            var isFitting = (type, kind) is (5, "user") or (6, "role") or (7, "user") or (7, "role") or (8, "channel");
            if (!isFitting) item.Fault("type", "BASE_TYPE_CHOICES", "Value must be one of ('user', 'role', 'channel').");
            defaults.Add(new JsonObject { ["id"] = World.Payload.IdOrNull(item.Snowflake("id", isRequired: true)), ["type"] = kind });
        }

        if (defaults.Count == 0) return;
        if (defaults.Count > max || defaults.Count < min) form.Fault("default_values", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many default values");
        json["default_values"] = defaults;
    }
}
