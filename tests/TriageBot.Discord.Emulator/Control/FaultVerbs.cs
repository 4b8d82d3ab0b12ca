using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.Gateway;
using TriageBot.Discord.Emulator.People;
using TriageBot.Discord.Emulator.Rest;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Control;

/// <summary>What goes wrong, and the service's own settings.</summary>
internal sealed class FaultVerbs(Service service)
{
    private readonly WorldState world = service.World;

    public void AddTo(ControlServer control)
    {
        control.Add("rest-fault", AddRestFault);
        control.Add("rest-clear", _ =>
        {
            service.Rest.Faults.Clear();
            return null;
        });
        control.Add("limits", SetLimits);
        control.Add("door", SetDoor);
        control.Add("application", SetApplication);
        control.Add("gateway-send", call => ToConnections(call, connection => connection.Send(call.Number("op"), call.Body["d"]?.DeepClone())));
        control.Add("gateway-raw", call => ToConnections(call, connection => connection.Send(System.Text.Encoding.UTF8.GetBytes(call.Text("text")))));
        control.Add("gateway-close", call => ToConnections(call, connection => connection.Close(call.Number("code"))));
        control.Add("gateway-drop", call => ToConnections(call, connection => connection.Drop()));
        control.Add("session-end", EndSessions);
        control.Add("dispatch", Dispatch);
        control.Add("age", Age);
        control.Add("reset-token", _ => world.Token += "-reset");
    }

    private JsonNode? AddRestFault(ControlCall call)
    {
        var headers = call.Inner("headers").ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "");
        var (status, body, contentType) = (call.Number("status"), call.Find("body"), call.Find("contentType"));
        if (call.Find("scope") is { } scope)
        {
            status = 429;
            (body, var more) = RestFault.TooMany(scope, call.Time("retryAfter", 500).TotalSeconds);
            foreach (var (name, value) in more) headers.TryAdd(name, value);
        }

        if (call.Flag("withoutBody")) body = null;
        service.Rest.Faults.Add(new RestFault
        {
            Method = call.Find("method"),
            Path = call.Find("path") ?? "",
            Skip = call.Number("skip"),
            Times = call.Number("times", 1),
            Delay = call.Time("delay"),
            Late = call.Time("late"),
            Drop = call.Find("drop"),
            IsDone = call.Flag("isDone"),
            Status = status,
            Body = body,
            ContentType = contentType,
            Headers = headers,
        });
        return null;
    }

    private JsonNode? SetLimits(ControlCall call)
    {
        var limits = service.Rest.Limits;
        limits.IsOn = call.Flag("isOn", limits.IsOn);
        limits.Global = call.Number("global", limits.Global);
        if (call.Find("bucket") is { } bucket) limits.Set(bucket, call.Number("limit", 5), call.Time("window", 5000));
        return null;
    }

    private JsonNode? SetDoor(ControlCall call)
    {
        var door = service.Door;
        door.ResumesElsewhere = call.Flag("resumesElsewhere", door.ResumesElsewhere);
        door.Shards = call.Number("shards", door.Shards);
        door.Remaining = call.Number("remaining", door.Remaining);
        door.Concurrency = call.Number("concurrency", door.Concurrency);
        door.Copies = call.Number("copies", door.Copies);
        door.Acknowledges = call.Flag("acknowledges", door.Acknowledges);
        door.MindsHeartbeats = call.Flag("mindsHeartbeats", door.MindsHeartbeats);
        door.SplitsFrames = call.Flag("splitsFrames", door.SplitsFrames);
        if (call.Has("resetAfter")) door.ResetAfter = call.Time("resetAfter");
        if (call.Has("heartbeatInterval")) door.HeartbeatInterval = call.Time("heartbeatInterval");
        if (call.Has("identifyWindow")) door.IdentifyWindow = call.Time("identifyWindow");
        if (call.Has("sessionLife")) door.SessionLife = call.Time("sessionLife");
        foreach (var code in call.Texts("identifyCloses")) door.IdentifyCloses.Enqueue(int.Parse(code, System.Globalization.CultureInfo.InvariantCulture));
        foreach (var what in call.Texts("insteadOfHello")) door.InsteadOfHello.Enqueue(what);
        foreach (var answer in call.Texts("resumeRefusals")) door.ResumeRefusals.Enqueue(answer == "true");
        return null;
    }

    private JsonNode? SetApplication(ControlCall call)
    {
        service.Application.Privileged = call.Number("privileged", service.Application.Privileged);
        if (call.Body.ContainsKey("endpoint")) service.Application.InteractionsEndpoint = call.Find("endpoint");
        service.Journal.IsOn = call.Flag("journal", service.Journal.IsOn);
        service.Spec.IsOn = call.Flag("specification", service.Spec.IsOn);
        return null;
    }

    private JsonNode ToConnections(ControlCall call, Action<GatewayConnection> act)
    {
        var shard = call.Has("shard") ? call.Number("shard") : (int?)null;
        var found = service.Sessions.Connections.Where(connection => shard is null || connection.Session?.Shard == shard).ToList();
        foreach (var connection in found) act(connection);
        return found.Count;
    }

    /// <summary>Forgets the sessions, so that a resume is refused for good.</summary>
    private JsonNode? EndSessions(ControlCall call)
    {
        _ = call;
        foreach (var session in service.Sessions.All.ToList()) service.Sessions.End(session, "forgotten");
        return null;
    }

    /// <summary>Sends any event to every session, such as one that nobody knows.</summary>
    private JsonNode Dispatch(ControlCall call)
    {
        var body = call.Body["d"] ?? new JsonObject();
        foreach (var session in service.Sessions.All) service.Sessions.Dispatch(session, call.Text("name"), body.DeepClone());
        return service.Sessions.All.Count;
    }

    /// <summary>Makes an interaction older than it is, so that deadlines pass for it alone.</summary>
    private JsonNode? Age(ControlCall call)
    {
        var interaction = service.Names.Interaction(call.Text("interaction"));
        interaction.Made -= call.Time("by");
        return interaction.Made > world.Clock.GetUtcNow() ? throw new ImpossibleException("It would be made in the future.") : null;
    }
}
