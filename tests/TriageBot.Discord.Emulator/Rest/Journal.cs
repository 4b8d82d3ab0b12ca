using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest;

/// <summary>Every request and every dispatch, as it was. Tests look at it, and it can be kept in a folder for validators in other languages.</summary>
internal sealed class Journal
{
    private const int MaxKept = 20_000;
    private readonly Lock gate = new();
    private readonly Queue<JournalEntry> entries = [];
    private StreamWriter? requests;
    private StreamWriter? dispatches;
    private long number;

    /// <summary>Off for measuring.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>Writes <c>requests.jsonl</c> and <c>dispatches.jsonl</c> from now on.</summary>
    public void KeepIn(string folder)
    {
        Directory.CreateDirectory(folder);
        lock (gate)
        {
            requests = new StreamWriter(Path.Combine(folder, "requests.jsonl"), append: true) { AutoFlush = true };
            dispatches = new StreamWriter(Path.Combine(folder, "dispatches.jsonl"), append: true) { AutoFlush = true };
        }
    }

    public JournalEntry Begin(string method, string path, string agent) => new() { Method = method, Path = path, Agent = agent, Number = Interlocked.Increment(ref number) };

    public void End(JournalEntry entry)
    {
        if (!IsOn) return;
        lock (gate)
        {
            entries.Enqueue(entry);
            if (entries.Count > MaxKept) entries.Dequeue();
            requests?.WriteLine(entry.Json().ToJsonString(RestWriter.Relaxed));
        }
    }

    public void Dispatched(ReadOnlySpan<byte> payload)
    {
        if (dispatches is null) return;
        lock (gate) dispatches.WriteLine(System.Text.Encoding.UTF8.GetString(payload));
    }

    public IReadOnlyList<JournalEntry> After(long last)
    {
        lock (gate) return [.. entries.Where(entry => entry.Number > last)];
    }
}

internal sealed class JournalEntry
{
    public long Number { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string Agent { get; init; }

    /// <summary>The path as in the specification; none when there is no such path.</summary>
    public string? Route { get; set; }

    public JsonElement? Body { get; set; }

    public int Status { get; set; }

    public JsonNode? Answer { get; set; }

    /// <summary>What was done to it on purpose.</summary>
    public string? Note { get; set; }

    public JsonObject Json() => new()
    {
        ["number"] = Number,
        ["method"] = Method,
        ["path"] = Path,
        ["route"] = Route,
        ["agent"] = Agent,
        ["body"] = Body is { } body ? JsonText.NodeOf(body) : null,
        ["status"] = Status,
        ["answer"] = Answer?.DeepClone(),
        ["note"] = Note,
    };
}
