using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Urgent;
using TriageBot.Features.Urgent;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Breaks;

/// <summary>What a drain says when a button cannot do what it promises any more, and what was just done.</summary>
internal sealed class DrainAnswers(MemberStore members, Problems problems, Refusals refusals, ReplyTexts texts)
{
    public Reply NoSuchItem(long number) => problems.NoSuchItem(number);

    public Reply Blank() => problems.BadValue("There is nothing to send yet: please write at least a word.", "");

    public Reply NoYesOrNo(string typed) => problems.BadValue("Whether I ask how that was is yes or no; an empty field is no. Nothing was sent yet.", typed);

    public Task<(Member? Member, Reply Answer)> MemberAsync(Turn turn) => members.ReadChoiceAsync(turn, problems);

    public Task<Reply> RefusedAsync(Turn turn, Verdict.Refused refused) => refusals.ReplyAsync(turn, refused, $"#{turn.Control.Item}");

    /// <summary>Who was faster, and what they chose (rule H14).</summary>
    public async Task<RichText> AlreadyDoneAsync(Turn turn, HeldMessage message)
    {
        // Another may have closed it since it was read: their name is in the row, not in our copy.
        var by = message.ClosedBy is { } id ? await members.FindAsync(turn.Db, turn.Workspace.Id, id).ConfigureAwait(false) : null;
        return WithNotSent(turn, texts.Say(
            BreakTexts.AlreadyDone,
            ("number", message.Number),
            ("state", ReplyValue.Words(StateWords.Of(message.State))),
            ("member", by?.AsRun() ?? new TextRun(RunKind.Plain, "somebody else"))));
    }

    public async Task<Reply> LeasedAsync(Turn turn, HeldMessage message)
    {
        var holder = message.LeasedBy is { } id ? await members.FindAsync(turn.Db, turn.Workspace.Id, id).ConfigureAwait(false) : null;
        return new Reply.Private(new Card(WithNotSent(turn, texts.Say(
            BreakTexts.Leased,
            ("number", message.Number),
            ("member", holder?.AsRun() ?? new TextRun(RunKind.Plain, "Somebody else")),
            ("until", Say.Moment(message.LeasedUntilAt ?? turn.Now, turn.Now, turn.AuthorZone))))));
    }

    public RichText Stale(Turn turn, HeldMessage message) =>
        WithNotSent(turn, texts.Say(BreakTexts.Stale, ("number", message.Number), ("change", ReplyValue.Words(message.LastChange))));

    public RichText Done(HeldMessage message, string choice) =>
        texts.Say(BreakTexts.Done, ("number", message.Number), ("choice", ReplyValue.Words(choice)));

    public Card Over(HeldMessage message, RichText done) =>
        new(RichText.Lines(done, texts.Say(BreakTexts.Over)), Item: message.Number);

    /// <summary>What was written into a form that did nothing comes back, so that nothing typed is lost.</summary>
    private RichText WithNotSent(Turn turn, RichText text) => (turn.Value("text") ?? turn.Value("when")) is { } typed
        ? RichText.Lines(text, texts.Say(BreakTexts.NotSent, ("typed", ReplyValue.Typed(typed))))
        : text;
}
