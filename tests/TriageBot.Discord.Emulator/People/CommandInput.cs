using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.People;

/// <summary>A slash command filled in by a person. Discord's client lets nobody send what the registration does not allow; neither does this.</summary>
internal sealed class CommandInput(Names names, Resolved resolved, User user)
{
    /// <param name="path">Name of the command, and of group and subcommand after it.</param>
    /// <param name="values">By name of the option.</param>
    /// <param name="focused">The option being typed; then nothing else need be complete.</param>
    public JsonArray Fill(Command command, IReadOnlyList<string> path, JsonObject values, string? focused)
    {
        if (path.Count == 1) return FillValues(command.Options, values, focused);
        var inner = command.Options.OfType<JsonObject>().FirstOrDefault(option => (string?)option["name"] == path[1])
            ?? throw new ImpossibleException($"/{command.Name} has no {path[1]}.");
        return [Step(inner, path, 1, values, focused)];
    }

    private JsonObject Step(JsonObject option, IReadOnlyList<string> path, int depth, JsonObject values, string? focused)
    {
        var below = option["options"] as JsonArray ?? [];
        var json = new JsonObject { ["name"] = path[depth], ["type"] = (int?)option["type"] };
        if (depth == path.Count - 1)
        {
            json["options"] = FillValues(below, values, focused);
            return json;
        }

        var next = below.OfType<JsonObject>().FirstOrDefault(one => (string?)one["name"] == path[depth + 1])
            ?? throw new ImpossibleException($"{path[depth]} has no {path[depth + 1]}.");
        json["options"] = new JsonArray(Step(next, path, depth + 1, values, focused));
        return json;
    }

    private JsonArray FillValues(JsonArray known, JsonObject values, string? focused)
    {
        var filled = new JsonArray();
        foreach (var option in known.OfType<JsonObject>())
        {
            var name = (string?)option["name"] ?? "";
            var type = (int?)option["type"] ?? 3;
            if (type <= 2) throw new ImpossibleException($"A subcommand such as {name} must be named.");
            if (name == focused)
            {
                if (option["autocomplete"] is null) throw new ImpossibleException($"{name} has no suggestions.");
                filled.Add(new JsonObject { ["name"] = name, ["type"] = type, ["value"] = values[name]?.ToString() ?? "", ["focused"] = true });
            }
            else if (values[name] is { } value)
            {
                filled.Add(new JsonObject { ["name"] = name, ["type"] = type, ["value"] = focused is null ? Value(option, type, value) : Loose(type, value) });
            }
            else if (option["required"]?.GetValue<bool>() == true && focused is null)
            {
                throw new ImpossibleException($"The option {name} is required.");
            }
        }

        if (values.Select(pair => pair.Key).FirstOrDefault(name => known.OfType<JsonObject>().All(option => (string?)option["name"] != name)) is { } unknown)
            throw new ImpossibleException($"There is no option {unknown}.");
        return filled;
    }

    private static JsonNode Loose(int type, JsonNode value) => type is 3 or 4 or 10 ? JsonValue.Create(value.ToString()) : value.DeepClone();

    private JsonNode Value(JsonObject option, int type, JsonNode value)
    {
        var text = value.ToString();
        var name = (string?)option["name"];
        if (option["choices"] is JsonArray { Count: > 0 } choices)
        {
            var chosen = choices.OfType<JsonObject>().FirstOrDefault(choice => choice["name"]?.ToString() == text || choice["value"]?.ToString() == text);
            return chosen?["value"]?.DeepClone() ?? throw new ImpossibleException($"{text} is none of the choices of {name}.");
        }

        switch (type)
        {
            case 3:
                CheckLength(option, text);
                return text;
            case 4:
                return Whole(option, text);
            case 5:
                return value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? value.DeepClone() : throw new ImpossibleException($"{name} takes true or false.");
            case 6:
                return Id(names.User(text).Id, resolved.AddUser);
            case 7:
                return Id(names.Channel(text).Id, id => resolved.AddChannel(id, user.Id));
            case 8:
                return Id(names.Role(text).Id, resolved.AddRole);
            case 9:
                return Id(names.User(text).Id, resolved.AddUser);
            case 10:
                return Real(option, text);
            default:
                throw new ImpossibleException($"Options of type {type} are not played here.");
        }
    }

    private static void CheckLength(JsonObject option, string text)
    {
        var min = (int?)option["min_length"] ?? 1;
        var max = (int?)option["max_length"] ?? 6000;
        if (text.Length < min || text.Length > max) throw new ImpossibleException($"{option["name"]} takes {min} to {max} characters, not {text.Length}.");
    }

    private static JsonNode Whole(JsonObject option, string text)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) throw new ImpossibleException($"{text} is no whole number.");
        CheckRange(option, number);
        return number;
    }

    private static JsonNode Real(JsonObject option, string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) throw new ImpossibleException($"{text} is no number.");
        CheckRange(option, number);
        return number;
    }

    private static void CheckRange(JsonObject option, double number)
    {
        var isInside = (option["min_value"] is not { } min || number >= double.Parse(min.ToString(), CultureInfo.InvariantCulture))
            && (option["max_value"] is not { } max || number <= double.Parse(max.ToString(), CultureInfo.InvariantCulture));
        if (!isInside) throw new ImpossibleException($"{number} is outside of {option["min_value"]} to {option["max_value"]}.");
    }

    private static JsonNode Id(ulong id, Action<ulong> resolve)
    {
        resolve(id);
        return Payload.Id(id);
    }
}
