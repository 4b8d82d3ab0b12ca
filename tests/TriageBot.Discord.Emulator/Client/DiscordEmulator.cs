using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.Client;

/// <summary>
/// The emulated service as a process of its own, and what a test does with it: people's acts, faults, the truth. Users, channels and guilds are named by
/// name or id; <c>@bot</c> is a person's direct messages with the bot, <c>Ops/team</c> the channel of a certain guild.
/// </summary>
public sealed partial class DiscordEmulator : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly Process process;
    private readonly HttpClient http;

    private DiscordEmulator(Process process, Uri control)
    {
        this.process = process;
        http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = control, Timeout = TimeSpan.FromMinutes(5) };
    }

    /// <summary>Base of REST, with the version: what <c>Discord:ApiUrl</c> is set to.</summary>
    public Uri ApiUrl { get; private set; } = new("http://127.0.0.1");

    /// <summary>The bot's token. It is made up.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The bot's user id, which is the application's id too.</summary>
    public string BotId { get; private set; } = "";

    /// <summary>Processor time that the emulator has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it on free ports. It ends with the test's process, however that ends.</summary>
    public static async Task<DiscordEmulator> StartAsync(CancellationToken ct = default)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        // It shares the machine with the bot that is tested or measured: with 256 MB (in hexadecimal) for new objects it seldom stops to collect them.
        start.Environment["DOTNET_GCgen0size"] = "10000000";
        start.ArgumentList.Add(typeof(DiscordEmulator).Assembly.Location);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The emulator did not start.");
        var line = await process.StandardOutput.ReadLineAsync(ct) ?? throw new InvalidOperationException("The emulator ended at once.");
        var control = (string?)JsonNode.Parse(line)?["control"] ?? throw new InvalidOperationException($"The emulator said: {line}");
        var emulator = new DiscordEmulator(process, new Uri(control));
        await emulator.LearnAsync(ct);
        return emulator;
    }

    /// <summary>Says a verb to the control, with an anonymous object as its body.</summary>
    /// <exception cref="InvalidOperationException">It cannot be done; the message says why.</exception>
    public async Task<JsonNode?> SayAsync(string verb, object? body = null, CancellationToken ct = default)
    {
        using var content = JsonContent.Create(body ?? new { }, options: Web);
        // The control reads bodies of known length.
        await content.LoadIntoBufferAsync(ct);
        using var response = await http.PostAsync(verb, content, ct);
        var answer = await response.Content.ReadFromJsonAsync<JsonNode>(ct);
        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException($"{verb}: {answer?["error"]}");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<T> AskAsync<T>(string verb, object? body, CancellationToken ct)
        where T : class => await FindAsync<T>(verb, body, ct) ?? throw new TimeoutException($"{verb}: nothing came of {JsonSerializer.Serialize(body, Web)}.");

    private async Task<T?> FindAsync<T>(string verb, object? body, CancellationToken ct)
        where T : class
    {
        var answer = await SayAsync(verb, body, ct);
        return answer.Deserialize<T>(Web);
    }

    private async Task LearnAsync(CancellationToken ct)
    {
        var info = await SayAsync("info", null, ct) ?? throw new InvalidOperationException("The emulator says nothing.");
        ApiUrl = new Uri((string?)info["api"] ?? "");
        Token = (string?)info["token"] ?? "";
        BotId = (string?)info["bot"] ?? "";
        if ((bool?)info["hasSpecification"] == true || Environment.GetEnvironmentVariable("CI") != "true") return;
        throw new InvalidOperationException("CI must have Discord's specification, ../shared/protocols/discord-openapi.json: without it no request is checked.");
    }
}
