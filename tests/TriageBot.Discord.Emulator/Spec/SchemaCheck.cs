using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TriageBot.Discord.Emulator.Spec;

/// <summary>JSON Schema as far as the specification uses it. Where it and the documentation differ the documentation is followed; each such place says so.</summary>
internal sealed class SchemaCheck(JsonObject schemas)
{
    private const string Prefix = "#/components/schemas/";

    public IReadOnlyList<string> Faults(JsonNode schema, JsonNode? value)
    {
        List<string> faults = [];
        Check(Resolve(schema), value, "", faults);
        return faults;
    }

    private JsonObject Resolve(JsonNode? schema)
    {
        while ((string?)schema?["$ref"] is { } reference) schema = schemas[reference[Prefix.Length..]];
        return schema as JsonObject ?? [];
    }

    private void Check(JsonObject schema, JsonNode? value, string path, List<string> faults)
    {
        foreach (var part in schema["allOf"] as JsonArray ?? []) Check(Resolve(part), value, path, faults);
        if (schema["oneOf"] as JsonArray is { } some) CheckAny(some, value, path, faults);
        if (schema["anyOf"] as JsonArray is { } any) CheckAny(any, value, path, faults);
        if (schema["const"] is { } constant && !Same(constant, value)) faults.Add($"{path}: must be {constant}");
        if (schema["enum"] is JsonArray list && !list.Any(one => Same(one, value))) faults.Add($"{path}: must be one of {list.ToJsonString()}");
        if (schema["type"] is { } type && !IsOfType(type, value))
        {
            faults.Add($"{path}: must be {type.ToJsonString()}, is {value?.ToJsonString() ?? "null"}");
            return;
        }

        switch (value)
        {
            case JsonObject json when IsDescribed(schema):
                CheckObject(schema, json, path, faults);
                break;
            case JsonArray array:
                CheckArray(schema, array, path, faults);
                break;
            case JsonValue text when text.GetValueKind() == JsonValueKind.String:
                CheckText(schema, text.GetValue<string>(), path, faults);
                break;
            case JsonValue number when number.GetValueKind() == JsonValueKind.Number:
                CheckNumber(schema, number, path, faults);
                break;
        }
    }

    /// <summary>One of several shapes fits: the one with the fewest faults is taken for the one that was meant.</summary>
    private void CheckAny(JsonArray variants, JsonNode? value, string path, List<string> faults)
    {
        List<string>? best = null;
        foreach (var variant in variants)
        {
            var shape = Resolve(variant);
            if (value is not null && variants.Count > 1 && shape["type"] is JsonValue type && type.ToString() == "null") continue;
            List<string> found = [];
            Check(shape, value, path, found);
            if (found.Count == 0) return;
            if (best is null || Weight(found) < Weight(best)) best = found;
        }

        faults.AddRange(best ?? []);
    }

    /// <summary>A wrong <c>type</c> means that another shape was meant.</summary>
    private static int Weight(List<string> faults) => faults.Sum(fault => fault.Contains(".type: must be", StringComparison.Ordinal) || fault.StartsWith("type: must be", StringComparison.Ordinal) ? 100 : 1);

    private static bool IsDescribed(JsonObject schema) => schema["properties"] is not null || schema["additionalProperties"] is not null;

    private void CheckObject(JsonObject schema, JsonObject json, string path, List<string> faults)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var name in schema["required"] as JsonArray ?? [])
        {
            if (!json.ContainsKey((string?)name ?? "")) faults.Add($"{Join(path, (string?)name ?? "")}: is required");
        }

        foreach (var (name, value) in json)
        {
            if (properties[name] is { } known) Check(Resolve(known), value, Join(path, name), faults);
            else if (schema["additionalProperties"] is JsonObject more) Check(Resolve(more), value, Join(path, name), faults);
            else if (!IsDocumented(properties, name)) faults.Add($"{Join(path, name)}: unknown key");
        }

        if (schema["maxProperties"] is { } max && json.Count > (int)max) faults.Add($"{path}: has more than {max} keys");
    }

    /// <summary>The documentation has the field <c>nsfw</c> of commands; the specification forgot it.</summary>
    private static bool IsDocumented(JsonObject properties, string name) => name == "nsfw" && properties.ContainsKey("default_member_permissions");

    private void CheckArray(JsonObject schema, JsonArray array, string path, List<string> faults)
    {
        if (schema["minItems"] is { } min && array.Count < (int)min) faults.Add($"{path}: has fewer than {min} items");
        if (schema["maxItems"] is { } max && array.Count > (int)max) faults.Add($"{path}: has more than {max} items");
        if (schema["uniqueItems"] is not null && array.Select(item => item?.ToJsonString()).Distinct().Count() < array.Count) faults.Add($"{path}: an item is there twice");
        if (schema["items"] is not { } items) return;
        var inner = Resolve(items);
        foreach (var (i, item) in array.Index()) Check(inner, item, Join(path, i.ToString(CultureInfo.InvariantCulture)), faults);
    }

    private static void CheckText(JsonObject schema, string text, string path, List<string> faults)
    {
        var length = text.EnumerateRunes().Count();
        if (schema["minLength"] is { } min && length < (int)min) faults.Add($"{path}: is shorter than {min}");
        if (schema["maxLength"] is { } max && length > (int)max) faults.Add($"{path}: is longer than {max}");
        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern)) faults.Add($"{path}: is not like {pattern}");
        if ((string?)schema["format"] == "uri" && !Uri.TryCreate(text, UriKind.Absolute, out _)) faults.Add($"{path}: is no address");
        if ((string?)schema["format"] == "date-time" && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)) faults.Add($"{path}: is no time");
    }

    private static void CheckNumber(JsonObject schema, JsonValue number, string path, List<string> faults)
    {
        var value = double.Parse(number.ToString(), CultureInfo.InvariantCulture);
        if (schema["minimum"] is { } min && value < double.Parse(min.ToString(), CultureInfo.InvariantCulture)) faults.Add($"{path}: is less than {min}");
        if (schema["maximum"] is { } max && value > double.Parse(max.ToString(), CultureInfo.InvariantCulture)) faults.Add($"{path}: is more than {max}");
    }

    private static bool IsOfType(JsonNode type, JsonNode? value) => type is JsonArray list ? list.Any(one => Is((string?)one, value)) : Is((string?)type, value);

    private static bool Is(string? type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) => true,
        ("object", JsonValueKind.Object) => true,
        ("array", JsonValueKind.Array) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => IsWhole(value?.ToString()),
        // The documentation writes permissions as text; the specification's readme allows that.
        ("integer", JsonValueKind.String) => IsWhole(value?.ToString()),
        ("string", JsonValueKind.String) => true,
        // The documentation's own samples write ids as numbers.
        ("string", JsonValueKind.Number) => IsWhole(value?.ToString()),
        _ => false,
    };

    private static bool IsWhole(string? text) => Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool Same(JsonNode? one, JsonNode? other) => one?.ToString() == other?.ToString();

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
