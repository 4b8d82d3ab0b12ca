using System.Collections.Concurrent;
using System.Threading.Channels;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;

namespace TriageBot.Discord.Tests;

/// <summary>The other side of the port: answers as the test says, and notes everything it was handed.</summary>
public sealed class ScriptedBot : IChatBot
{
    private readonly Channel<Incoming> heard = Channel.CreateUnbounded<Incoming>();
    private readonly TaskCompletionSource present = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is answered; the text of the command, repeated, when a test says nothing else.</summary>
    public Func<Incoming, CancellationToken, Task<Reply>> Answer { get; set; } = (incoming, _) => Task.FromResult<Reply>(new Reply.Private(new Card(RichText.Typed(TextOf(incoming)))));

    /// <summary>What is suggested; a time on the day that was typed, when a test says nothing else.</summary>
    public Func<CompletionRequest, IReadOnlyList<Choice>> Complete { get; set; } = request => [new Choice(request.Typed + " 17:00", $"{request.Typed} at five")];

    public ConcurrentQueue<WorkspaceSeen> Seen { get; } = [];

    public ConcurrentQueue<WorkspaceId> Left { get; } = [];

    public ConcurrentQueue<RollCall> Calls { get; } = [];

    /// <summary>Ends when the bot has its first session, and not only asked for it.</summary>
    public Task IsPresent => present.Task;

    public ConcurrentQueue<Incoming> Handled { get; } = [];

    public CommandTree Commands { get; } = new(
    [
        new CommandSpec("urgent", "Hold a message for the owner's next break")
        {
            Options =
            [
                new OptionSpec("what", OptionKind.Text, "What it is about") { Positional = true, Required = true, MaxLength = 4000 },
                new OptionSpec("due", OptionKind.Date, "By when"),
                new OptionSpec("for", OptionKind.Member, "Whose break"),
            ],
            Examples = ["/urgent Server down"],
        },
    ]);

    public IReadOnlyList<string> MessageMenus { get; } = ["Hold for the next break"];

    public IReadOnlyList<string> MemberMenus { get; } = ["Ask at the next break"];

    public static string TextOf(Incoming incoming) => incoming.Body switch
    {
        IncomingBody.Typed(var text) => text,
        IncomingBody.Command command => command.Values.GetValueOrDefault("what", ""),
        IncomingBody.Pressed pressed => pressed.ControlId,
        IncomingBody.Filled filled => string.Join(' ', filled.Values.Values),
        IncomingBody.MenuUsed used => used.MessageText,
        IncomingBody.MemberMenuUsed used => used.Member.Value,
        _ => "",
    };

    /// <summary>The next event that was not yet looked at.</summary>
    public async Task<Incoming> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await heard.Reader.ReadAsync(patience.Token);
    }

    public Task<Reply> HandleAsync(Incoming incoming, CancellationToken ct)
    {
        Handled.Enqueue(incoming);
        heard.Writer.TryWrite(incoming);
        return Answer(incoming, ct);
    }

    public Task SeenAsync(WorkspaceSeen workspace, CancellationToken ct)
    {
        Seen.Enqueue(workspace);
        return Task.CompletedTask;
    }

    public Task LeftAsync(WorkspaceId workspace, CancellationToken ct)
    {
        Left.Enqueue(workspace);
        return Task.CompletedTask;
    }

    public Task PresentAsync(RollCall call, CancellationToken ct)
    {
        Calls.Enqueue(call);
        present.TrySetResult();
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<WorkspaceKnown>> WorkspacesOfAsync(string platform, MemberId member, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<WorkspaceKnown>>([]);

    public Task<IReadOnlyList<Choice>> CompleteAsync(CompletionRequest request, CancellationToken ct) => Task.FromResult(Complete(request));
}
