using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace TriageBot.Bench.Discord;

/// <summary>
/// What the machine allows: a bare loop that does what the minimal bot on discord.js does, one row an interaction and a private answer, with nothing that a product needs. All that wait are stored
/// by one commit. Arguments: address of REST with the version, token, database, and, for a loop that stores what the bot stores (<see cref="SameRowsStore"/>), the bot's database.
/// </summary>
internal static class BareLoop
{
    /// <summary>Sub-command by which the driver starts it as a process of its own.</summary>
    public const string Name = "bare-loop";

    private const int Guilds = 1;

    /// <summary>As long as the bot lets its log become before it is folded into the file.</summary>
    private const int PagesOfLog = 8000;

    public static async Task RunAsync(string[] args)
    {
        var (api, token) = (new Uri(args[0] + "/"), args[1]);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null }) { BaseAddress = api };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://triagebot.invalid, 1)");
        var waiting = new BlockingCollection<BareInteraction>();
        var store = new Thread(() => Store(args[2], args is [_, _, _, var copied, ..] ? copied : null, waiting, http)) { IsBackground = true };

        using var socket = new ClientWebSocket();
        using var asked = new HttpRequestMessage(HttpMethod.Get, "gateway/bot") { Headers = { Authorization = new AuthenticationHeaderValue("Bot", token) } };
        using var answer = await http.SendAsync(asked);
        var gateway = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("url").GetString();
        await socket.ConnectAsync(new Uri($"{gateway}/?v=10&encoding=json"), CancellationToken.None);
        var buffer = new byte[1024 * 1024];
        var length = 0;
        long sequence = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            length += part.Count;
            if (!part.EndOfMessage) continue;
            var frame = JsonElement.Parse(buffer.AsSpan(0, length));
            length = 0;
            if (frame.GetProperty("s") is { ValueKind: JsonValueKind.Number } number) sequence = number.GetInt64();
            var data = frame.GetProperty("d");
            switch (frame.GetProperty("op").GetInt32())
            {
                case 10:
                    await SendAsync(socket, new { op = 2, d = new { token, intents = Guilds, properties = new { os = "linux", browser = "bare", device = "bare" } } });
                    _ = BeatAsync(socket, TimeSpan.FromMilliseconds(data.GetProperty("heartbeat_interval").GetInt64()), () => sequence);
                    break;
                case 0 when frame.GetProperty("t").GetString() == "READY":
                    await RegisterAsync(http, token, data.GetProperty("application").GetProperty("id").GetString()!);
                    store.Start();
                    Console.WriteLine("ready");
                    break;
                case 0 when frame.GetProperty("t").GetString() == "INTERACTION_CREATE":
                    waiting.Add(Read(data));
                    break;
            }
        }
    }

    private static BareInteraction Read(JsonElement data) => new(
        data.GetProperty("id").GetString()!,
        data.GetProperty("token").GetString()!,
        data.GetProperty("guild_id").GetString()!,
        data.GetProperty("member").GetProperty("user").GetProperty("id").GetString()!,
        data.GetProperty("data").GetProperty("options")[0].GetProperty("value").GetString()!);

    private static async Task RegisterAsync(HttpClient http, string token, string application)
    {
        var what = new { type = 3, name = "what", description = "What it is about", required = true };
        using var commands = new HttpRequestMessage(HttpMethod.Put, $"applications/{application}/commands")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bot", token) },
            Content = JsonContent.Create(new[] { new { name = "urgent", description = "Hold a message", options = new[] { what } } }),
        };
        using var registered = await http.SendAsync(commands);
        registered.EnsureSuccessStatusCode();
    }

    private static void Store(string path, string? copied, BlockingCollection<BareInteraction> waiting, HttpClient http)
    {
        if (copied is not null) SameRowsStore.Copy(copied, path);
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        BareCommand.Prepare(connection, $"pragma journal_mode=wal; pragma synchronous=full; pragma wal_autocheckpoint={PagesOfLog}").ExecuteNonQuery();
        IBareStore rows = copied is null ? new OneRowStore(connection) : new SameRowsStore(connection);
        using var begin = BareCommand.Prepare(connection, "begin immediate");
        using var commit = BareCommand.Prepare(connection, "commit");
        List<BareInteraction> group = [];
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            group.Add(first);
            while (waiting.TryTake(out var next)) group.Add(next);
            begin.ExecuteNonQuery();
            foreach (var one in group) rows.Insert(one);
            commit.ExecuteNonQuery();
            foreach (var one in group) ThreadPool.UnsafeQueueUserWorkItem(_ => _ = AnswerAsync(http, one), null);
            group.Clear();
        }
    }

    private static async Task AnswerAsync(HttpClient http, BareInteraction interaction)
    {
        using var content = new ByteArrayContent("""{"type":4,"data":{"content":"Held for the next break.","flags":64}}"""u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await http.PostAsync($"interactions/{interaction.Id}/{interaction.Token}/callback", content);
        if (answer.StatusCode != HttpStatusCode.NoContent) await Console.Error.WriteLineAsync($"{answer.StatusCode}");
    }

    private static async Task BeatAsync(ClientWebSocket socket, TimeSpan interval, Func<long> sequence)
    {
        using var timer = new PeriodicTimer(interval);
        while (await timer.WaitForNextTickAsync()) await SendAsync(socket, new { op = 1, d = sequence() });
    }

    private static Task SendAsync(ClientWebSocket socket, object message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message)), WebSocketMessageType.Text, true, CancellationToken.None);
}
