using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TriageBot.Testing;

namespace TriageBot.Bench;

/// <summary>
/// The real program (Release build, a process of its own, fresh data) and the people who use its local chat over HTTP with connections kept open.
/// Measurements of many requests a second come with lighter connections of their own (<see cref="Teammate"/>).
/// </summary>
internal sealed class ServedChat : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly RunningProgram program;
    private readonly HttpClient http;
    private long events;

    private ServedChat(RunningProgram program, Uri address)
    {
        this.program = program;
        Address = address;
        http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = Timeout.InfiniteTimeSpan, UseCookies = false, UseProxy = false }) { BaseAddress = address };
    }

    public Uri Address { get; }

    /// <summary>What the program has used of the processor. Divided by the requests it answered, it says what one costs, also on a busy machine.</summary>
    public TimeSpan ProcessorTime => program.ProcessorTime;

    /// <summary>What the one writer has used of it: two units cannot be written at once, so it bounds the pace on a machine of many processors.</summary>
    public TimeSpan WriterTime => OperatingSystem.IsLinux() ? program.ProcessorTimeOf("database writer") : TimeSpan.Zero;

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
        return response.StatusCode == HttpStatusCode.OK ? answer : throw new InvalidOperationException($"{response.StatusCode}: {Encoding.UTF8.GetString(answer)}");
    }
}
