using System.Text.Json;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Gateway;

/// <summary>What a client identified as. It outlives its connections for minutes, and keeps what was sent so that a resume can have it again.</summary>
internal sealed class Session(string id, int intents, int shard, int shards)
{
    private const int MaxKept = 500;
    private readonly Queue<(long Number, byte[] Payload)> sent = [];

    public string Id { get; } = id;

    public int Intents { get; } = intents;

    public int Shard { get; } = shard;

    public int Shards { get; } = shards;

    /// <summary>Whether READY named the second address for resumes.</summary>
    public bool ResumesElsewhere { get; init; }

    /// <summary>Number of the last dispatch.</summary>
    public long Sequence { get; private set; }

    public GatewayConnection? Connection { get; set; }

    /// <summary>When the connection went away.</summary>
    public DateTimeOffset? Left { get; set; }

    public bool IsFor(ulong? guild) => guild is { } id ? (int)((id >> 22) % (ulong)Shards) == Shard : Shard == 0;

    /// <summary>Numbers a dispatch, keeps it, and sends it if somebody is there.</summary>
    public byte[] Dispatch(string name, Action<Session, Utf8JsonWriter> write)
    {
        var payload = JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("op", Opcode.Dispatch);
            json.WriteString("t", name);
            json.WriteNumber("s", Sequence + 1);
            json.WritePropertyName("d");
            write(this, json);
            json.WriteEndObject();
        });
        Sequence++;
        sent.Enqueue((Sequence, payload));
        if (sent.Count > MaxKept) sent.Dequeue();
        Connection?.Send(payload);
        return payload;
    }

    /// <summary>What came after a number.</summary>
    /// <returns>Nothing when it is not kept any more, or was never sent.</returns>
    public IReadOnlyList<byte[]>? After(long number)
    {
        if (number > Sequence) return null;
        if (sent.Count > 0 && sent.Peek().Number > number + 1) return null;
        return [.. sent.Where(one => one.Number > number).Select(one => one.Payload)];
    }

    public void Send(byte[] payload) => Connection?.Send(payload);
}
