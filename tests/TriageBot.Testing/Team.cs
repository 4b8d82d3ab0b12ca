using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Settings;
using TriageBot.Simulate;

namespace TriageBot.Testing;

/// <summary>
/// A team with the whole bot among them: local chat, router, timed work, a real database file, and a clock that the test moves.
/// Closing it fails the test when the bot said something that no <see cref="Expect"/> has seen, or logged an error.
/// </summary>
public sealed class Team : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly Script script;
    private readonly Stage stage;
    private readonly ErrorWatch errors;
    private readonly HashSet<int> seen = [];
    private ScriptClock clock;
    private bool failed;
    private bool restIgnored;

    private Team(TemporaryFolder folder, Script script, Stage stage, ErrorWatch errors)
    {
        this.folder = folder;
        this.script = script;
        this.stage = stage;
        this.errors = errors;
        clock = new ScriptClock(script.Zone, script.Start);
    }

    /// <summary>Everything the bot has shown, oldest first.</summary>
    public IReadOnlyList<Shown> Shown => stage.Shown;

    public Instant Now => stage.Now;

    /// <summary>The database file of the bot that runs now, for a look at what is stored.</summary>
    public string DatabaseFile => stage.DatabaseFile;

    /// <param name="people">As in a script: <c>alex:owner sam kim</c>.</param>
    /// <param name="at">Local date and time at which the day begins.</param>
    /// <param name="screen">As in a script: characters in a line, and in a message; null for as many as one likes.</param>
    public static async Task<Team> StartAsync(
        string people = "alex:owner sam kim",
        string at = "2026-03-13 08:25",
        string zone = "Europe/Oslo",
        string? screen = null,
        Func<TriageBotOptions, TriageBotOptions>? change = null)
    {
        var script = ScriptReader.Read("team", $"zone {zone}\npeople {people}\n{(screen is null ? "" : $"screen {screen}\n")}at {at}");
        var folder = TemporaryFolder.Make("triagebot-test");
        var errors = new ErrorWatch();
        var options = change?.Invoke(new TriageBotOptions()) ?? new TriageBotOptions();
        var stage = await Stage.OpenAsync(StageSetup.For(script, folder.Path, options, errors), CancellationToken.None);
        return new Team(folder, script, stage, errors);
    }

    /// <param name="place">A channel with its #, or <c>dm</c> for the private conversation with the bot.</param>
    public Task SaysAsync(string who, string text, string place = "#team") =>
        DoAsync(() => stage.SayAsync(who, place == "dm" ? null : place.TrimStart('#'), text, CancellationToken.None));

    /// <summary>Presses a button, or makes a choice, by its label; of the newest message that this person can see about the item.</summary>
    public Task PressesAsync(string who, string label, long? item = null) => DoAsync(() => stage.PressAsync(who, label, item, CancellationToken.None));

    /// <summary>Fills in the open form; what was opened counts as expected.</summary>
    public Task FillsAsync(string who, params IEnumerable<(string Field, string Value)> values)
    {
        MarkWhere(shown => shown.Kind == ShownKind.Form && shown.OnlyFor == Stage.IdOf(who));
        return DoAsync(() => stage.FillAsync(who, values.ToDictionary(value => value.Field, value => value.Value), CancellationToken.None));
    }

    /// <param name="part">Of the text of the message whose menu is used.</param>
    public Task UsesMenuAsync(string who, string entry, string part) => DoAsync(() => stage.UseMenuAsync(who, entry, part, CancellationToken.None));

    /// <param name="when">As in a script: <c>10:30</c>, <c>+20m</c>, <c>2026-03-16 08:30</c>. Everything due on the way happens at its own time.</param>
    public Task AdvanceToAsync(string when) => MoveAsync(when, stage.AdvanceToAsync);

    /// <summary>The machine sleeps until then: what is due on the way happens only when it wakes.</summary>
    public Task SleepsUntilAsync(string when) => MoveAsync(when, stage.SleepUntilAsync);

    /// <summary>The platform delivers what somebody typed in #team; the same event id is the same event once more. The answer is not shown but returned.</summary>
    public Task<Reply> DeliversAsync(string eventId, string who, string text) => DeliversAsync(eventId, who, new IncomingBody.Typed(text));

    /// <summary>The same for whatever can be done, a button of a message that is not shown any more among it.</summary>
    public Task<Reply> DeliversAsync(string eventId, string who, IncomingBody body) =>
        DeliversAsync(new Incoming(default, new Author(Stage.IdOf(who), who, IsAdmin: null), new Destination.Channel("team"), eventId, body));

    /// <summary>The same at any place; the workspace is this team's.</summary>
    public async Task<Reply> DeliversAsync(Incoming incoming)
    {
        Reply reply = Reply.Nothing.Instance;
        await DoAsync(async () => reply = await stage.DeliverAsync(incoming, CancellationToken.None));
        return reply;
    }

    /// <summary>What is offered to somebody who is typing the value of a command's option.</summary>
    public async Task<IReadOnlyList<Choice>> CompletesAsync(string who, string command, string option, string typed)
    {
        IReadOnlyList<Choice> choices = [];
        await DoAsync(async () => choices = await stage.CompleteAsync(who, command, option, typed, CancellationToken.None));
        return choices;
    }

    /// <summary>The bot crashes and is started again on what was on disk at this moment.</summary>
    public Task RestartAsync() => DoAsync(() => stage.RestartAsync(CancellationToken.None));

    /// <summary>Takes the oldest message with this text that no other call has taken: what is said twice must be expected twice.</summary>
    /// <param name="where">A person, for what they can see; or a channel with its #.</param>
    public Shown Expect(string where, string text)
    {
        var index = Unseen.Where(index => Shown[index].IsVisibleAt(where) && Shown[index].Text.Contains(text, StringComparison.Ordinal)).Append(-1).First();
        if (index < 0) throw Failure($"{where} was to see \"{text}\".");
        seen.Add(index);
        return Shown[index];
    }

    /// <param name="where">A person, for what is addressed to them alone; or a channel with its #.</param>
    public void ExpectNothing(string where)
    {
        if (Unseen.Any(index => Shown[index].IsAddressedTo(where))) throw Failure($"Nothing was to appear for {where}.");
    }

    /// <summary>Whatever was said so far and is said from here on is not what this test is about.</summary>
    public void IgnoreRest(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        restIgnored = true;
    }

    public async ValueTask DisposeAsync()
    {
        await stage.DisposeAsync();
        errors.Dispose();
        // After an error the file may be one that a test has broken.
        var differences = errors.Entries.Count > 0 ? [] : BreakLoads.Differences(stage.DatabaseFile);
        folder.Dispose();
        if (failed) return;
        if (differences.Count > 0) throw new TeamException($"The loads of the breaks are counted wrongly:{Lines(differences)}");
        if (errors.Entries.Count > 0) throw new TeamException($"The program logged errors:{Lines(errors.Entries)}");
        if (!restIgnored && Unseen.Any(index => Shown[index].Kind != ShownKind.Edit)) throw Failure("The bot said what nobody expected.");
    }

    /// <summary>Positions in <see cref="Shown"/> that no expectation has taken.</summary>
    private IEnumerable<int> Unseen => Enumerable.Range(0, Shown.Count).Where(index => !seen.Contains(index));

    private void MarkWhere(Func<Shown, bool> expected) => seen.UnionWith(Unseen.Where(index => expected(Shown[index])).ToList());

    private Task MoveAsync(string when, Func<Instant, CancellationToken, Task> move) => DoAsync(async () =>
    {
        var target = ScriptClock.Read(when, script.Zone, clock) ?? throw new StageException($"'{when}' is no time; expected HH:MM, +20m or YYYY-MM-DD HH:MM.");
        if (target < stage.Now) throw new StageException($"'{when}' goes back in time: it is already {clock.Display}.");
        await move(target, CancellationToken.None);
        clock = new ScriptClock(script.Zone, target);
    });

    /// <summary>A test that could not go on has failed for that reason; closing the team then adds no second one.</summary>
    private async Task DoAsync(Func<Task> deed)
    {
        try
        {
            await deed();
        }
        catch
        {
            failed = true;
            throw;
        }
    }

    private TeamException Failure(string sentence)
    {
        failed = true;
        var lines = Unseen.Select(index => $"[{(clock with { Now = Shown[index].At }).Display}] {Shown[index].Kind} to {Shown[index].To}: {Shown[index].Text.Replace('\n', ' ')}").ToList();
        return new TeamException($"{sentence} {(lines.Count == 0 ? "The bot has said nothing that was not already expected." : $"Not yet expected:{Lines(lines)}")}");
    }

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"{Environment.NewLine}  {line}"));
}

/// <summary>The team saw something else than the test says.</summary>
public sealed class TeamException(string message) : Exception(message);
