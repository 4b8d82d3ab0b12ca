using NodaTime;
using TriageBot.Chat.Web;
using TriageBot.Clock;
using TriageBot.Core.Chat;

namespace TriageBot.Simulate;

/// <summary>
/// The whole bot - router, timed work, database file - in a local chat, on a clock that stands still until it is moved.
/// Scripts are played on it, and the scenario tests act on it. For one caller at a time.
/// </summary>
public sealed class Stage : IAsyncDisposable
{
    private readonly StageSetup setup;
    private readonly ManualTimeProvider clock;
    private readonly LocalChat chat;
    private readonly Spectator spectator;
    private readonly List<Shown> shown = [];
    private RunningBot? bot;
    private int lives;

    private Stage(StageSetup setup, ManualTimeProvider clock, LocalChat chat)
    {
        this.setup = setup;
        this.clock = clock;
        this.chat = chat;
        spectator = new Spectator(chat, clock);
    }

    public Instant Now => clock.Now;

    public TimeProvider Clock => clock;

    /// <summary>Everything the bot has shown, oldest first.</summary>
    public IReadOnlyList<Shown> Shown => shown;

    /// <summary>The database file of the bot that runs now.</summary>
    public string DatabaseFile => Path.Combine(setup.Folder, lives == 0 ? "triagebot.db" : $"triagebot-{lives}.db");

    public static MemberId IdOf(string name) => new(name.ToLowerInvariant());

    public static async Task<Stage> OpenAsync(StageSetup setup, CancellationToken ct)
    {
        var clock = new ManualTimeProvider(setup.Start);
        var stage = new Stage(setup, clock, await LocalChat.OpenAsync(setup.Chat, clock, ct));
        await stage.StartBotAsync(ct);
        return stage;
    }

    /// <summary>Moves the clock; everything due on the way happens at its own time, in order.</summary>
    public async Task AdvanceToAsync(Instant target, CancellationToken ct)
    {
        await new ClockDriver(clock, Bot.Work).AdvanceToAsync(target, ct);
        shown.AddRange(spectator.Take(null));
    }

    /// <summary>The machine sleeps: what is due on the way happens only when it wakes (rule T9).</summary>
    public Task SleepUntilAsync(Instant target, CancellationToken ct)
    {
        clock.MoveTo(target);
        return AdvanceToAsync(target, ct);
    }

    /// <param name="channel">Without the #; null for the private conversation with the bot.</param>
    /// <exception cref="StageException">The chat does not take it.</exception>
    public Task SayAsync(string who, string? channel, string text, CancellationToken ct)
    {
        var author = IdOf(who);
        return ActAsync(chat.SayAsync(author, channel is null ? new Destination.Direct(author) : new Destination.Channel(channel), text, null, ct), ct);
    }

    /// <summary>Presses a button, or chooses from a select, of the newest message that this person can see.</summary>
    /// <param name="label">Of the button or choice.</param>
    /// <param name="item">Only messages about this item; null for any.</param>
    /// <exception cref="StageException">They see no such button.</exception>
    public Task PressAsync(string who, string label, long? item, CancellationToken ct)
    {
        var target = new ControlFinder(chat, IdOf(who)).Find(label, item);
        return ActAsync(chat.PressAsync(IdOf(who), target.MessageId, target.ControlId, target.Choice, null, ct), ct);
    }

    /// <summary>Fills in the form that is open before this person. Fields that are not named keep what stands in them.</summary>
    /// <exception cref="StageException">No form is open before them, or it does not take the values.</exception>
    public async Task FillAsync(string who, IReadOnlyDictionary<string, string> values, CancellationToken ct)
    {
        if (spectator.FormBefore(IdOf(who)) is not { } form) throw new StageException($"{who} has no form open.");

        var filled = form.Form.Fields.ToDictionary(field => field.Name, field => field.Initial);
        foreach (var (name, value) in values) filled[name] = value;
        await ActAsync(chat.FillAsync(IdOf(who), form.InstanceId, filled, null, ct), ct);
        spectator.Close(form);
    }

    /// <summary>Uses an entry of the message menu on the newest message with this text that the person can see.</summary>
    /// <exception cref="StageException">They see no such message, or there is no such entry.</exception>
    public Task UseMenuAsync(string who, string entry, string part, CancellationToken ct)
    {
        var message = new ControlFinder(chat, IdOf(who)).FindText(part);
        return ActAsync(chat.UseMenuAsync(IdOf(who), entry, message.Id, null, ct), ct);
    }

    /// <summary>What the chat offers somebody who is typing the value of an option.</summary>
    public Task<IReadOnlyList<Choice>> CompleteAsync(string who, string command, string option, string typed, CancellationToken ct) =>
        chat.CompleteAsync(IdOf(who), command, option, typed, ct);

    /// <summary>Hands an event to the bot past the chat, as a platform does that delivers one twice. Only the caller sees the answer.</summary>
    public async Task<Reply> DeliverAsync(Incoming incoming, CancellationToken ct)
    {
        var reply = await Bot.Chat.HandleAsync(incoming with { Workspace = chat.Workspace }, ct);
        await AdvanceToAsync(clock.Now, ct);
        return reply;
    }

    /// <summary>
    /// The bot crashes and is started again: what was only in its memory is gone, what was on disk at this moment is there. People and their chat live on.
    /// </summary>
    public async Task RestartAsync(CancellationToken ct)
    {
        var (crashed, file) = (Bot, DatabaseFile);
        lives++;
        File.Copy(file, DatabaseFile);
        if (File.Exists(file + "-wal")) File.Copy(file + "-wal", DatabaseFile + "-wal");
        await StartBotAsync(ct);
        await crashed.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        spectator.Dispose();
        await chat.DisposeAsync();
        if (bot is not null) await bot.DisposeAsync();
    }

    private RunningBot Bot => bot ?? throw new InvalidOperationException("The bot is not started.");

    private async Task StartBotAsync(CancellationToken ct)
    {
        bot = await RunningBot.StartAsync(setup, DatabaseFile, clock, chat, ct);
        await AdvanceToAsync(clock.Now, ct);
    }

    /// <summary>Lets an act happen and then everything that it made due at once.</summary>
    private async Task ActAsync(Task<ChatOutcome> act, CancellationToken ct)
    {
        var outcome = await act;
        shown.AddRange(spectator.Take(outcome));
        if (outcome is ChatOutcome.Refused(var sentence)) throw new StageException(sentence);
        await AdvanceToAsync(clock.Now, ct);
    }
}

/// <summary>What somebody was to do on the stage is not possible there.</summary>
public sealed class StageException(string message) : Exception(message);
