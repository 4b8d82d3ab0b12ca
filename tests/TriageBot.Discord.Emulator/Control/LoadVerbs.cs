using System.Diagnostics;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Control;

/// <summary>Many people at once, driven from inside, so that measuring costs next to nothing.</summary>
internal sealed class LoadVerbs(Service service)
{
    private readonly WorldState world = service.World;

    public void AddTo(ControlServer control) => control.AddWaiting("load", RunAsync);

    /// <summary>Keeps a number of interactions under way for a time; each answer brings the next. <c>{n}</c> in an option is the running number.</summary>
    private async Task<JsonNode?> RunAsync(ControlCall call)
    {
        var run = new LoadRun(service, call);
        lock (world.Gate) run.Start();
        await Task.WhenAny(run.Finished, Task.Delay(run.Length + TimeSpan.FromSeconds(15), TimeProvider.System));
        lock (world.Gate) return run.Report();
    }
}

/// <summary>One measurement.</summary>
internal sealed class LoadRun(Service service, ControlCall call)
{
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<double> milliseconds = [];
    private readonly Dictionary<ulong, long> sent = [];
    private readonly List<string> answered = [];
    private readonly string command = call.Text("command");
    private readonly JsonObject options = call.Inner("options");
    private readonly int atOnce = call.Number("atOnce", 64);
    private readonly int most = call.Number("count", int.MaxValue);
    private readonly bool keepsIds = call.Flag("keepsIds");
    private long began;
    private long ended;
    private int number;

    public TimeSpan Length { get; } = call.Time("length", 5000);

    public Task Finished => finished.Task;

    public void Start()
    {
        began = Stopwatch.GetTimestamp();
        for (var i = 0; i < atOnce; i++) Next();
    }

    public JsonObject Report()
    {
        milliseconds.Sort();
        var seconds = Stopwatch.GetElapsedTime(began, ended == 0 ? Stopwatch.GetTimestamp() : ended).TotalSeconds;
        return new JsonObject
        {
            ["count"] = milliseconds.Count,
            ["seconds"] = seconds,
            ["perSecond"] = milliseconds.Count / seconds,
            ["unanswered"] = sent.Count,
            ["p50"] = At(0.5),
            ["p99"] = At(0.99),
            ["max"] = At(1),
            ["texts"] = new JsonArray([.. answered.Select(text => (JsonNode)text)]),
        };
    }

    private double At(double share) => milliseconds.Count == 0 ? 0 : milliseconds[(int)Math.Min(milliseconds.Count - 1, milliseconds.Count * share)];

    private void Next()
    {
        if (Stopwatch.GetElapsedTime(began) >= Length || number >= most)
        {
            if (sent.Count == 0 && ended == 0)
            {
                ended = Stopwatch.GetTimestamp();
                finished.TrySetResult();
            }

            return;
        }

        var users = call.Texts("users");
        var user = service.Names.User(users[number % users.Count]);
        var values = new JsonObject(options.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value?.ToString().Replace("{n}", $"{number}", StringComparison.Ordinal))));
        number++;
        var before = Stopwatch.GetTimestamp();
        var interaction = service.Acts.Slash(user, service.Names.Channel(call.Text("channel")), command, values);
        interaction.OnAnswer = OnAnswer;
        sent[interaction.Id] = before;
        if (keepsIds) answered.Add("");
    }

    private void OnAnswer(Interaction interaction)
    {
        if (!sent.Remove(interaction.Id, out var before)) return;
        milliseconds.Add(Stopwatch.GetElapsedTime(before, interaction.AnsweredAt).TotalMilliseconds);
        Next();
    }
}
