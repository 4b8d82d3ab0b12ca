using NodaTime;
using TriageBot.Chat.Web.Log;
using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web.Board;

/// <summary>
/// What stands in the chat now. Every change gets its sequence number under one short lock and is queued for the log under the same lock, so that
/// memory, log and readers agree on one order. No call to the bot, to the disk or to a reader happens inside it, except looking up what memory has forgotten.
/// </summary>
internal sealed class ChatBoard
{
    private const int KeptPerDestination = 200;
    private const int KeptActs = 20_000;

    /// <summary>Messages whose files can still be fetched.</summary>
    private const int KeptFiles = 4;

    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly ChatStore store;
    private readonly Dictionary<Destination, Timeline> timelines = [];
    private readonly Dictionary<string, ChatMessage> messages = [];
    private readonly Recent<string, ChatMessage> leftMemory = new(500);
    private readonly Recent<EventKey, EventState> acts = new(KeptActs);
    private readonly Recent<string, string> sent = new(KeptActs);
    private readonly Recent<string, ShownForm> forms = new(1_000);
    private readonly Recent<string, CardFile[]> files = new(KeptFiles);
    private readonly List<Author> people;
    private readonly long run;
    private long sequence;
    private long eventCounter;
    private long forgottenUpTo;

    public ChatBoard(ChatRoster roster, ChatStore store, TimeProvider clock)
    {
        this.store = store;
        this.clock = clock;
        people = [.. roster.People];
        run = roster.Run;
        Channels = roster.Channels;
        Owners = roster.Owners;
        foreach (var channel in roster.Channels) Load(new Destination.Channel(channel.Id));
        foreach (var person in roster.People) Load(new Destination.Direct(person.Id));
        foreach (var (key, state) in store.ReadEvents(KeptActs)) acts.Set(key, state);
        sequence = store.LastSequence();
    }

    public IReadOnlyList<ChannelSeen> Channels { get; }

    public IReadOnlyList<MemberId> Owners { get; }

    public IReadOnlyList<Author> People
    {
        get
        {
            lock (gate) return [.. people];
        }
    }

    /// <summary>Sequence of the last change, and a task that ends when all up to it is on disk.</summary>
    public Change<long> Position
    {
        get
        {
            lock (gate) return new(sequence, AllSaved());
        }
    }

    public Author? FindPerson(MemberId id)
    {
        lock (gate) return people.Find(person => person.Id == id);
    }

    public bool Exists(Destination where) => where switch
    {
        Destination.Channel(var id) => Channels.Any(channel => channel.Id == id),
        Destination.Direct(var member) => FindPerson(member) is not null,
        _ => false,
    };

    /// <summary>An event id that no run of this chat has given before.</summary>
    public string NextEventId() => $"r{run}-{Interlocked.Increment(ref eventCounter)}";

    public EventState? FindAct(EventKey key)
    {
        lock (gate) return acts.Find(key);
    }

    public ChatMessage? FindMessage(string id)
    {
        lock (gate) return FindMessageInside(id);
    }

    public ShownForm? FindForm(string instanceId)
    {
        lock (gate) return forms.Find(instanceId) ?? store.FindForm(instanceId);
    }

    public CardFile? FindFile(string messageId, string name)
    {
        lock (gate) return files.Find(messageId)?.FirstOrDefault(file => file.Name == name);
    }

    public IReadOnlyList<ChatMessage> Read(MemberId viewer, Destination where, long before, int limit)
    {
        lock (gate)
        {
            return timelines.TryGetValue(where, out var timeline) ? timeline.Read(viewer, before, limit) : [];
        }
    }

    /// <returns>Messages posted or edited after a sequence, in the order of their last change; null when memory does not reach back so far.</returns>
    public IReadOnlyList<ChatMessage>? ReadChangedAfter(long after, MemberId viewer)
    {
        lock (gate)
        {
            if (after < forgottenUpTo) return null;

            return [.. timelines.Values.SelectMany(timeline => timeline.ChangedAfter(after, viewer)).OrderBy(message => message.Changed)];
        }
    }

    public Change<ChatMessage> Post(Draft draft, Cause cause)
    {
        var stored = FindStored(cause);
        lock (gate)
        {
            if ((FindSentInside(cause) ?? stored) is { } known && FindMessageInside(known) is { } first) return new(first, AllSaved());

            var message = new ChatMessage(++sequence, Now(), draft.Author, draft.Where)
            {
                VisibleOnlyTo = draft.VisibleOnlyTo,
                EventId = draft.TypedIn?.EventId,
            }.With(draft.Card, sequence);
            Remember(message);
            if (!draft.Card.Files.IsEmpty) files.Set(message.Id, [.. draft.Card.Files]);
            var rows = Rows(message, cause, new ChatOutcome.Shown(message.Id));
            if (draft.TypedIn is { } act) rows.Add(Record(act, new EventState(message.Id, null)));
            return Append(message, rows, new ChatEvent.Posted(message), draft.IsSoonAnswered);
        }
    }

    /// <returns>The message as it stands now; null when it is gone.</returns>
    public Change<ChatMessage>? Edit(string messageId, Card card, Cause cause)
    {
        var stored = FindStored(cause);
        lock (gate)
        {
            if (FindMessageInside(messageId) is not { } old) return null;
            if ((FindSentInside(cause) ?? stored) is not null) return new(old, AllSaved());

            var message = old.With(card, ++sequence);
            if (messages.ContainsKey(messageId))
            {
                messages[messageId] = message;
                timelines[message.Where].Replace(message);
            }
            else
            {
                leftMemory.Set(messageId, message);
            }

            return Append(message, Rows(message, cause, new ChatOutcome.Updated(message.Id)), new ChatEvent.Edited(message));
        }
    }

    public Change<ShownForm> Open(MemberId member, Destination where, string? openedFrom, Form form, EventKey act)
    {
        lock (gate)
        {
            var shown = new ShownForm($"f{++sequence}", member, where, openedFrom, form);
            forms.Set(shown.InstanceId, shown);
            return Append(shown, [new LogRow.Form(shown, sequence), Settle(act, new ChatOutcome.Opened(shown))], new ChatEvent.FormOpened(sequence, shown));
        }
    }

    /// <summary>Ends an act that shows nothing.</summary>
    public Task SettleSilently(EventKey act)
    {
        lock (gate) return Append(act, [Settle(act, ChatOutcome.Nothing.Instance)], null).Saved;
    }

    /// <returns>Null when somebody else already has that id or name.</returns>
    public Change<Author>? AddPerson(Author person)
    {
        lock (gate)
        {
            if (people.Exists(other => other.Id == person.Id || string.Equals(other.Name, person.Name, StringComparison.OrdinalIgnoreCase))) return null;

            people.Add(person);
            sequence++;
            return Append(person, [new LogRow.Person(person, sequence)], new ChatEvent.PersonAdded(sequence, person));
        }
    }

    private Instant Now() => Instant.FromDateTimeOffset(clock.GetUtcNow());

    private void Load(Destination where)
    {
        var recent = store.ReadRecent(where, KeptPerDestination);
        foreach (var message in recent) Remember(message);
        if (recent.Count == KeptPerDestination) forgottenUpTo = Math.Max(forgottenUpTo, recent[0].Sequence);
    }

    private void Remember(ChatMessage message)
    {
        messages[message.Id] = message;
        if (!timelines.TryGetValue(message.Where, out var timeline))
        {
            timelines[message.Where] = timeline = new Timeline(store.IsDurable ? KeptPerDestination : int.MaxValue);
        }

        foreach (var dropped in timeline.Add(message))
        {
            messages.Remove(dropped.Id);
            leftMemory.Set(dropped.Id, dropped);
            forgottenUpTo = Math.Max(forgottenUpTo, dropped.Changed);
        }
    }

    private ChatMessage? FindMessageInside(string id) =>
        messages.GetValueOrDefault(id) ?? leftMemory.Find(id) ?? store.FindMessage(id);

    /// <summary>The message that the outbox's key has made before this program was started. Asked outside the lock: most keys are new.</summary>
    private string? FindStored(Cause cause) => cause.OutgoingKey is { } key ? store.FindSent(key) : null;

    private string? FindSentInside(Cause cause) => cause.OutgoingKey is { } key ? sent.Find(key) : null;

    private List<LogRow> Rows(ChatMessage message, Cause cause, ChatOutcome outcome)
    {
        var rows = new List<LogRow> { new LogRow.Message(message) };
        if (cause.Answers is { } act) rows.Add(Settle(act, outcome));
        if (cause.OutgoingKey is { } key)
        {
            sent.Set(key, message.Id);
            rows.Add(new LogRow.Sent(key, message.Id));
        }

        return rows;
    }

    private LogRow Settle(EventKey act, ChatOutcome outcome) => Record(act, new EventState(acts.Find(act)?.TypedId, outcome));

    private LogRow Record(EventKey act, EventState state)
    {
        acts.Set(act, state);
        return new LogRow.Event(act, state);
    }

    private Change<T> Append<T>(T value, IReadOnlyList<LogRow> rows, ChatEvent? news, bool isSoonFollowed = false) => new(value, store.Append(rows, news, isSoonFollowed));

    /// <summary>Nothing, written in its turn: ends after everything before it.</summary>
    private Task AllSaved() => store.Append([], null);
}
