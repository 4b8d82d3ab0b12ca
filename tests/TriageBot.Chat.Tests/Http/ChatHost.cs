using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using TriageBot.Chat.Web;

namespace TriageBot.Chat.Tests.Http;

/// <summary>A chat served by a real Kestrel on a free port, with the scripted bot behind it.</summary>
public sealed class ChatHost : IAsyncDisposable
{
    private WebApplication app;

    private ChatHost(LocalChat chat, ScriptedBot bot, HandClock clock, WebApplication app)
    {
        Chat = chat;
        Bot = bot;
        Clock = clock;
        this.app = app;
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public LocalChat Chat { get; }

    public ScriptedBot Bot { get; }

    public HandClock Clock { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <param name="more">Other addresses to serve, as the program does with its demo clock.</param>
    public static async Task<ChatHost> StartAsync(Action<IEndpointRouteBuilder>? more = null)
    {
        var clock = new HandClock();
        var chat = await LocalChat.OpenAsync(new LocalChatOptions(), clock, CancellationToken.None);
        var bot = new ScriptedBot();
        await chat.StartAsync(bot, CancellationToken.None);
        return new ChatHost(chat, bot, clock, await ServeAsync(chat, "http://127.0.0.1:0", more));
    }

    /// <summary>Stops serving; the chat itself goes on.</summary>
    public async Task StopAsync() => await app.DisposeAsync();

    /// <summary>Serves again, at the same address.</summary>
    public async Task StartAgainAsync() => app = await ServeAsync(Chat, Address.ToString(), null);

    public Task<HttpResponseMessage> PostAsync(string path, string member, object body) => Client.PostAsJsonAsync($"{path}?as={member}", body);

    public async Task<JsonElement> GetAsync(string address) => await Client.GetFromJsonAsync<JsonElement>(address);

    public Task<HttpResponseMessage> SayAsync(string member, string text, string where = "channel:team", string? eventId = null) =>
        PostAsync("/chat/say", member, new { @event = eventId, where, text });

    /// <summary>A live connection as the page opens it.</summary>
    public async Task<ClientWebSocket> ListenAsync(string member, long after = 0)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{Address.Authority}/live?as={member}&after={after}"), CancellationToken.None);
        return socket;
    }

    /// <summary>Frames up to and including the first for which <paramref name="isLast"/> is true.</summary>
    public static async Task<List<JsonElement>> ReadUntilAsync(WebSocket socket, Func<JsonElement, bool> isLast)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var frames = new List<JsonElement>();
        var buffer = new byte[64 * 1024];
        do
        {
            var text = new StringBuilder();
            WebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer, patience.Token);
                text.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
            }
            while (!part.EndOfMessage);

            frames.Add(JsonDocument.Parse(text.ToString()).RootElement);
        }
        while (!isLast(frames[^1]));

        return frames;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await Chat.DisposeAsync();
    }

    private static async Task<WebApplication> ServeAsync(LocalChat chat, string address, Action<IEndpointRouteBuilder>? more)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.UseLocalOnly();
        app.MapLocalChat(chat);
        more?.Invoke(app);
        await app.StartAsync();
        return app;
    }
}
