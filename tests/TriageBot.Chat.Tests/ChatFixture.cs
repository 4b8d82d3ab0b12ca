using System.Collections.Concurrent;
using TriageBot.Chat.Web;
using TriageBot.Core.Chat;

namespace TriageBot.Chat.Tests;

/// <summary>A chat with Sam, Kim and You, and everything that happened in it.</summary>
public sealed class ChatFixture : IAsyncDisposable
{
    public static readonly MemberId You = new("you");
    public static readonly MemberId Sam = new("sam");
    public static readonly MemberId Kim = new("kim");
    public static readonly Destination Team = new Destination.Channel("team");
    public static readonly Destination SamAndBot = new Destination.Direct(Sam);

    private readonly IDisposable subscription;

    private ChatFixture(LocalChat chat, ScriptedBot bot)
    {
        Chat = chat;
        Bot = bot;
        subscription = chat.Subscribe(Events.Enqueue);
    }

    public LocalChat Chat { get; }

    public ScriptedBot Bot { get; }

    public ConcurrentQueue<ChatEvent> Events { get; } = [];

    public static Task<ChatFixture> OpenAsync(string? file = null) => OpenAsync(new LocalChatOptions { DataFile = file });

    public static async Task<ChatFixture> OpenAsync(LocalChatOptions options)
    {
        var chat = await LocalChat.OpenAsync(options, TimeProvider.System, CancellationToken.None);
        var fixture = new ChatFixture(chat, new ScriptedBot());
        await chat.StartAsync(fixture.Bot, CancellationToken.None);
        return fixture;
    }

    public Task<ChatOutcome> SayAsync(MemberId author, Destination where, string text, string? eventId = null) =>
        Chat.SayAsync(author, where, text, eventId, CancellationToken.None);

    public Task<ChatOutcome> PressAsync(MemberId author, ChatOutcome shown, string controlId, string? choice = null) =>
        Chat.PressAsync(author, MessageOf(shown).Id, controlId, choice, null, CancellationToken.None);

    public Task<SendOutcome> SendAsync(string key, Destination to, string text, string? editOf = null) =>
        Chat.SendAsync(new Outgoing(key, Chat.Workspace, to, new Card(RichText.Plain(text)), editOf), CancellationToken.None);

    /// <summary>The message that an outcome names, as it stands now.</summary>
    public ChatMessage MessageOf(ChatOutcome outcome)
    {
        var id = outcome switch
        {
            ChatOutcome.Shown(var shown) => shown,
            ChatOutcome.Updated(var updated) => updated,
            _ => throw new InvalidOperationException($"{outcome} shows no message."),
        };
        Destination[] places = [Team, new Destination.Direct(You), SamAndBot, new Destination.Direct(Kim)];
        return places.SelectMany(place => new[] { You, Sam, Kim }.SelectMany(viewer => Chat.Read(viewer, place))).First(message => message.Id == id);
    }

    public IReadOnlyList<string> TextsOf(MemberId viewer, Destination where) =>
        [.. Chat.Read(viewer, where).Select(message => message.Text.ToPlainText())];

    /// <summary>The next event of a kind, from now on.</summary>
    public async Task<T> NextAsync<T>()
        where T : ChatEvent
    {
        var found = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = Chat.Subscribe(news =>
        {
            if (news is T wanted) found.TrySetResult(wanted);
        });
        return await found.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    public async ValueTask DisposeAsync()
    {
        subscription.Dispose();
        await Chat.DisposeAsync();
    }
}
