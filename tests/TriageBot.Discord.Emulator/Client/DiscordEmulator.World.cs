using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.Client;

/// <summary>Guilds and people, the clock, faults, and the truth. What has no method here is said with <see cref="SayAsync"/>; the verbs are in the folder Control.</summary>
public sealed partial class DiscordEmulator
{
    /// <summary>A server with the bot in it. People and channels are made when they are new; every server has the channel #general.</summary>
    /// <param name="owner">Its owner, who may do everything.</param>
    /// <param name="botPermissions">Bits for the bot's role; the ordinary ones when none are given.</param>
    public async Task<SeenGuild> AddGuildAsync(
        string name, string owner, IReadOnlyList<string>? members = null, IReadOnlyList<string>? channels = null, bool hasBot = true, ulong? botPermissions = null, CancellationToken ct = default) =>
        await AskAsync<SeenGuild>("guild", new { name, owner, members, channels, hasBot, botPermissions = botPermissions?.ToString(System.Globalization.CultureInfo.InvariantCulture) }, ct);

    /// <summary>Changes a person, or makes one.</summary>
    public Task SetUserAsync(string name, bool? takesDirectMessages = null, string? globalName = null, string? locale = null, CancellationToken ct = default) =>
        SayAsync("user", new { name, takesDirectMessages, globalName, locale }, ct);

    /// <summary>Moves the service's clock: deadlines, tokens, buckets, nonces and ids follow it.</summary>
    public Task AdvanceAsync(TimeSpan by, CancellationToken ct = default) => SayAsync("clock", new { advance = by.TotalMilliseconds }, ct);

    /// <summary>Sets the service's clock.</summary>
    /// <param name="isStill">Whether it stands still from then on, but for <see cref="AdvanceAsync"/>.</param>
    public Task SetClockAsync(DateTimeOffset now, bool isStill = false, CancellationToken ct = default) => SayAsync("clock", new { set = now.ToString("O"), isStill }, ct);

    /// <summary>Stops the service's clock where it is. It must go on from there: a clock that is turned back would make old ids again.</summary>
    public async Task<DateTimeOffset> StopClockAsync(CancellationToken ct = default)
    {
        var said = await SayAsync("clock", null, ct);
        var now = DateTimeOffset.Parse((string?)said?["now"] ?? "", System.Globalization.CultureInfo.InvariantCulture) + TimeSpan.FromMilliseconds(1);
        await SetClockAsync(now, isStill: true, ct);
        return now;
    }

    /// <summary>Makes one interaction older, so that its deadlines pass and no other's.</summary>
    public Task AgeAsync(SeenInteraction interaction, TimeSpan by, CancellationToken ct = default) => SayAsync("age", new { interaction = interaction.Id, by = by.TotalMilliseconds }, ct);

    /// <summary>
    /// The next requests go wrong. Fields: <c>method, path</c> (a part of it), <c>skip, times, delay</c> (ms, real), <c>late</c> (ms on the service's clock before it is
    /// handled), <c>drop</c> ("before" or "after" it was done), <c>isDone</c> (carried out although the answer is another), <c>status, body, contentType, headers</c>,
    /// <c>scope</c> (a 429: "user", "global", "shared") with <c>retryAfter</c> (ms) and <c>withoutBody</c>.
    /// </summary>
    public Task FailAsync(object fault, CancellationToken ct = default) => SayAsync("rest-fault", fault, ct);

    /// <summary>
    /// The gateway's settings. Fields: <c>heartbeatInterval, acknowledges, mindsHeartbeats, splitsFrames, copies, resumesElsewhere, shards, remaining, resetAfter,
    /// concurrency, identifyWindow, sessionLife</c> (times in ms), and queues for the next ones: <c>identifyCloses</c> (codes), <c>insteadOfHello</c>
    /// ("op7", "silence", "drop", or a code), <c>resumeRefusals</c> ("true" or "false", what op 9 says).
    /// </summary>
    public Task SetDoorAsync(object settings, CancellationToken ct = default) => SayAsync("door", settings, ct);

    /// <summary>Sends an opcode to all connections: 1 asks for a heartbeat, 7 to reconnect, 9 ends the session.</summary>
    public Task SendAsync(int op, JsonNode? d = null, CancellationToken ct = default) => SayAsync("gateway-send", new { op, d }, ct);

    /// <summary>Closes all connections with a code.</summary>
    public Task CloseAsync(int code, CancellationToken ct = default) => SayAsync("gateway-close", new { code }, ct);

    /// <summary>Ends all connections without a close frame.</summary>
    public Task DropAsync(CancellationToken ct = default) => SayAsync("gateway-drop", null, ct);

    /// <summary>Waits until the log of logins holds a line with this text: <c>identified 0/1</c>, <c>resumed</c>, <c>left with 4000</c>, <c>identify refused 4004</c>.</summary>
    /// <param name="after">How many lines are not looked at; the number of the line found is returned for the next wait.</param>
    public async Task<int> WaitLogAsync(string contains, int after = 0, int wait = 10_000, CancellationToken ct = default) =>
        (int?)(await AskAsync<JsonObject>("wait-log", new { contains, after, wait }, ct))["number"] ?? 0;

    /// <summary>The log with the real time of each line, in milliseconds since 1970.</summary>
    public async Task<IReadOnlyList<(string Line, long At)>> TimesAsync(CancellationToken ct = default)
    {
        var said = await SayAsync("sessions", null, ct);
        return [.. (said?["log"] as JsonArray ?? []).Zip(said?["times"] as JsonArray ?? [], (line, at) => ((string?)line ?? "", (long?)at ?? 0))];
    }

    public async Task<IReadOnlyList<string>> LogAsync(CancellationToken ct = default) =>
        [.. ((await SayAsync("sessions", null, ct))?["log"] as JsonArray ?? []).Select(line => (string?)line ?? "")];

    /// <summary>Waits until commands are registered, and gives them back as Discord does.</summary>
    /// <param name="guild">Whose commands; none for the global ones.</param>
    public Task<JsonArray> WaitCommandsAsync(string? guild = null, int count = 1, int wait = 10_000, CancellationToken ct = default) =>
        AskAsync<JsonArray>("wait-commands", new { guild, count, wait }, ct);

    /// <summary>Every message that is there, of everybody and in all places unless one is named.</summary>
    public Task<IReadOnlyList<SeenMessage>> MessagesAsync(string? channel = null, bool withDeleted = false, CancellationToken ct = default) =>
        AskAsync<IReadOnlyList<SeenMessage>>("messages", new { channel, withDeleted }, ct);

    /// <summary>Requests of the bot's, oldest first: <c>number, method, path, route, body, status, answer, note</c>.</summary>
    /// <param name="path">Part of the path.</param>
    public Task<IReadOnlyList<SeenRequest>> RequestsAsync(string? path = null, long after = 0, CancellationToken ct = default) =>
        AskAsync<IReadOnlyList<SeenRequest>>("requests", new { path, after }, ct);

    /// <summary>Waits for a request that was answered.</summary>
    public Task<SeenRequest> WaitRequestAsync(string path, string? method = null, int status = 0, int count = 1, long after = 0, int wait = 10_000, CancellationToken ct = default) =>
        AskAsync<SeenRequest>("wait-request", new { path, method, status, count, after, wait }, ct);

    /// <summary>What the bot sent that the service lets pass but the documentation or the specification does not: unknown keys above all.</summary>
    public Task<IReadOnlyList<string>> ViolationsAsync(CancellationToken ct = default) => AskAsync<IReadOnlyList<string>>("violations", null, ct);

    /// <summary>How many messages of the bot's there are, everywhere together.</summary>
    public async Task<int> CountAsync(CancellationToken ct = default) => (int?)await SayAsync("count", null, ct) ?? 0;

    /// <summary>How many phones rang for all the bot ever wrote.</summary>
    public async Task<int> PingsAsync(CancellationToken ct = default) => (int?)await SayAsync("pings", null, ct) ?? 0;
}

/// <param name="Channels">Ids by name.</param>
/// <param name="Members">Ids by name.</param>
public sealed record SeenGuild(string Id, string Name, IReadOnlyDictionary<string, string> Channels, IReadOnlyDictionary<string, string> Members);

public sealed record SeenRequest(long Number, string Method, string Path, string? Route, JsonNode? Body, int Status, JsonNode? Answer, string? Note);
