using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest;

/// <summary>The bot, other people, direct messages, the application, the gateway's address.</summary>
internal sealed class UserRoutes(WorldState world, Application application, Gateway.GatewayDoor door)
{
    public void AddTo(RouteTable routes)
    {
        routes.Add("GET", "/users/@me", "users", _ => RestAnswer.Ok(Payload.Self(world.Bot)));
        routes.Add("GET", "/users/{user_id}", "users", call => RestAnswer.Ok(Payload.Of(world.Users.GetValueOrDefault(call.Id("user_id")) ?? throw RestError.UnknownUser())));
        routes.Add("GET", "/users/@me/guilds", "users", Guilds);
        routes.Add("DELETE", "/users/@me/guilds/{guild_id}", "users", Leave);
        routes.Add("POST", "/users/@me/channels", "direct", Direct);
        routes.Add("GET", "/applications/@me", "applications", _ => RestAnswer.Ok(application.Json(world)));
        routes.Add("GET", "/oauth2/applications/@me", "applications", _ => RestAnswer.Ok(application.Json(world)));
        routes.Add(new Route("GET", "/gateway", "gateway", false, _ => RestAnswer.Ok(new JsonObject { ["url"] = door.Address })));
        routes.Add("GET", "/gateway/bot", "gateway.bot", _ => RestAnswer.Ok(door.Describe()));
    }

    private RestAnswer Guilds(RestCall call)
    {
        var after = Snowflakes.Read(call.Query("after")) ?? 0;
        var guilds = world.Guilds.Values.Where(guild => guild.HasBot && guild.Id > after).OrderBy(guild => guild.Id).Take(call.Number("limit", 200, 1, 200));
        return RestAnswer.Ok(new JsonArray([.. guilds.Select(guild => (JsonNode)new JsonObject
        {
            ["id"] = Payload.Id(guild.Id),
            ["name"] = guild.Name,
            ["icon"] = null,
            ["banner"] = null,
            ["owner"] = false,
            ["permissions"] = Payload.Id(Permissions.InGuild(guild, world.Bot.Id)),
            ["features"] = new JsonArray(),
        })]));
    }

    private RestAnswer Leave(RestCall call)
    {
        var guild = world.Guilds.GetValueOrDefault(call.Id("guild_id"));
        if (guild is not { HasBot: true }) throw RestError.UnknownGuild();
        guild.HasBot = false;
        guild.Members.Remove(world.Bot.Id);
        world.Publish(new Event("GUILD_DELETE", guild.Id, Intents.Guilds, new JsonObject { ["id"] = Payload.Id(guild.Id), ["unavailable"] = false }));
        world.Changed();
        return RestAnswer.NoContent;
    }

    private RestAnswer Direct(RestCall call)
    {
        var form = call.Form();
        var id = form.Snowflake("recipient_id", isRequired: true);
        form.Errors.Check();
        if (!world.Users.TryGetValue(id ?? 0, out var user) || user.IsBot) throw RestError.BadRecipient();
        return RestAnswer.Ok(Payload.Of(world.DirectWith(user)));
    }
}
