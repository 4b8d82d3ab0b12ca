using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.Rest;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Gateway;

/// <summary>Who is logged in, and what they get to know. Called under the world's lock.</summary>
internal sealed class Sessions(WorldState world, GatewayDoor door, Application application, Journal journal)
{
    private readonly Dictionary<int, DateTimeOffset> identified = [];
    private readonly List<LogLine> log = [];

    public List<Session> All { get; } = [];

    public List<GatewayConnection> Connections { get; } = [];

    /// <summary>Logins, resumes and ends, in order, in words that tests look for.</summary>
    public IReadOnlyList<LogLine> Log => log;

    /// <summary>Notes what happened, with the real time.</summary>
    public void Note(string text) => log.Add(new LogLine(text, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()));

    public void Identify(GatewayConnection connection, JsonObject? body)
    {
        if (connection.Session is not null)
        {
            connection.Close(CloseCode.AlreadyAuthenticated);
            return;
        }

        if (door.IdentifyCloses.TryDequeue(out var code))
        {
            Note($"identify refused {code}");
            connection.Close(code);
            return;
        }

        var (intents, shard, shards) = ReadIdentify(body);
        var fault = Fault(body, intents, shard, shards);
        if (fault > 0)
        {
            Note($"identify refused {fault}");
            connection.Close(fault);
            return;
        }

        var bucket = shard % Math.Max(door.Concurrency, 1);
        var now = world.Clock.GetUtcNow();
        if (identified.TryGetValue(bucket, out var last) && now - last < door.IdentifyWindow)
        {
            Note("identify too soon");
            connection.Send(Opcode.InvalidSession, false);
            return;
        }

        identified[bucket] = now;
        door.Remaining--;
        Begin(connection, intents, shard, shards);
    }

    public void Resume(GatewayConnection connection, JsonObject? body)
    {
        if (connection.Session is not null)
        {
            connection.Close(CloseCode.AlreadyAuthenticated);
            return;
        }

        if ((string?)body?["token"] != world.Token)
        {
            connection.Close(CloseCode.Authentication);
            return;
        }

        EndForgotten();
        var refusal = door.ResumeRefusals.TryDequeue(out var isResumable) ? isResumable : (bool?)null;
        var session = All.Find(one => one.Id == (string?)body?["session_id"]);
        var number = body?["seq"] is JsonValue value && value.TryGetValue<long>(out var seq) ? seq : -1;
        if (refusal is null && session is not null && number > session.Sequence)
        {
            Note("resume refused 4007");
            connection.Close(CloseCode.Sequence);
            return;
        }

        // Stricter than the service, where it only goes wrong more often: READY says where to resume.
        if (session is not null && session.ResumesElsewhere != connection.IsElsewhere)
        {
            Note("resume refused at this address");
            connection.Send(Opcode.InvalidSession, false);
            return;
        }

        var missed = session?.After(number);
        if (refusal is not null || missed is null)
        {
            Note($"resume refused {(refusal == true ? "resumable" : "for good")}");
            connection.Send(Opcode.InvalidSession, refusal ?? false);
            if (refusal == false && session is not null) End(session, "refused");
            return;
        }

        TakeOver(session!, connection);
        foreach (var payload in missed) connection.Send(payload);
        Note($"resumed, {missed.Count} replayed");
        Dispatch(session!, "RESUMED", new JsonObject { ["_trace"] = new JsonArray("[\"emulated\"]") });
        world.Changed();
    }

    /// <summary>Sends an event to the sessions that it is for.</summary>
    public void Publish(Event happened)
    {
        EndForgotten();
        foreach (var session in All)
        {
            if (!session.IsFor(happened.Guild) || (happened.Intent & session.Intents) != happened.Intent) continue;
            for (var copy = 0; copy < door.Copies; copy++) Dispatch(session, happened.Name, happened.Write);
        }
    }

    public void Dispatch(Session session, string name, JsonNode body) => Dispatch(session, name, (_, json) => body.WriteTo(json));

    private void Dispatch(Session session, string name, Action<Session, Utf8JsonWriter> write) => journal.Dispatched(session.Dispatch(name, write));

    /// <summary>Notes that a connection is gone. 1000 and 1001 end the session, anything else leaves it to be resumed.</summary>
    public void Leave(GatewayConnection connection)
    {
        Connections.Remove(connection);
        if (connection.Session is not { } session || session.Connection != connection) return;
        session.Connection = null;
        session.Left = world.Clock.GetUtcNow();
        Note($"left with {connection.ClosedByClient}");
        if (connection.ClosedByClient is 1000 or 1001) End(session, "closed by the client");
        world.Changed();
    }

    public void End(Session session, string why)
    {
        All.Remove(session);
        Note($"session ended: {why}");
        world.Changed();
    }

    /// <summary>Answers op 8 with the members that were asked for, in one chunk.</summary>
    public void SendMembers(Session session, JsonObject? body)
    {
        var guild = Snowflakes.Read((string?)body?["guild_id"]) is { } id ? world.Guilds.GetValueOrDefault(id) : null;
        if (guild is not { HasBot: true }) return;
        var wanted = body?["user_ids"] switch
        {
            JsonArray list => list.Select(item => item?.ToString()).ToHashSet(),
            JsonValue one => [one.ToString()],
            _ => null,
        };
        var query = (string?)body?["query"] ?? "";
        if (wanted is null && query.Length == 0 && (session.Intents & Intents.Members) == 0)
        {
            session.Connection?.Close(CloseCode.DisallowedIntents);
            return;
        }

        var members = guild.Members.Values.Where(member => wanted?.Contains(Payload.Id(member.User.Id)) ?? member.User.Name.StartsWith(query, StringComparison.OrdinalIgnoreCase));
        var chunk = new JsonObject
        {
            ["guild_id"] = Payload.Id(guild.Id),
            ["members"] = new JsonArray([.. members.Take(1000).Select(member => (JsonNode)Payload.WithUser(member))]),
            ["chunk_index"] = 0,
            ["chunk_count"] = 1,
        };
        if (body?["nonce"] is { } nonce) chunk["nonce"] = nonce.DeepClone();
        Dispatch(session, "GUILD_MEMBERS_CHUNK", chunk);
    }

    private static (int Intents, int Shard, int Shards) ReadIdentify(JsonObject? body)
    {
        var intents = body?["intents"] is JsonValue value && value.TryGetValue<int>(out var bits) ? bits : -1;
        return body?["shard"] is JsonArray { Count: 2 } pair ? (intents, (int?)pair[0] ?? -1, (int?)pair[1] ?? 0) : (intents, 0, 1);
    }

    private int Fault(JsonObject? body, int intents, int shard, int shards)
    {
        if (body?["properties"] is not JsonObject || body["intents"] is null) return CloseCode.Decode;
        if ((string?)body["token"] != world.Token) return CloseCode.Authentication;
        if (door.Remaining <= 0)
        {
            // The service ends all sessions and resets the token of who does this.
            world.Violations.Add("Identify although session_start_limit.remaining was 0.");
            world.Token += "-reset";
            return CloseCode.Authentication;
        }

        if (shard < 0 || shards < 1 || shard >= shards) return CloseCode.Shard;
        if (world.Guilds.Values.Count(guild => guild.HasBot) / shards > 2500) return CloseCode.ShardingRequired;
        if ((intents & ~Intents.Known) != 0) return CloseCode.Intents;
        return (intents & Intents.Privileged & ~application.Privileged) != 0 ? CloseCode.DisallowedIntents : 0;
    }

    private void Begin(GatewayConnection connection, int intents, int shard, int shards)
    {
        var session = new Session(Guid.CreateVersion7(world.Clock.GetUtcNow()).ToString("n"), intents, shard, shards) { ResumesElsewhere = door.ResumesElsewhere };
        All.Add(session);
        TakeOver(session, connection);
        Note($"identified {shard}/{shards}");
        var guilds = world.Guilds.Values.Where(guild => guild.HasBot && session.IsFor(guild.Id)).ToList();
        Dispatch(session, "READY", new JsonObject
        {
            ["v"] = 10,
            ["user"] = Payload.Self(world.Bot),
            ["guilds"] = new JsonArray([.. guilds.Select(guild => (JsonNode)new JsonObject { ["id"] = Payload.Id(guild.Id), ["unavailable"] = true })]),
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = session.ResumesElsewhere ? door.OtherAddress : door.Address,
            ["shard"] = new JsonArray(shard, shards),
            ["application"] = new JsonObject { ["id"] = Payload.Id(world.AppId), ["flags"] = application.Flags, ["flags_new"] = Payload.Id((ulong)application.Flags) },
            ["private_channels"] = new JsonArray(),
        });
        if ((intents & Intents.Guilds) == 0) return;
        foreach (var guild in guilds.Where(guild => !guild.IsUnavailable))
            Dispatch(session, "GUILD_CREATE", GuildPayload.Create(guild, world.Bot, (intents & Intents.Members) != 0));
        world.Changed();
    }

    private void TakeOver(Session session, GatewayConnection connection)
    {
        session.Connection?.Close(CloseCode.Unknown);
        session.Connection = connection;
        session.Left = null;
        connection.Session = session;
    }

    /// <summary>Whoever is not back in time has to begin anew; nothing more is kept for them.</summary>
    private void EndForgotten()
    {
        foreach (var over in All.FindAll(session => session.Left is { } left && world.Clock.GetUtcNow() - left >= door.SessionLife)) End(over, "timed out");
    }
}

/// <param name="At">Real time, in milliseconds since 1970.</param>
internal sealed record LogLine(string Text, long At);
