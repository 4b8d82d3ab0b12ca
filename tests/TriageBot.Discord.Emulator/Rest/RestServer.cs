using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TriageBot.Discord.Emulator.Spec;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest;

/// <summary>REST v10: who may ask, how often, what is answered. Source: reference, topics/rate-limits.</summary>
internal sealed class RestServer(WorldState world, RouteTable routes, Journal journal, RequestSpec spec)
{
    private const string Prefix = "/api/";

    public RateLimits Limits { get; } = new(world.Clock);

    public RestFaults Faults { get; } = new();

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "";
        var entry = journal.Begin(request.Method, path, request.Headers.UserAgent.ToString());
        var fault = Faults.Take(request.Method, path);
        if (fault is not null && fault.Delay > TimeSpan.Zero) await Task.Delay(fault.Delay, TimeProvider.System, context.RequestAborted);
        if (fault is not null && fault.Late > TimeSpan.Zero) world.Clock.Advance(fault.Late);
        if (fault?.Drop == "before")
        {
            Drop(context, entry, "dropped before");
            return;
        }

        var outcome = fault is { Status: > 0, IsDone: false } ? null : await AnswerAsync(context, path, entry);
        if (fault?.Drop == "after") Drop(context, entry, "dropped after");
        else if (fault is { Status: > 0 }) await SendFaultAsync(context, fault, entry);
        else if (outcome is not null) await RestWriter.SendAsync(context, outcome, entry);
        journal.End(entry);
        lock (world.Gate) world.Changed();
    }

    private async Task<Outcome> AnswerAsync(HttpContext context, string path, JournalEntry entry)
    {
        Allowance? allowance = null;
        try
        {
            var (body, files) = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
            entry.Body = body;
            var segments = Version(path);
            var (route, parts) = routes.Find(context.Request.Method, segments);
            entry.Route = route.Template;
            Authorize(context.Request, route);
            // Another lock for each: limits are counted even while the world is busy elsewhere.
            lock (world.Gate) allowance = Limits.Take(route, route.Major is { } major ? parts[major] : "");
            if (allowance.Wait > 0) return new Outcome(TooMany(allowance), allowance);
            if (spec.Check(route, body) is { Count: > 0 } faults) Note(entry, faults);
            var call = new RestCall(route, parts, context.Request.Query) { Body = body, Files = files };
            lock (world.Gate) return new Outcome(route.Handle(call), allowance);
        }
        catch (RestError error)
        {
            return new Outcome(new RestAnswer(error.Status, error.Body()), allowance);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The emulator's own fault: it must not pass for one of the service's.
            Note(entry, [fault.ToString()]);
            return new Outcome(new RestAnswer(500, new JsonObject { ["message"] = fault.Message, ["code"] = 0 }), allowance);
        }
    }

    private static string[] Version(string path)
    {
        if (!path.StartsWith(Prefix, StringComparison.Ordinal)) throw RestError.NotFound();
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        // Without a version the service means 6, which is gone.
        return segments is [_, "v10" or "v9", .. var rest] ? rest : throw RestError.BadVersion();
    }

    private void Authorize(HttpRequest request, Route route)
    {
        // Interactions are answered by web servers of every kind, and discord.py sends them under another name: only the bot itself must give its own.
        if (!route.NeedsToken) return;
        if (!request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal)) throw RestError.BlockedAgent();
        if (request.Headers.Authorization.ToString() != $"Bot {world.Token}") throw RestError.Unauthorized();
    }

    private void Note(JournalEntry entry, IReadOnlyList<string> faults)
    {
        lock (world.Gate) world.Violations.AddRange(faults.Select(fault => $"{entry.Method} {entry.Route}: {fault}"));
    }

    private static RestAnswer TooMany(Allowance allowance) => new(429, new JsonObject
    {
        ["message"] = "You are being rate limited.",
        ["retry_after"] = Math.Max(allowance.Wait, 1) / 1000.0,
        ["global"] = allowance.IsGlobal,
    });

    private static void Drop(HttpContext context, JournalEntry entry, string how)
    {
        entry.Note = how;
        context.Abort();
    }

    private static async Task SendFaultAsync(HttpContext context, RestFault fault, JournalEntry entry)
    {
        entry.Status = fault.Status;
        entry.Note = "fault";
        context.Response.StatusCode = fault.Status;
        context.Response.Headers.Via = "1.1 google";
        foreach (var (name, value) in fault.Headers) context.Response.Headers[name] = value;
        if (fault.Body is not { } body || fault.Status == 204) return;
        context.Response.ContentType = fault.ContentType ?? "application/json";
        await context.Response.WriteAsync(body, context.RequestAborted);
    }
}

/// <param name="Allowance">None when the request was refused before it was counted.</param>
internal sealed record Outcome(RestAnswer Answer, Allowance? Allowance);
