using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web.Http;

/// <summary>
/// The live connection of one window: first what it missed, then everything as it happens. A reader that is too slow for its bounded queue
/// is cut off and comes back asking for what it missed, so that it costs nobody else memory or time.
/// </summary>
internal sealed class LiveSocket(LocalChat chat, CancellationToken stopping)
{
    private const int WaitingEvents = 512;

    private static readonly WebSocketAcceptContext Accept = new() { KeepAliveInterval = TimeSpan.FromSeconds(15), KeepAliveTimeout = TimeSpan.FromSeconds(15) };

    public async Task HandleAsync(HttpContext context)
    {
        var viewer = new MemberId(context.Request.Query["as"].ToString());
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await JsonExchange.RefuseAsync(context, StatusCodes.Status426UpgradeRequired, "This address is for web sockets.").ConfigureAwait(false);
        }
        else if (!chat.People.Any(person => person.Id == viewer))
        {
            await JsonExchange.RefuseAsync(context, StatusCodes.Status404NotFound, "This person is not in the team.").ConfigureAwait(false);
        }
        else
        {
            _ = long.TryParse(context.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after);
            using var socket = await context.WebSockets.AcceptWebSocketAsync(Accept).ConfigureAwait(false);
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            await RunAsync(socket, viewer, after, ending).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(WebSocket socket, MemberId viewer, long after, CancellationTokenSource ending)
    {
        var waiting = Channel.CreateBounded<ChatEvent>(new BoundedChannelOptions(WaitingEvents) { SingleReader = true });
        using var subscription = chat.Subscribe(news =>
        {
            if (news.IsVisibleTo(viewer) && !waiting.Writer.TryWrite(news)) waiting.Writer.TryComplete();
        });
        var closed = WaitForCloseAsync(socket, ending);
        try
        {
            await SendMissedAsync(socket, viewer, after, ending.Token).ConfigureAwait(false);
            await foreach (var news in waiting.Reader.ReadAllAsync(ending.Token).ConfigureAwait(false))
            {
                if (Frame(news) is { } frame) await SendAsync(socket, frame, ending.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException)
        {
            // The window is gone or the program stops: nobody is left to tell.
        }

        socket.Abort();
        await closed.ConfigureAwait(false);
    }

    /// <summary>The page says nothing on this connection; reading only finds out that it was closed.</summary>
    private static async Task WaitForCloseAsync(WebSocket socket, CancellationTokenSource ending)
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer, ending.Token).ConfigureAwait(false)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException)
        {
            // As above.
        }

        await ending.CancelAsync().ConfigureAwait(false);
    }

    private async Task SendMissedAsync(WebSocket socket, MemberId viewer, long after, CancellationToken ct)
    {
        var position = await chat.PositionAsync(ct).ConfigureAwait(false);
        if (after > position || chat.ReadChangedAfter(after, viewer) is not { } missed)
        {
            await SendAsync(socket, new LiveFrame("reset", position), ct).ConfigureAwait(false);
            return;
        }

        await chat.PositionAsync(ct).ConfigureAwait(false);
        foreach (var message in missed) await SendAsync(socket, Frame(message), ct).ConfigureAwait(false);
        await SendAsync(socket, new LiveFrame("ready", position, People: [.. chat.People.Select(PersonView.From)]), ct).ConfigureAwait(false);
    }

    private LiveFrame? Frame(ChatEvent news) => news switch
    {
        ChatEvent.Posted(var message) => Frame(message),
        ChatEvent.Edited(var message) => Frame(message),
        ChatEvent.PersonAdded(var sequence, var person) => new LiveFrame("person", sequence, Person: PersonView.From(person)),
        // A form opens in the window in which it was asked for, as that request's answer.
        ChatEvent.FormOpened => null,
        _ => throw new InvalidOperationException($"Unknown event {news.GetType().Name}."),
    };

    private LiveFrame Frame(ChatMessage message) =>
        new("message", message.Changed, MessageView.From(message, chat.Clock.LocalTimeZone));

    private static ValueTask SendAsync(WebSocket socket, LiveFrame frame, CancellationToken ct) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(frame, ChatJson.Default.LiveFrame).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, ct);
}
