using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TriageBot.Testing;

namespace TriageBot.Bench;

/// <summary>
/// The real program (Release build, a process of its own, fresh data) and the people who use its local chat over HTTP with connections kept open.
/// Drivers and program share the machine, so a request costs as little here as can be: a body made of bytes, and one field looked for in the answer.
/// </summary>
internal sealed class ServedChat : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly RunningProgram program;
    private readonly HttpClient http;
    private long requests;
    private long events;
    private long cases;

    private ServedChat(RunningProgram program, Uri address)
    {
        this.program = program;
        http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = Timeout.InfiniteTimeSpan, UseCookies = false, UseProxy = false }) { BaseAddress = address };
    }

    /// <summary>What the program has used of the processor, and how many requests it has answered. Their quotient says what one costs, also on a busy machine.</summary>
    public (TimeSpan ProcessorTime, long Requests) Spent => (program.ProcessorTime, Interlocked.Read(ref requests));

    /// <param name="folder">Emptied first, unless the program goes on with what it holds.</param>
    public static async Task<ServedChat> StartAsync(string folder, bool isNew = true)
    {
        if (isNew && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var program = RunningProgram.Start(folder, OrdinaryMorning(), "--port", "0");
        return new ServedChat(program, await program.ServingAsync(CancellationToken.None));
    }

    /// <summary>Lets people join.</summary>
    /// <returns>Their ids.</returns>
    public async Task<IReadOnlyList<string>> JoinAsync(int count)
    {
        var people = Enumerable.Range(1, count).Select(number => $"p{number}").ToList();
        foreach (var person in people) await PostAsync($"chat/person?as=you", $$"""{"name":"{{person}}"}""");
        return people;
    }

    /// <summary>Types a command in #team and waits for its answer.</summary>
    public Task<byte[]> SayAsync(string person, string command) =>
        PostAsync($"chat/say?as={person}", $$"""{"event":"{{NextEvent()}}","where":"channel:team","text":"{{command}}"}""");

    /// <summary>Types a command that makes an item, and waits for the receipt.</summary>
    /// <exception cref="InvalidOperationException">The answer is no receipt.</exception>
    public async Task<Receipt> AskAsync(string person, string command)
    {
        var answer = await SayAsync(person, command);
        var number = Find(answer, "\"item\":"u8, end: (byte)',') ?? throw new InvalidOperationException($"No receipt: {Encoding.UTF8.GetString(answer)}");
        return new Receipt(person, Find(answer, "\"message\":{\"id\":\""u8, end: (byte)'"') ?? "", number);
    }

    /// <summary>Types <c>/urgent</c> with a text that nobody has used, so that it makes a row.</summary>
    public Task<Receipt> AskUrgentlyAsync(string person) =>
        AskAsync(person, $"/urgent The customer of case {Interlocked.Increment(ref cases)} cannot log in since this morning");

    /// <summary>Presses Withdraw on the receipt of an urgent message.</summary>
    public Task WithdrawAsync(Receipt receipt) => PostAsync(
        $"chat/press?as={receipt.Person}",
        $$"""{"event":"{{NextEvent()}}","message":"{{receipt.Message}}","control":"withdraw:{{receipt.Number}}:0:"}""");

    public void Dispose()
    {
        http.Dispose();
        program.Dispose();
        if (program.Errors.Length > 0) Console.WriteLine($"The program logged: {program.Errors}");
    }

    /// <summary>Whatever the time is here, the team is at work, and it is about eleven in the morning: what is measured does not depend on when it is measured.</summary>
    private static Dictionary<string, string> OrdinaryMorning()
    {
        // The signs of these zones are those of POSIX: Etc/GMT+5 is five hours behind.
        var behind = TimeProvider.System.GetUtcNow().Hour - 11;
        return new()
        {
            ["TRIAGEBOT__TEAM__ZONE"] = $"Etc/GMT{(behind < 0 ? "" : "+")}{behind}",
            ["TRIAGEBOT__TEAM__HOURS"] = "Mon-Sun 09:00-17:00",
        };
    }

    private string NextEvent() => "e" + Interlocked.Increment(ref events).ToString(CultureInfo.InvariantCulture);

    private async Task<byte[]> PostAsync(string address, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = Json;
        using var response = await http.PostAsync(address, content);
        var answer = await response.Content.ReadAsByteArrayAsync();
        Interlocked.Increment(ref requests);
        return response.StatusCode == HttpStatusCode.OK ? answer : throw new InvalidOperationException($"{response.StatusCode}: {Encoding.UTF8.GetString(answer)}");
    }

    private static string? Find(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> field, byte end)
    {
        var at = answer.IndexOf(field);
        if (at < 0) return null;
        var rest = answer[(at + field.Length)..];
        return Encoding.UTF8.GetString(rest[..rest.IndexOf(end)]);
    }
}

/// <summary>The private answer to a command that made an item.</summary>
/// <param name="Message">Id of the message that shows it.</param>
internal sealed record Receipt(string Person, string Message, string Number);
