using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.People;

/// <summary>What ids in an interaction stand for, so that the bot need not ask.</summary>
internal sealed class Resolved(WorldState world, MessageDesk desk, Channel channel)
{
    private readonly Dictionary<string, JsonObject> kinds = new(StringComparer.Ordinal);

    public JsonObject? Json() => kinds.Count == 0 ? null : new JsonObject(kinds.Select(kind => KeyValuePair.Create(kind.Key, (JsonNode?)kind.Value)));

    public void AddUser(ulong id)
    {
        if (!world.Users.TryGetValue(id, out var user)) throw new ImpossibleException($"There is no user {id}.");
        Kind("users")[Payload.Id(id)] = Payload.Of(user);
        if (channel.Guild?.Members.GetValueOrDefault(id) is not { } member) return;
        var json = Payload.Of(member);
        json.Remove("deaf");
        json.Remove("mute");
        json["permissions"] = Payload.Id(Permissions.In(channel, id));
        Kind("members")[Payload.Id(id)] = json;
    }

    public void AddRole(ulong id)
    {
        if (channel.Guild?.Roles.GetValueOrDefault(id) is not { } role) throw new ImpossibleException($"There is no role {id}.");
        Kind("roles")[Payload.Id(id)] = Payload.Of(role);
    }

    /// <summary>As much of a channel as Discord tells along, and no more.</summary>
    public void AddChannel(ulong id, ulong viewer)
    {
        if (!world.Channels.TryGetValue(id, out var place)) throw new ImpossibleException($"There is no channel {id}.");
        var json = new JsonObject
        {
            ["id"] = Payload.Id(place.Id),
            ["name"] = place.Name,
            ["type"] = (int)place.Type,
            ["permissions"] = Payload.Id(Permissions.In(place, viewer)),
            ["app_permissions"] = Payload.Id(Permissions.In(place, world.Bot.Id)),
        };
        if (place.IsThread && Payload.Of(place) is var thread)
        {
            foreach (var name in (string[])["parent_id", "thread_metadata"]) json[name] = thread[name]?.DeepClone();
        }

        Kind("channels")[Payload.Id(id)] = json;
    }

    public void AddMessage(Message message) => Kind("messages")[Payload.Id(message.Id)] = desk.Json(message);

    private JsonObject Kind(string name)
    {
        if (!kinds.TryGetValue(name, out var kind)) kinds[name] = kind = [];
        return kind;
    }
}
