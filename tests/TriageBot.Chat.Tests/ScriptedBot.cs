using System.Collections.Concurrent;
using System.Collections.Immutable;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;

namespace TriageBot.Chat.Tests;

/// <summary>The other side of the port: a bot with a reply of every kind, and a note of everything it was handed.</summary>
public sealed class ScriptedBot : IChatBot
{
    private readonly TaskCompletionSource<Reply> slowReply = new();

    public ConcurrentQueue<Incoming> Heard { get; } = [];

    public ConcurrentQueue<WorkspaceSeen> Seen { get; } = [];

    public CommandTree Commands { get; } = new(
    [
        new CommandSpec("urgent", "Hold a message for the owner's next break")
        {
            Options =
            [
                new OptionSpec("what", OptionKind.Text, "What it is about") { Positional = true, Required = true, MaxLength = 2000 },
                new OptionSpec("customer", OptionKind.Text, "Which customer is waiting"),
                new OptionSpec("if-it-waits", OptionKind.Choice, "What happens if it waits") { Choices = ["nothing", "annoying", "harm"] },
                new OptionSpec("for", OptionKind.Member, "Whose break"),
            ],
            Examples = ["/urgent Server down at Acme customer:Acme"],
        },
        new CommandSpec("agenda", "Today's agenda") { Examples = ["/agenda"] },
        new CommandSpec("break", "Open the break and read what was held", CommandAccess.Owners) { Examples = ["/break"] },
        new CommandSpec("help", "What I can do")
        {
            Options = [new OptionSpec("command", OptionKind.Text, "One command") { Positional = true }],
            Examples = ["/help"],
        },
    ]);

    public IReadOnlyList<string> MessageMenus { get; } = ["Hold for the next break"];

    public IReadOnlyList<string> MemberMenus { get; } = ["Ask at the next break"];

    public void AnswerSlowly(Reply reply) => slowReply.SetResult(reply);

    public Task<Reply> HandleAsync(Incoming incoming, CancellationToken ct)
    {
        Heard.Enqueue(incoming);
        return incoming.Body switch
        {
            IncomingBody.Typed("/slow") => slowReply.Task.WaitAsync(ct),
            IncomingBody.Typed("/throw") => throw new InvalidOperationException("secret detail"),
            var body => Task.FromResult(ReplyTo(incoming, body)),
        };
    }

    public Task SeenAsync(WorkspaceSeen workspace, CancellationToken ct)
    {
        Seen.Enqueue(workspace);
        return Task.CompletedTask;
    }

    public Task LeftAsync(WorkspaceId workspace, CancellationToken ct) => Task.CompletedTask;

    public Task PresentAsync(RollCall call, CancellationToken ct) => Task.CompletedTask;

    public Task<IReadOnlyList<WorkspaceKnown>> WorkspacesOfAsync(string platform, MemberId member, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<WorkspaceKnown>>([]);

    public Task<IReadOnlyList<Choice>> CompleteAsync(CompletionRequest request, CancellationToken ct)
    {
        string[] customers = ["Acme", "Acorn & Sons", "Bolt"];
        IReadOnlyList<Choice> found = request.Option == "customer"
            ? [.. customers.Where(name => name.StartsWith(request.Typed, StringComparison.OrdinalIgnoreCase)).Select(name => new Choice(name, name))]
            : [];
        return Task.FromResult(found);
    }

    private static Reply ReplyTo(Incoming incoming, IncomingBody body) => body switch
    {
        IncomingBody.Typed(var text) when text.StartsWith("/urgent ", StringComparison.Ordinal) => new Reply.Private(Receipt(text["/urgent ".Length..])),
        IncomingBody.Typed("/agenda") => new Reply.Public(new Card(RichText.Plain("Agenda of today"))),
        IncomingBody.Typed("/break") => new Reply.Private(Drain),
        IncomingBody.Typed("/file") => new Reply.Private(new Card(RichText.Plain("Here it is")) { Files = [new CardFile("all.zip", "packed"u8.ToArray())] }),
        IncomingBody.Typed("/form") => new Reply.Open(Answer),
        IncomingBody.Typed(var text) when text.StartsWith('/') => new Reply.Private(new Card(RichText.Plain("I do not know ").Then(RichText.Typed(text)))),
        IncomingBody.Typed when incoming.Where is Destination.Direct => new Reply.Private(new Card(RichText.Plain("Try /urgent"))),
        IncomingBody.Pressed("answer", _) => new Reply.Open(Answer),
        IncomingBody.Pressed("withdraw", _) => new Reply.Update(new Card(RichText.Plain("#142 is withdrawn."), Item: 142)),
        IncomingBody.Pressed("waits", var choice) => new Reply.Update(new Card(RichText.Plain($"#142: if it waits: {choice}."), Receipt("x").Controls, 142)),
        IncomingBody.Filled("answer", { } values) when values.GetValueOrDefault("minutes") is "soon" => Refused(values, incoming.Author.Id),
        IncomingBody.Filled("answer", var values) => new Reply.Update(new Card(RichText.Plain("Answered #142: ").Then(RichText.Typed(values["text"])), Item: 142)),
        IncomingBody.MenuUsed(_, _, var text) => new Reply.Private(Receipt(text)),
        _ => Reply.Nothing.Instance,
    };

    private static Card Receipt(string what) => new(
        RichText.Lines(
            RichText.Plain("Held as ").Then(new RichText([new TextRun(RunKind.Strong, "#142")])).Then(". You will have an answer by ")
                .Then(new RichText([new TextRun(RunKind.Moment, "11:00", At: 1_773_399_600_000)])).Then("."),
            RichText.Typed(what)),
        [
            new Select("waits", "What happens if it waits until 11:00?", [new("nothing", "Nothing much"), new("harm", "The business stops")]),
            new Button("withdraw", "Withdraw", ButtonStyle.Danger),
        ],
        142);

    private static Card Drain { get; } = new(
        RichText.Lines(RichText.Plain("1 of 3 · #142 Acme · waiting 38 min of 60 · asked 4×"), RichText.Typed("Server down at Acme")),
        [
            new Button("answer", "Answer", ButtonStyle.Primary), new Button("today", "Do today"), new Button("schedule", "Schedule"),
            new Button("delegate", "Delegate"), new Button("decline", "Decline"), new Button("someday", "Someday"), new Button("skip", "Skip"),
        ],
        142);

    private static Reply.Refused Refused(IReadOnlyDictionary<string, string> values, MemberId by)
    {
        var sentence = RichText.Plain("“").Then(RichText.Typed("\u202Esoon")).Then("” is no length. Write 45m.");
        var form = Answer with { Fields = [.. Answer.Fields.Select(field => field with { Initial = values[field.Name] })], Problem = new FormProblem("minutes", sentence) };
        return new Reply.Refused(new Card(sentence.Then("\nYou typed: ").Then(RichText.Typed("soon"))), form, by);
    }

    private static Form Answer { get; } = new(
        "answer",
        "Answer #142",
        [new FormField("text", "Answer", "On it", Multiline: true, Hint: "Sam reads this at once."), new FormField("minutes", "Minutes it took", Required: false, MaxLength: 4)],
        142);
}
