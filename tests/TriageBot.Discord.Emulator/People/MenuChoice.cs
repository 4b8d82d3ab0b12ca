using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.People;

/// <summary>What a person chose from a menu, on a message or in a form.</summary>
internal sealed class MenuChoice(Names names, Resolved resolved, User user)
{
    public JsonArray Read(JsonObject menu, IReadOnlyList<string> values)
    {
        var min = (int?)menu["min_values"] ?? 1;
        var max = (int?)menu["max_values"] ?? 1;
        var isOptional = menu["required"]?.GetValue<bool>() == false && values.Count == 0;
        if (!isOptional && (values.Count < min || values.Count > max)) throw new ImpossibleException($"From {min} to {max} are chosen here, not {values.Count}.");
        var type = (int?)menu["type"] ?? 0;
        return new JsonArray([.. values.Select(value => (JsonNode)One(menu, type, value))]);
    }

    private string One(JsonObject menu, int type, string value)
    {
        switch (type)
        {
            case 3:
                return (string?)(menu["options"] as JsonArray ?? []).OfType<JsonObject>()
                    .FirstOrDefault(option => (string?)option["value"] == value || (string?)option["label"] == value)?["value"]
                    ?? throw new ImpossibleException($"{value} is none of the options.");
            case 6:
                return Id(names.Role(value).Id, resolved.AddRole);
            case 8:
                return Id(names.Channel(value).Id, id => resolved.AddChannel(id, user.Id));
            default:
                return Id(names.User(value).Id, resolved.AddUser);
        }
    }

    private static string Id(ulong id, Action<ulong> resolve)
    {
        resolve(id);
        return Payload.Id(id);
    }
}
