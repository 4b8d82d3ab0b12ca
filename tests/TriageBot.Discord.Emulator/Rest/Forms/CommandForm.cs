using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>Commands as an application registers them. Source: interactions/application-commands.</summary>
internal static partial class CommandForm
{
    private const int MaxSize = 8000;
    private static readonly string[] Locales =
    [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR",
        "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    ];

    /// <param name="isForGuild">Guild commands have no contexts.</param>
    /// <returns>The command without ids, as the service gives it back.</returns>
    public static JsonObject Read(Form form, bool isForGuild)
    {
        var type = form.Choice("type", false, 1, 2, 3) ?? 1;
        var json = new JsonObject { ["type"] = type, ["name"] = ReadName(form, isSlash: type == 1) };
        if (type == 1) json["description"] = form.Text("description", 1, 100, isRequired: true, isTrimmed: true);
        else ReadNoDescription(form, json);
        Localizations(form, json, "name_localizations", type == 1 ? 32 : 32);
        Localizations(form, json, "description_localizations", 100);
        json["default_member_permissions"] = ReadPermissions(form);
        json["nsfw"] = form.Flag("nsfw");
        if (!isForGuild) ReadPlaces(form, json);
        if (type == 1) CommandOptionForm.ReadOptions(form, json, depth: 0);
        else if (form.Node("options") is JsonArray { Count: > 0 }) form.Fault("options", "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS", "Context menu commands cannot have options");
        if (Size((JsonObject)JsonText.NodeOf(form.Json)!) > MaxSize) form.Fault("", "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MaxSize})");
        return json;
    }

    public static string ReadName(Form form, bool isSlash)
    {
        var name = form.Text("name", 1, 32, isRequired: true) ?? "";
        if (isSlash && name.Length > 0 && (!Name().IsMatch(name) || name != name.ToLower(CultureInfo.InvariantCulture)))
            form.Fault("name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        return name;
    }

    public static void Localizations(Form form, JsonObject json, string name, int max)
    {
        if (!form.Says(name)) return;
        if (form.Inner(name) is not { } map) return;
        foreach (var locale in map.Json.EnumerateObject().Select(field => field.Name))
        {
            if (Array.IndexOf(Locales, locale) < 0) form.Fault($"{name}.{locale}", "BASE_TYPE_CHOICES", "Value must be one of the known locales.");
            map.Text(locale, 1, max);
        }

        json[name] = JsonText.NodeOf(map.Json);
    }

    private static void ReadNoDescription(Form form, JsonObject json)
    {
        json["description"] = "";
        if (form.Node("description") is JsonValue value && value.ToString().Length > 0)
            form.Fault("description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION", "Context menu commands cannot have description");
    }

    private static string? ReadPermissions(Form form)
    {
        if (form.Node("default_member_permissions") is not { } node) return null;
        if (node is JsonValue value && Snowflakes.Read(value.ToString()) is { } bits) return Snowflakes.Text(bits);
        form.Fault("default_member_permissions", "NUMBER_TYPE_COERCE", "Value is not int.");
        return null;
    }

    private static void ReadPlaces(Form form, JsonObject json)
    {
        json["dm_permission"] = !form.Has("dm_permission") || form.Flag("dm_permission");
        json["contexts"] = form.Has("contexts") ? Numbers(form, "contexts", 2) : null;
        json["integration_types"] = form.Has("integration_types") ? Numbers(form, "integration_types", 1) : new JsonArray(0);
    }

    private static JsonArray Numbers(Form form, string name, int max)
    {
        var numbers = new JsonArray();
        HashSet<int> seen = [];
        foreach (var (i, item) in form.List(name, 1, max + 1).Index())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt32(out var number) || number < 0 || number > max) form.Fault($"{name}.{i}", "BASE_TYPE_CHOICES", "Value must be one of the known numbers.");
            else if (!seen.Add(number)) form.Fault(name, "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
            else numbers.Add(number);
        }

        return numbers;
    }

    /// <summary>Characters in names, descriptions and values of a command and all below it; the longest translation counts.</summary>
    private static int Size(JsonObject json)
    {
        var size = Longest(json, "name") + Longest(json, "description");
        if (json["value"] is JsonValue value && value.GetValueKind() == JsonValueKind.String) size += value.GetValue<string>().Length;
        foreach (var list in (string[])["options", "choices"])
        {
            foreach (var item in json[list] as JsonArray ?? []) size += item is JsonObject inner ? Size(inner) : 0;
        }

        return size;
    }

    private static int Longest(JsonObject json, string name)
    {
        var length = (json[name] as JsonValue)?.ToString().Length ?? 0;
        foreach (var (_, text) in json[name + "_localizations"] as JsonObject ?? []) length = Math.Max(length, text?.ToString().Length ?? 0);
        return length;
    }

    // .NET has no Script=: the blocks of Devanagari and Thai stand for their scripts.
    [GeneratedRegex(@"^[-_'\p{L}\p{N}\u0900-\u097F\u0E00-\u0E7F]{1,32}$")]
    private static partial Regex Name();
}
