using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.People;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Control;

/// <summary>One measurement. Called under the world's lock.</summary>
internal sealed class LoadRun
{
    /// <summary>
    /// Answered interactions that are kept, with their replies. Hardly any: what outlives a collection is copied, and everybody waits for that. With 200 of them the emulator stood
    /// still for 20 ms three times a second, which was measured as the bot's.
    /// </summary>
    private const int MaxKept = 20;

    /// <summary>A number of one who waits longer than the service lets anybody wait is given up, so that a lost one does not stop the run.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<double> milliseconds = [];
    private readonly Dictionary<ulong, Sent> under = [];
    private readonly Queue<Interaction> answered = [];
    private readonly List<int> numbers = [];
    private readonly Service service;
    private readonly (User User, Channel Channel)[] people;
    private readonly string command;
    private readonly JsonObject options;
    private readonly int atOnce;
    private int most;
    private readonly bool keepsNumbers;
    private long began;
    private long ended;
    private int number;
    private int lost;

    public LoadRun(Service service, ControlCall call)
    {
        this.service = service;
        lock (service.World.Gate) people = [.. call.Texts("people").Select(text => Person(service.Names, text))];
        if (people.Length == 0) throw new ImpossibleException("Load needs people, such as sam@Ops/team.");
        command = call.Text("command");
        options = call.Inner("options");
        atOnce = call.Number("atOnce", 64);
        number = call.Number("first");
        most = number + call.Number("count", int.MaxValue / 2);
        keepsNumbers = call.Flag("keepsNumbers");
        Length = call.Time("length", 5000);
    }

    public TimeSpan Length { get; }

    public Task Finished => finished.Task;

    public void Start()
    {
        began = Stopwatch.GetTimestamp();
        for (var i = 0; i < atOnce; i++) Next();
        _ = GiveUpLateAsync();
    }

    /// <summary>Nobody types any more; what is under way is waited for.</summary>
    public void Stop()
    {
        most = 0;
        Next();
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
            ["lost"] = lost + under.Count,
            ["next"] = number,
            ["p50"] = At(0.5),
            ["p99"] = At(0.99),
            ["max"] = At(1),
            ["numbers"] = new JsonArray([.. numbers.Select(one => (JsonNode)one)]),
        };
    }

    /// <summary><c>sam@Ops/team</c>: who, and where.</summary>
    private static (User User, Channel Channel) Person(Names names, string text) => text.Split('@', 2) switch
    {
        [var user, var channel] => (names.User(user), names.Channel(channel)),
        _ => throw new ImpossibleException($"{text} does not say where."),
    };

    private double At(double share) => milliseconds.Count == 0 ? 0 : milliseconds[(int)Math.Min(milliseconds.Count - 1, milliseconds.Count * share)];

    private void Next()
    {
        if (Stopwatch.GetElapsedTime(began) >= Length || number >= most)
        {
            if (under.Count > 0 || ended != 0) return;
            ended = Stopwatch.GetTimestamp();
            finished.TrySetResult();
            return;
        }

        var (user, channel) = people[number % people.Length];
        var own = number++;
        var text = own.ToString(CultureInfo.InvariantCulture);
        var values = new JsonObject(options.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value?.ToString().Replace("{n}", text, StringComparison.Ordinal))));
        var sent = new Sent(own, Stopwatch.GetTimestamp());
        var interaction = service.Acts.Slash(user, channel, command, values);
        interaction.OnAnswer = OnAnswer;
        under[interaction.Id] = sent;
    }

    private void OnAnswer(Interaction interaction)
    {
        if (!under.Remove(interaction.Id, out var sent)) return;
        milliseconds.Add(Stopwatch.GetElapsedTime(sent.At, interaction.AnsweredAt).TotalMilliseconds);
        if (keepsNumbers) numbers.Add(sent.Number);
        answered.Enqueue(interaction);
        if (answered.Count > MaxKept) Forget(answered.Dequeue());
        Next();
    }

    /// <summary>Looks now and then rather than once for each: a timer for each would cost more than the answer.</summary>
    private async Task GiveUpLateAsync()
    {
        while (!finished.Task.IsCompleted)
        {
            await Task.Delay(Patience / 4, TimeProvider.System);
            lock (service.World.Gate)
            {
                foreach (var late in under.Where(one => Stopwatch.GetElapsedTime(one.Value.At) >= Patience).Select(one => one.Key).ToList())
                {
                    under.Remove(late);
                    lost++;
                    Next();
                }
            }
        }
    }

    private void Forget(Interaction interaction)
    {
        service.World.Interactions.Remove(interaction.Id);
        service.World.InteractionsByToken.Remove(interaction.Token);
        if (interaction.Original is { } message) message.Channel.Messages.Remove(message.Id);
    }

    private readonly record struct Sent(int Number, long At);
}
