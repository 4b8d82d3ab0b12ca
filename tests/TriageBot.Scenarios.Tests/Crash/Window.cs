using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace TriageBot.Scenarios.Tests.Crash;

/// <summary>
/// One person's open page. Every act has an event id; when the connection is lost before the answer, the same act is sent again under the same id
/// until somebody answers it, as the page does.
/// </summary>
internal sealed class Window(string person, MortalProgram program, CancellationToken ct) : IDisposable
{
    /// <summary>A program that is there and does not answer so many times is not being killed: it is broken.</summary>
    private const int MostFailures = 20;

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(15) };
    private int acts;

    public string Person { get; } = person;

    public string DirectPlace { get; } = "direct:" + person;

    public string NextEventId() => $"{Person}-{++acts}";

    public Task<Answer> SayAsync(string eventId, string where, string text) => ActAsync("say", new { @event = eventId, where, text });

    public Task<Answer> PressAsync(string eventId, Posted message, string control) => ActAsync("press", new { @event = eventId, message = message.Id, control });

    public Task<Answer> FillAsync(string eventId, string form, string text) => ActAsync("fill", new { @event = eventId, form, values = new { text } });

    public async Task JoinAsync(string name)
    {
        var answer = await ActAsync("person", new { name });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    /// <summary>Everything this person can see at a place, newest first.</summary>
    public async Task<IReadOnlyList<Posted>> ReadAsync(string where)
    {
        var all = new List<Posted>();
        for (var before = long.MaxValue; ;)
        {
            var address = new Uri(await program.ServingAsync(), $"chat/older?as={Person}&where={where}&before={before}");
            var page = (await http.GetFromJsonAsync<JsonElement>(address, ct)).GetProperty("messages").EnumerateArray().Select(message => new Posted(message)).ToList();
            if (page.Count == 0) return all;
            all.AddRange(page.AsEnumerable().Reverse());
            before = page[0].Sequence;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<Answer> ActAsync(string path, object body)
    {
        for (var failures = 0; ;)
        {
            var server = await program.ServingAsync();
            try
            {
                var sending = http.PostAsJsonAsync(new Uri(server, $"chat/{path}?as={Person}"), body, ct);
                program.Pass(Milestone.Sent);
                using var response = await sending;
                if ((int)response.StatusCode < 500)
                {
                    var answer = new Answer(response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(ct));
                    program.Pass(Milestone.Answered);
                    return answer;
                }
            }
            catch (Exception lost) when (lost is HttpRequestException or IOException || (lost is TaskCanceledException && !ct.IsCancellationRequested))
            {
                // Whether it was taken is not known.
            }

            Assert.True(++failures < MostFailures || server != await program.ServingAsync(), $"{Person} gets no answer from {server}.");
        }
    }
}

/// <summary>What the chat answered to one act.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonElement Body)
{
    public Posted? Message => Body.TryGetProperty("message", out var message) ? new Posted(message) : null;

    public string? FormId => Body.TryGetProperty("form", out var form) ? form.GetProperty("instanceId").GetString() : null;
}

/// <summary>One message as a person sees it.</summary>
internal sealed class Posted(JsonElement message)
{
    public string Id { get; } = Text(message, "id") ?? "";

    public long Sequence { get; } = message.GetProperty("sequence").GetInt64();

    public string Where { get; } = Text(message, "where") ?? "";

    public bool IsFromBot { get; } = Text(message, "author") is null;

    public string? EventId { get; } = Text(message, "event");

    public long? Item { get; } = message.TryGetProperty("item", out var item) ? item.GetInt64() : null;

    public string Words { get; } = string.Concat(message.GetProperty("text").GetProperty("runs").EnumerateArray().Select(run => Text(run, "text")));

    private IReadOnlyList<string> Controls { get; } = [.. message.GetProperty("controls").EnumerateArray().Select(control => Text(control, "id") ?? "")];

    /// <summary>Id of the control with this verb.</summary>
    public string? Control(string verb) => Controls.FirstOrDefault(id => id.StartsWith(verb + ":", StringComparison.Ordinal));

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value.GetString() : null;
}
