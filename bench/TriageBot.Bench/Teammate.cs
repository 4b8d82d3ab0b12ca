using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TriageBot.Bench;

/// <summary>
/// Somebody in the local chat with a connection of their own that stays open. They ask something urgent and may withdraw it again, one request after the other.
/// The requests are plain HTTP written by hand: program and load share the machine, so a request costs as little here as can be.
/// </summary>
internal sealed class Teammate : IDisposable
{
    private static long cases;

    private readonly string name;
    private readonly string host;
    private readonly byte[] answer = new byte[64 * 1024];
    private int received;
    private (string Number, string Message)? held;

    public Teammate(string name, Uri address)
    {
        this.name = name;
        host = address.Authority;
        Socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Socket.Connect(address.Host, address.Port);
    }

    public Socket Socket { get; }

    /// <summary>When the last request went out.</summary>
    public long Begun { get; private set; }

    /// <summary>True while something this person asked is held.</summary>
    public bool IsWaiting => held is not null;

    /// <summary>Types <c>/urgent</c> with a text that nobody has used, so that it makes a row.</summary>
    public void Ask()
    {
        held = null;
        var number = Interlocked.Increment(ref cases).ToString(CultureInfo.InvariantCulture);
        Say($"/urgent The customer of case {number} cannot log in since this morning");
    }

    /// <summary>Types <c>/escalate</c> for one of twenty customers, with a text that nobody has used.</summary>
    public void Escalate()
    {
        held = null;
        var number = Interlocked.Increment(ref cases);
        Say(string.Create(CultureInfo.InvariantCulture, $"/escalate Customer{number % 20} case {number} stands still"));
    }

    /// <summary>Types <c>/solved</c> for what was escalated.</summary>
    public void Solve()
    {
        var (number, _) = held ?? throw new InvalidOperationException("There is nothing to solve.");
        Say($"/solved {number}");
    }

    /// <summary>Presses Withdraw on the receipt.</summary>
    public void Withdraw()
    {
        var (number, message) = held ?? throw new InvalidOperationException("There is nothing to withdraw.");
        Post("press", $$"""{"event":"{{NewEvent()}}","message":"{{message}}","control":"withdraw:{{number}}:0:"}""");
    }

    /// <summary>Takes what has arrived.</summary>
    /// <returns>True when the answer is complete.</returns>
    /// <exception cref="InvalidOperationException">The answer is not what was asked for.</exception>
    public bool Receive()
    {
        var count = Socket.Receive(answer.AsSpan(received));
        if (count == 0) throw new InvalidOperationException("The program closed the connection.");
        received += count;
        if (!IsWhole(answer.AsSpan(0, received))) return false;
        Understand(answer.AsSpan(0, received));
        return true;
    }

    public void Dispose() => Socket.Dispose();

    /// <summary>Named as the page names its acts.</summary>
    private static Guid NewEvent() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        return Find(answer[..head], "Content-Length: "u8, (byte)'\r') is { } length
            ? answer.Length == head + 4 + int.Parse(length, CultureInfo.InvariantCulture)
            : answer.EndsWith("\r\n0\r\n\r\n"u8);
    }

    private static string? Find(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> field, byte end)
    {
        var at = answer.IndexOf(field);
        if (at < 0) return null;
        var rest = answer[(at + field.Length)..];
        return Encoding.UTF8.GetString(rest.IndexOf(end) is var length and >= 0 ? rest[..length] : rest);
    }

    private void Say(string text) => Post("say", $$"""{"event":"{{NewEvent()}}","where":"channel:team","text":"{{text}}"}""");

    private void Post(string act, string body)
    {
        var head = $"POST /chat/{act}?as={name} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        received = 0;
        Begun = Stopwatch.GetTimestamp();
        Socket.Send(Encoding.ASCII.GetBytes(head + body));
    }

    private void Understand(ReadOnlySpan<byte> answer)
    {
        if (!answer.StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException($"{name} was refused: {Encoding.UTF8.GetString(answer)}");
        if (held is not null)
        {
            if (answer.IndexOf("withdrawn"u8) < 0 && answer.IndexOf("solved"u8) < 0) throw new InvalidOperationException($"{name} could not take it back: {Encoding.UTF8.GetString(answer)}");
            held = null;
            return;
        }

        var number = Find(answer, "\"item\":"u8, (byte)',') ?? throw new InvalidOperationException($"No receipt for {name}: {Encoding.UTF8.GetString(answer)}");
        held = (number, Find(answer, "\"message\":{\"id\":\""u8, (byte)'"') ?? "");
    }
}
