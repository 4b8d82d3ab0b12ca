using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.People;

/// <summary>A form filled in by a person, in the shape in which the service sends it: rows for rows, labels for labels.</summary>
internal sealed class ModalInput(MenuChoice choice)
{
    public JsonArray Fill(JsonObject modal, JsonObject values)
    {
        HashSet<string> used = [];
        var filled = new JsonArray();
        foreach (var top in (modal["components"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var json = new JsonObject { ["type"] = top["type"]?.DeepClone(), ["id"] = top["id"]?.DeepClone() };
            switch ((int?)top["type"])
            {
                case 1:
                    json["components"] = new JsonArray([.. (top["components"] as JsonArray ?? []).OfType<JsonObject>().Select(input => (JsonNode)Input(input, values, used))]);
                    break;
                case 18:
                    json["component"] = Input((JsonObject)top["component"]!, values, used);
                    break;
            }

            filled.Add(json);
        }

        if (values.Select(pair => pair.Key).FirstOrDefault(name => !used.Contains(name)) is { } unknown) throw new ImpossibleException($"The form has no field {unknown}.");
        return filled;
    }

    private JsonObject Input(JsonObject input, JsonObject values, HashSet<string> used)
    {
        var customId = (string?)input["custom_id"] ?? "";
        var type = (int?)input["type"] ?? 0;
        used.Add(customId);
        var json = new JsonObject { ["type"] = type, ["id"] = input["id"]?.DeepClone(), ["custom_id"] = customId };
        var value = values[customId];
        if (type == 4)
        {
            // What stood in the field stays when nobody types over it.
            json["value"] = Text(input, value?.ToString() ?? (string?)input["value"] ?? "");
            return json;
        }

        if (type is 3 or 5 or 6 or 7 or 8)
        {
            var chosen = value is JsonArray list ? list.Select(item => item?.ToString() ?? "").ToList() : value is null ? Defaults(input) : [value.ToString()];
            json["values"] = choice.Read(input, chosen);
            return json;
        }

        throw new ImpossibleException($"Fields of type {type} are not played here.");
    }

    private static string Text(JsonObject input, string text)
    {
        var min = (int?)input["min_length"] ?? 0;
        var max = (int?)input["max_length"] ?? 4000;
        var isRequired = input["required"]?.GetValue<bool>() ?? true;
        if (isRequired && text.Length == 0) throw new ImpossibleException($"{input["custom_id"]} must be filled in.");
        if (text.Length > max || (text.Length > 0 && text.Length < min)) throw new ImpossibleException($"{input["custom_id"]} takes {min} to {max} characters, not {text.Length}.");
        return text;
    }

    private static List<string> Defaults(JsonObject input) =>
        [.. (input["options"] as JsonArray ?? []).OfType<JsonObject>().Where(option => option["default"]?.GetValue<bool>() == true).Select(option => (string?)option["value"] ?? "")];
}
