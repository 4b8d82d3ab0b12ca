using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Control;

/// <summary>What is so: messages, commands, requests, sessions. The waiting verbs look until it is so, or give up after the real time that the test allows.</summary>
internal sealed class TruthVerbs(Service service)
{
    private const int Patience = 10_000;
    private const int DeferredUpdate = 6;
    private readonly WorldState world = service.World;

    public void AddTo(ControlServer control)
    {
        control.Add("see", call => Messages(Seen(call)));
        control.Add("messages", call => Messages(All(call)));
        control.Add("message", call => View.Of(service.Names.Message(call.Text("message"))));
        control.Add("interaction", call => View.Of(service.Names.Interaction(call.Text("interaction"))));
        control.Add("commands", call => Commands(call)!.DeepClone());
        control.Add("requests", Requests);
        control.Add("violations", _ => new JsonArray([.. world.Violations.Select(text => (JsonNode)text)]));
        control.Add("pings", _ => world.Channels.Values.SelectMany(channel => channel.Messages.Values).Where(message => message.Author == world.Bot).Sum(message => message.Pings));
        control.Add("count", _ => world.Channels.Values.Sum(channel => channel.Messages.Values.Count(message => message.Author == world.Bot && !message.IsDeleted)));
        control.Add("sessions", _ => Sessions());
        control.AddWaiting("wait-message", WaitMessageAsync);
        control.AddWaiting("wait-log", WaitLogAsync);
        control.AddWaiting("wait-commands", call => WaitAsync(call, () => Commands(call) is { Count: > 0 } list && list.Count >= call.Number("count", 1) ? list : null));
        control.AddWaiting("wait-complete", call => WaitAsync(call, () => Complete(service.Names.Interaction(call.Text("interaction")))));
        control.AddWaiting("wait-request", call => WaitAsync(call, () => Request(call)));
        control.AddWaiting("wait-heartbeats", call => WaitAsync(call, () => service.Sessions.Connections.Exists(one => one.Heartbeats >= call.Number("count", 1)) ? Sessions() : null));
        control.Add("keep-journal", call =>
        {
            service.Journal.KeepIn(call.Text("folder"));
            return null;
        });
    }

    private static JsonArray Messages(IEnumerable<Message> messages) => new([.. messages.Select(message => (JsonNode)View.Of(message))]);

    /// <summary>What one person sees in a place, private answers to them included.</summary>
    private IEnumerable<Message> Seen(ControlCall call)
    {
        var user = service.Names.User(call.Text("user"));
        var channel = call.Text("channel") == "@bot" ? world.DirectWith(user) : service.Names.Channel(call.Text("channel"));
        if (!Permissions.Sees(channel, user.Id)) return [];
        return channel.Messages.Values.Where(message => !message.IsDeleted && (message.OnlyFor is null || message.OnlyFor == user));
    }

    private IEnumerable<Message> All(ControlCall call)
    {
        var places = call.Find("channel") is { } name ? [service.Names.Channel(name)] : world.Channels.Values.ToList();
        return places.SelectMany(channel => channel.Messages.Values).Where(message => call.Flag("withDeleted") || !message.IsDeleted).OrderBy(message => message.Id);
    }

    private JsonArray? Commands(ControlCall call)
    {
        var set = call.Find("guild") is { } name ? service.Names.Guild(name).Commands : world.Commands;
        return new JsonArray([.. set.All.Select(command => command.Json.DeepClone())]);
    }

    private JsonArray Requests(ControlCall call)
    {
        var after = (long?)call.Body["after"] ?? 0;
        var entries = service.Journal.After(after).Where(entry => entry.Path.Contains(call.Find("path") ?? "", StringComparison.Ordinal));
        return new JsonArray([.. entries.Select(entry => (JsonNode)entry.Json())]);
    }

    private JsonObject? Request(ControlCall call)
    {
        var found = service.Journal.After((long?)call.Body["after"] ?? 0).Where(entry =>
            entry.Path.Contains(call.Find("path") ?? "", StringComparison.Ordinal)
            && (call.Find("method") is not { } method || entry.Method == method)
            && (call.Number("status") == 0 || entry.Status == call.Number("status"))).ToList();
        return found.Count >= call.Number("count", 1) ? found[^1].Json() : null;
    }

    private JsonObject Sessions() => new()
    {
        ["log"] = new JsonArray([.. service.Sessions.Log.Select(line => (JsonNode)line.Text)]),
        ["times"] = new JsonArray([.. service.Sessions.Log.Select(line => (JsonNode)line.At)]),
        ["connections"] = service.Sessions.Connections.Count,
        ["remaining"] = service.Door.Remaining,
        ["sessions"] = new JsonArray([.. service.Sessions.All.Select(session => (JsonNode)new JsonObject
        {
            ["id"] = session.Id,
            ["shard"] = session.Shard,
            ["shards"] = session.Shards,
            ["intents"] = session.Intents,
            ["sequence"] = session.Sequence,
            ["isConnected"] = session.Connection is not null,
            ["heartbeats"] = session.Connection?.Heartbeats ?? 0,
            ["heartbeatNumber"] = session.Connection?.HeartbeatNumber,
        })]),
    };

    /// <summary>The interaction when what its first answer announced is there.</summary>
    private static JsonObject? Complete(Interaction interaction) => interaction switch
    {
        { Answer: 0 } or { Original.IsLoading: true } or { Answer: DeferredUpdate, IsFollowed: false } => null,
        _ => View.Of(interaction),
    };

    private async Task<JsonNode?> WaitAsync(ControlCall call, Func<JsonNode?> find)
    {
        var found = await world.WaitAsync(find, call.Time("wait", Patience));
        lock (world.Gate) return found?.DeepClone();
    }

    private Task<JsonNode?> WaitMessageAsync(ControlCall call) => WaitAsync(call, () =>
    {
        var after = Snowflakes.Read(call.Find("after")) ?? 0;
        var pool = call.Has("user") ? Seen(call) : All(call);
        var text = call.Find("contains") ?? "";
        var found = pool.FirstOrDefault(message => message.Id > after && (call.Flag("byAnybody") || message.Author == world.Bot) && Holds(message, text));
        return found is null ? null : View.Of(found);
    });

    private static bool Holds(Message message, string text) =>
        text.Length == 0 || message.Content.Contains(text, StringComparison.Ordinal) || Inside(message.Embeds.Items, text) || Inside(message.Components.Items, text);

    private static bool Inside(JsonNode? node, string text) => node switch
    {
        JsonArray list => list.Any(item => Inside(item, text)),
        JsonObject json => json.Any(pair => Inside(pair.Value, text)),
        JsonValue value => value.ToString().Contains(text, StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>Waits for a line in the log of sessions, the lines before a number not counted.</summary>
    private Task<JsonNode?> WaitLogAsync(ControlCall call) => WaitAsync(call, () =>
    {
        var after = call.Number("after");
        var line = service.Sessions.Log.Skip(after).FirstOrDefault(one => one.Text.Contains(call.Text("contains"), StringComparison.Ordinal));
        return line is null ? null : new JsonObject { ["line"] = line.Text, ["at"] = line.At, ["number"] = service.Sessions.Log.Count };
    });
}
