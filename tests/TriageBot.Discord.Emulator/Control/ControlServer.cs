using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TriageBot.Discord.Emulator.People;
using TriageBot.Discord.Emulator.Rest;

namespace TriageBot.Discord.Emulator.Control;

/// <summary>What a test asks for: <c>POST /verb</c> with a JSON body. Impossible acts are answered 409 with a sentence.</summary>
internal sealed class ControlServer
{
    private readonly Dictionary<string, Func<ControlCall, Task<JsonNode?>>> verbs = new(StringComparer.Ordinal);
    private readonly Service service;

    public ControlServer(Service service)
    {
        this.service = service;
        new WorldVerbs(service).AddTo(this);
        new PeopleVerbs(service).AddTo(this);
        new TruthVerbs(service).AddTo(this);
        new FaultVerbs(service).AddTo(this);
        new LoadVerbs(service).AddTo(this);
    }

    /// <summary>Adds a verb that takes the lock itself, as it waits.</summary>
    public void AddWaiting(string verb, Func<ControlCall, Task<JsonNode?>> handle) => verbs.Add(verb, handle);

    /// <summary>Adds a verb that is carried out under the world's lock.</summary>
    public void Add(string verb, Func<ControlCall, JsonNode?> handle) => verbs.Add(verb, call =>
    {
        lock (service.World.Gate)
        {
            var answer = handle(call);
            service.World.Changed();
            return Task.FromResult(answer);
        }
    });

    public async Task HandleAsync(HttpContext context)
    {
        var (status, answer) = await AnswerAsync(context);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer, RestWriter.Relaxed), context.RequestAborted);
    }

    private async Task<(int Status, JsonNode? Answer)> AnswerAsync(HttpContext context)
    {
        var verb = (context.Request.Path.Value ?? "").Trim('/');
        if (!verbs.TryGetValue(verb, out var handle)) return (404, new JsonObject { ["error"] = $"No verb {verb}. There are: {string.Join(", ", verbs.Keys)}." });
        try
        {
            var body = context.Request.ContentLength > 0 ? await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) : null;
            return (200, await handle(new ControlCall(body as JsonObject ?? [])));
        }
        catch (Exception refused) when (refused is ImpossibleException or RestError)
        {
            return (409, new JsonObject { ["error"] = refused.Message });
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The emulator's own fault: whoever sees it needs all of it.
            return (500, new JsonObject { ["error"] = fault.ToString() });
        }
    }
}

/// <summary>What a test said.</summary>
internal sealed class ControlCall(JsonObject body)
{
    public JsonObject Body => body;

    public bool Has(string name) => body[name] is not null;

    public string? Find(string name) => body[name]?.ToString();

    /// <exception cref="ImpossibleException">It is not there.</exception>
    public string Text(string name) => Find(name) ?? throw new ImpossibleException($"{name} is missing.");

    public int Number(string name, int normally = 0) => (int?)body[name] ?? normally;

    public bool Flag(string name, bool normally = false) => (bool?)body[name] ?? normally;

    public ulong Bits(string name) => World.Snowflakes.Read(Find(name)) ?? 0;

    public JsonObject Inner(string name) => body[name] as JsonObject ?? [];

    public IReadOnlyList<string> Texts(string name) => [.. (body[name] as JsonArray ?? []).Select(item => item?.ToString() ?? "")];

    /// <summary>A time, given in milliseconds.</summary>
    public TimeSpan Time(string name, int normally = 0) => TimeSpan.FromMilliseconds((double?)body[name] ?? normally);
}
