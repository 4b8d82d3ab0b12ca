using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.Rest.Forms;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest;

/// <summary>Registering commands, for everywhere and for one guild. Source: interactions/application-commands.</summary>
internal sealed class CommandRoutes(WorldState world, Access access)
{
    private const string Global = "/applications/{application_id}/commands";
    private const string InGuild = "/applications/{application_id}/guilds/{guild_id}/commands";
    private const int MaxMadeADay = 200;

    public void AddTo(RouteTable routes)
    {
        foreach (var place in (string[])[Global, InGuild])
        {
            routes.Add("GET", place, "commands", call => RestAnswer.Ok(All(Scope(call), call)));
            routes.Add("POST", place, "commands", Make);
            routes.Add("PUT", place, "commands", Overwrite);
            routes.Add("GET", place + "/{command_id}", "commands", call => RestAnswer.Ok(One(call).Json.DeepClone()));
            routes.Add("PATCH", place + "/{command_id}", "commands", Change);
            routes.Add("DELETE", place + "/{command_id}", "commands", Delete);
        }

        routes.Add("GET", InGuild + "/permissions", "commands", _ => RestAnswer.Ok(new JsonArray()));
    }

    private CommandSet Scope(RestCall call)
    {
        if (call.Id("application_id") != world.AppId) throw RestError.UnknownApplication();
        return IsForGuild(call) ? access.Guild(call).Commands : world.Commands;
    }

    private static bool IsForGuild(RestCall call) => call.Route.Template.StartsWith(InGuild, StringComparison.Ordinal);

    private static JsonArray All(CommandSet commands, RestCall call)
    {
        var withLocalizations = call.Route.Method != "GET" || call.Flag("with_localizations");
        return new JsonArray([.. commands.All.Select(command => (JsonNode)Shown(command, withLocalizations))]);
    }

    private static JsonObject Shown(Command command, bool withLocalizations)
    {
        var json = (JsonObject)command.Json.DeepClone();
        if (!withLocalizations) RemoveLocalizations(json);
        return json;
    }

    private static void RemoveLocalizations(JsonObject json)
    {
        json.Remove("name_localizations");
        json.Remove("description_localizations");
        foreach (var list in (string[])["options", "choices"])
        {
            foreach (var item in (json[list] as JsonArray ?? []).OfType<JsonObject>()) RemoveLocalizations(item);
        }
    }

    private Command One(RestCall call) => Scope(call).Find(call.Id("command_id")) ?? throw RestError.UnknownCommand();

    private RestAnswer Make(RestCall call)
    {
        var scope = Scope(call);
        var form = call.Form();
        var json = CommandForm.Read(form, IsForGuild(call));
        form.Errors.Check();
        var known = scope.Find((string)json["name"]!, (int)json["type"]!);
        if (known is null) CountMade(scope, 1);
        var command = Identify(json, known?.Id, call);
        scope.Put(command);
        CheckCounts(scope.All);
        world.Changed();
        return new RestAnswer(known is null ? 201 : 200, command.Json.DeepClone());
    }

    private RestAnswer Overwrite(RestCall call)
    {
        var scope = Scope(call);
        if (call.Body is not { ValueKind: JsonValueKind.Array } list) throw FormErrors.Of("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        var errors = new FormErrors();
        List<JsonObject> read = [];
        HashSet<(string, int)> names = [];
        foreach (var (i, item) in list.EnumerateArray().Index())
        {
            if (item.ValueKind != JsonValueKind.Object)
            {
                errors.Add($"{i}", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
                continue;
            }

            var command = CommandForm.Read(new Form(item, errors, $"{i}"), IsForGuild(call));
            if (!names.Add(((string?)command["name"] ?? "", (int)command["type"]!)))
                errors.Add("", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            read.Add(command);
        }

        errors.Check();
        CheckCounts(read.ConvertAll(json => new Command(0, (string)json["name"]!, (int)json["type"]!, json)));
        CountMade(scope, read.Count(json => scope.Find((string)json["name"]!, (int)json["type"]!) is null));
        scope.Replace(read.ConvertAll(json => Identify(json, scope.Find((string)json["name"]!, (int)json["type"]!)?.Id, call)));
        world.Changed();
        return RestAnswer.Ok(All(scope, call));
    }

    private RestAnswer Change(RestCall call)
    {
        var known = One(call);
        var merged = (JsonObject)known.Json.DeepClone();
        if (known.Type != 1) merged.Remove("description");
        foreach (var field in call.Form().Json.EnumerateObject()) merged[field.Name] = JsonText.NodeOf(field.Value);
        merged["type"] = known.Type;
        var form = new Form(JsonSerializer.SerializeToElement(merged), new FormErrors());
        var json = CommandForm.Read(form, IsForGuild(call));
        form.Errors.Check();
        var scope = Scope(call);
        scope.Remove(known.Id);
        if (scope.Find((string)json["name"]!, known.Type) is not null)
        {
            scope.Put(known);
            throw new RestError(400, 40041, "Application command with that name already exists");
        }

        var command = Identify(json, known.Id, call);
        scope.Put(command);
        return RestAnswer.Ok(command.Json.DeepClone());
    }

    private RestAnswer Delete(RestCall call)
    {
        Scope(call).Remove(One(call).Id);
        world.Changed();
        return RestAnswer.NoContent;
    }

    private Command Identify(JsonObject json, ulong? id, RestCall call)
    {
        var known = id ?? world.Ids.Next();
        json["id"] = Payload.Id(known);
        json["application_id"] = Payload.Id(world.AppId);
        json["version"] = Payload.Id(world.Ids.Next());
        if (IsForGuild(call)) json["guild_id"] = call.Part("guild_id");
        return new Command(known, (string)json["name"]!, (int)json["type"]!, json);
    }

    private static void CheckCounts(IReadOnlyList<Command> commands)
    {
        if (commands.Count(command => command.Type == 1) > 100) throw RestError.TooManyCommands(100);
        if (commands.Count(command => command.Type == 2) > 15) throw RestError.TooManyCommands(15);
        if (commands.Count(command => command.Type == 3) > 15) throw RestError.TooManyCommands(15);
    }

    private void CountMade(CommandSet scope, int count)
    {
        var now = world.Clock.GetUtcNow();
        scope.Made.RemoveAll(time => now - time > TimeSpan.FromDays(1));
        if (scope.Made.Count + count > MaxMadeADay) throw RestError.TooManyCommandsMade();
        scope.Made.AddRange(Enumerable.Repeat(now, count));
    }
}
