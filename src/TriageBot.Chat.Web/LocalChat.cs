using TriageBot.Chat.Web.Board;
using TriageBot.Chat.Web.Log;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;

namespace TriageBot.Chat.Web;

/// <summary>
/// The local team chat: a small chat platform (people, channels, messages, private conversations with the bot) together with the bot's adapter to it.
/// It knows no HTTP; the page and the script simulator both stand on it. Thread-safe.
/// </summary>
public sealed class LocalChat : IChatPlatform, IAsyncDisposable
{
    private readonly LocalChatOptions options;
    private readonly Audience audience;
    private readonly ChatStore store;
    private readonly ChatBoard board;
    private readonly Exchange exchange;
    private readonly Inbox inbox;
    private readonly CancellationTokenSource closing = new();
    private volatile IChatBot? bot;

    private LocalChat(LocalChatOptions options, ChatRoster roster, ChatFile? file, TimeProvider clock)
    {
        this.options = options;
        Clock = clock;
        audience = new Audience(options.Logger);
        store = new ChatStore(file is null ? null : new ChatHistory(file), new ChatLog(file, audience.Publish, options.Logger));
        board = new ChatBoard(roster, store, clock);
        exchange = new Exchange(board, options);
        inbox = new Inbox(board);
    }

    public string Name => "local";

    public ChatCapabilities Capabilities => options.Capabilities;

    public WorkspaceId Workspace => options.WorkspaceId;

    public string WorkspaceName => options.WorkspaceName;

    public IReadOnlyList<Author> People => board.People;

    public IReadOnlyList<ChannelSeen> Channels => board.Channels;

    /// <summary>Stamps the messages; its zone is the one in which times are shown.</summary>
    internal TimeProvider Clock { get; }

    /// <summary>Commands of the connected bot; empty before <see cref="StartAsync"/>.</summary>
    internal IReadOnlyList<CommandSpec> Commands => bot?.Commands.All ?? [];

    internal IReadOnlyList<string> MessageMenus => bot?.MessageMenus ?? [];

    /// <exception cref="InvalidDataException">The file is damaged, of a newer program or cannot be written; the message is a sentence with the next step.</exception>
    public static Task<LocalChat> OpenAsync(LocalChatOptions options, TimeProvider clock, CancellationToken ct) => Task.Run(
        () =>
        {
            var file = options.DataFile is { } path ? new ChatFile(path) : null;
            var roster = file is null ? ChatRoster.From(options) : ChatRoster.Open(file, options, clock.GetUtcNow().ToUnixTimeMilliseconds());
            return new LocalChat(options, roster, file, clock);
        },
        ct);

    /// <summary>Connects the bot and tells it who is here.</summary>
    public async Task StartAsync(IChatBot connected, CancellationToken ct)
    {
        bot = connected;
        await connected.SeenAsync(Seen(), ct).ConfigureAwait(false);
        exchange.Connect(connected);
    }

    /// <summary>Says something at a place. A line beginning with a slash is a command: only its author sees it, and the answer.</summary>
    /// <param name="eventId">The caller's own id of this act, for a retry; null lets the chat make one.</param>
    /// <returns>Ends when everything it shows is on disk. <paramref name="ct"/> stops the waiting, not what was said.</returns>
    public Task<ChatOutcome> SayAsync(MemberId author, Destination where, string text, string? eventId, CancellationToken ct)
    {
        if (ChatLimits.Problem(text) is { } problem) return Refuse(problem);
        if (board.FindPerson(author) is not { } person) return Refuse(ChatLimits.UnknownPerson);
        if (!MayUse(author, where)) return Refuse(ChatLimits.UnknownPlace);

        var key = Key(author, eventId);
        return inbox.OnceAsync(key, () => SayOnceAsync(new Act(key, person, where, Typed(text), text))).WaitAsync(ct);
    }

    /// <summary>Presses a button or chooses from a select. Whether the control still means something is for the bot to say (rules X4, X5).</summary>
    public Task<ChatOutcome> PressAsync(MemberId author, string messageId, string controlId, string? choice, string? eventId, CancellationToken ct)
    {
        if (board.FindPerson(author) is not { } person) return Refuse(ChatLimits.UnknownPerson);
        if (FindVisible(author, messageId) is not { Author: null } message) return Refuse(ChatLimits.UnknownMessage);

        var key = Key(author, eventId);
        var said = ChatLimits.LabelOf(message, controlId, choice);
        var act = new Act(key, person, message.Where, new IncomingBody.Pressed(controlId, choice), said, message.Id);
        return inbox.OnceAsync(key, () => exchange.RunAsync(act, closing.Token)).WaitAsync(ct);
    }

    /// <param name="formId"><see cref="ShownForm.InstanceId"/> of the form that was shown.</param>
    public Task<ChatOutcome> FillAsync(MemberId author, string formId, IReadOnlyDictionary<string, string> values, string? eventId, CancellationToken ct)
    {
        if (board.FindPerson(author) is not { } person) return Refuse(ChatLimits.UnknownPerson);
        if (board.FindForm(formId) is not { } shown || shown.For != author) return Refuse(ChatLimits.UnknownForm);
        if (ChatLimits.Problem(shown.Form, values) is { } problem) return Refuse(problem);

        var key = Key(author, eventId);
        var said = string.Join("\n", shown.Form.Fields.Select(field => $"{field.Label}: {values.GetValueOrDefault(field.Name, "")}"));
        var act = new Act(key, person, shown.Where, new IncomingBody.Filled(shown.Form.Id, values), said, shown.OpenedFrom);
        return inbox.OnceAsync(key, () => exchange.RunAsync(act, closing.Token)).WaitAsync(ct);
    }

    public Task<ChatOutcome> UseMenuAsync(MemberId author, string menu, string messageId, string? eventId, CancellationToken ct)
    {
        if (board.FindPerson(author) is not { } person) return Refuse(ChatLimits.UnknownPerson);
        if (FindVisible(author, messageId) is not { } message) return Refuse(ChatLimits.UnknownMessage);
        if (!MessageMenus.Contains(menu)) return Refuse(ChatLimits.UnknownMenu);

        var key = Key(author, eventId);
        var text = message.Text.ToPlainText();
        var act = new Act(key, person, message.Where, new IncomingBody.MenuUsed(menu, message.Id, text), $"{menu}: {text}");
        return inbox.OnceAsync(key, () => exchange.RunAsync(act, closing.Token)).WaitAsync(ct);
    }

    /// <param name="name">1–40 characters, not yet used here.</param>
    public async Task<PersonOutcome> AddPersonAsync(string name, CancellationToken ct)
    {
        if (ChatLimits.NameProblem(name) is { } problem) return new PersonOutcome.Refused(problem);

        var person = new Author(ChatLimits.IdFor(name, taken: board.People), name.Trim());
        if (board.AddPerson(person) is not { } added) return new PersonOutcome.Refused($"There is already somebody called {name.Trim()}. Choose another name.");

        await added.Saved.WaitAsync(ct).ConfigureAwait(false);
        if (bot is { } connected) await connected.SeenAsync(Seen(), ct).ConfigureAwait(false);
        return new PersonOutcome.Added(person);
    }

    /// <summary>Completions of an option's value, asked of the bot; none for an unknown author.</summary>
    public Task<IReadOnlyList<Choice>> CompleteAsync(MemberId author, string command, string option, string typed, CancellationToken ct) =>
        bot is { } connected && board.FindPerson(author) is { } person
            ? connected.CompleteAsync(new CompletionRequest(Workspace, person, command, option, typed), ct)
            : Task.FromResult<IReadOnlyList<Choice>>([]);

    /// <summary>The newest messages that the viewer may see at a place, oldest first. Goes to the file for what memory no longer holds.</summary>
    /// <param name="before">Only messages with a smaller <see cref="ChatMessage.Sequence"/>.</param>
    public IReadOnlyList<ChatMessage> Read(MemberId viewer, Destination where, long before = long.MaxValue, int limit = 100)
    {
        if (!MayUse(viewer, where)) return [];

        var recent = board.Read(viewer, where, before, limit);
        return recent.Count < limit && store.Read(viewer, where, before, limit) is { } stored && stored.Count > recent.Count ? stored : recent;
    }

    /// <summary>Tells of every change, in order, after it is on disk. The listener must be quick and must see to <see cref="ChatEvent.IsVisibleTo"/> itself.</summary>
    public IDisposable Subscribe(Action<ChatEvent> listener) => audience.Subscribe(listener);

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(Outgoing outgoing, CancellationToken ct)
    {
        if (outgoing.Workspace != Workspace) return new SendOutcome.Refused($"There is no workspace {outgoing.Workspace} in the local chat.");
        if (!board.Exists(outgoing.To)) return new SendOutcome.Refused($"There is no {outgoing.To} in the local chat.");

        var cause = new Cause(OutgoingKey: outgoing.Key);
        var change = outgoing.EditOf is { } id
            ? board.Edit(id, outgoing.Card, cause)
            : board.Post(new Draft(null, outgoing.To, outgoing.Card), cause);
        if (change is not { } made) return new SendOutcome.Refused("The message to change is no longer in the local chat.");

        await made.Saved.WaitAsync(ct).ConfigureAwait(false);
        return new SendOutcome.Sent(made.Value.Id);
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync().ConfigureAwait(false);
        await store.DisposeAsync().ConfigureAwait(false);
        closing.Dispose();
    }

    /// <summary>Sequence of the last change, after everything up to it is on disk.</summary>
    internal async Task<long> PositionAsync(CancellationToken ct)
    {
        var (sequence, saved) = board.Position;
        await saved.WaitAsync(ct).ConfigureAwait(false);
        return sequence;
    }

    /// <summary>What a reader missed; null when it missed more than memory holds.</summary>
    internal IReadOnlyList<ChatMessage>? ReadChangedAfter(long sequence, MemberId viewer) => board.ReadChangedAfter(sequence, viewer);

    internal ChatMessage? FindVisible(MemberId viewer, string messageId) =>
        board.FindMessage(messageId) is { } message && message.IsVisibleTo(viewer) ? message : null;

    /// <summary>A file of a message that the viewer may see; null when it is not kept any more.</summary>
    internal CardFile? FindFile(MemberId viewer, string messageId, string name) => FindVisible(viewer, messageId) is null ? null : board.FindFile(messageId, name);

    /// <summary>The message with what was typed in one act.</summary>
    internal ChatMessage? FindTyped(MemberId author, string eventId) =>
        board.FindAct(new EventKey(author, eventId))?.TypedId is { } id ? board.FindMessage(id) : null;

    private async Task<ChatOutcome> SayOnceAsync(Act act)
    {
        var isCommand = act.Said.StartsWith('/');
        // After a restart in the middle, what was typed already stands there.
        var typed = board.FindAct(act.Key)?.TypedId is null
            ? board.Post(new Draft(act.Author.Id, act.Where, new Card(RichText.Typed(act.Said)))
            {
                VisibleOnlyTo = isCommand ? act.Author.Id : null,
                TypedIn = act.Key,
                IsSoonAnswered = isCommand,
            }, Cause.None).Saved
            : Task.CompletedTask;
        var outcome = await exchange.RunAsync(act, closing.Token).ConfigureAwait(false);
        await typed.ConfigureAwait(false);
        return outcome;
    }

    private IncomingBody.Typed Typed(string text) =>
        new(text) { Mentions = text.StartsWith('/') || !text.Contains('@', StringComparison.Ordinal) ? [] : MentionReader.Read(text, board.People) };

    private WorkspaceSeen Seen() => new(Workspace, Name, WorkspaceName, board.People, board.Channels, board.Owners);

    private EventKey Key(MemberId author, string? eventId) => new(author, eventId ?? board.NextEventId());

    private bool MayUse(MemberId member, Destination where) =>
        board.Exists(where) && (where is Destination.Channel || where == new Destination.Direct(member));

    private static Task<ChatOutcome> Refuse(string sentence) => Task.FromResult<ChatOutcome>(new ChatOutcome.Refused(sentence));
}
