using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest;

/// <summary>Guilds, members, roles. Source: resources/guild.</summary>
internal sealed class GuildRoutes(WorldState world, Access access, Application application)
{
    private const string Member = "/guilds/{guild_id}/members/{user_id}";

    public void AddTo(RouteTable routes)
    {
        routes.Add("GET", "/guilds/{guild_id}", "guilds", call => RestAnswer.Ok(GuildPayload.Rest(access.Guild(call), call.Flag("with_counts"))));
        routes.Add("GET", "/guilds/{guild_id}/channels", "guilds", Channels);
        routes.Add("GET", "/guilds/{guild_id}/roles", "guilds", call => RestAnswer.Ok(new JsonArray([.. access.Guild(call).Roles.Values.Select(role => (JsonNode)Payload.Of(role))])));
        routes.Add("GET", "/guilds/{guild_id}/roles/{role_id}", "guilds", call => RestAnswer.Ok(Payload.Of(Role(call))));
        routes.Add("GET", "/guilds/{guild_id}/threads/active", "guilds", Threads);
        routes.Add("GET", "/guilds/{guild_id}/members/search", "members", Search);
        routes.Add("GET", "/guilds/{guild_id}/members", "members", List);
        routes.Add("GET", Member, "members", call => RestAnswer.Ok(Payload.WithUser(Find(call))));
        routes.Add("PUT", Member + "/roles/{role_id}", "members", call => Grant(call, isGranted: true));
        routes.Add("DELETE", Member + "/roles/{role_id}", "members", call => Grant(call, isGranted: false));
    }

    private RestAnswer Channels(RestCall call)
    {
        var channels = access.Guild(call).Channels.Values.Where(channel => !channel.IsThread);
        return RestAnswer.Ok(new JsonArray([.. channels.Select(channel => (JsonNode)Payload.Of(channel))]));
    }

    private RestAnswer Threads(RestCall call)
    {
        var threads = access.Guild(call).Channels.Values.Where(channel => channel is { IsThread: true, IsArchived: false }).ToList();
        var own = threads.Where(thread => thread.ThreadMembers.Contains(world.Bot.Id));
        return RestAnswer.Ok(new JsonObject
        {
            ["threads"] = new JsonArray([.. threads.Select(thread => (JsonNode)Payload.Of(thread))]),
            ["members"] = new JsonArray([.. own.Select(thread => (JsonNode)Payload.ThreadMember(thread, world.Bot.Id, Snowflakes.TimeOf(thread.Id)))]),
            ["has_more"] = false,
        });
    }

    private RestAnswer Search(RestCall call)
    {
        var query = call.Query("query") ?? "";
        var limit = call.Number("limit", 1, 1, 1000);
        var found = access.Guild(call).Members.Values.Where(member =>
            member.User.Name.StartsWith(query, StringComparison.OrdinalIgnoreCase) || (member.Nick ?? "").StartsWith(query, StringComparison.OrdinalIgnoreCase));
        return RestAnswer.Ok(new JsonArray([.. found.Take(limit).Select(member => (JsonNode)Payload.WithUser(member))]));
    }

    private RestAnswer List(RestCall call)
    {
        if ((application.Privileged & Intents.Members) == 0) throw RestError.MissingAccess();
        var after = Snowflakes.Read(call.Query("after")) ?? 0;
        var members = access.Guild(call).Members.Values.Where(member => member.User.Id > after).OrderBy(member => member.User.Id);
        return RestAnswer.Ok(new JsonArray([.. members.Take(call.Number("limit", 1, 1, 1000)).Select(member => (JsonNode)Payload.WithUser(member))]));
    }

    private Member Find(RestCall call)
    {
        var guild = access.Guild(call);
        if (!world.Users.ContainsKey(call.Id("user_id"))) throw RestError.UnknownUser();
        return guild.Members.GetValueOrDefault(call.Id("user_id")) ?? throw RestError.UnknownMember();
    }

    private Role Role(RestCall call) => access.Guild(call).Roles.GetValueOrDefault(call.Id("role_id")) ?? throw RestError.UnknownRole();

    private RestAnswer Grant(RestCall call, bool isGranted)
    {
        var guild = access.Guild(call);
        var (member, role) = (Find(call), Role(call));
        var own = guild.Members[world.Bot.Id].Roles.Max(id => guild.Roles[id].Position);
        if (!Permissions.InGuild(guild, world.Bot.Id).Has(Permissions.ManageRoles) || role.Position >= own || role.IsManaged) throw RestError.MissingPermissions();
        if (isGranted) member.Roles.Add(role.Id);
        else member.Roles.Remove(role.Id);
        return RestAnswer.NoContent;
    }
}
