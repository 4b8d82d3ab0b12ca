using TriageBot.Core.Chat;

namespace TriageBot.Features.Urgent;

/// <summary>The menu on an owner: asks what it is about, and holds it for that owner's next break.</summary>
internal sealed class MemberMenuHandlers(UrgentHandlers intake, IntakeParts parts)
{
    public const string Verb = "ask-owner";

    /// <summary>A form is asked for only where its answer could be held.</summary>
    public Task<Reply> AskAsync(Turn turn) => turn.Incoming.Body is IncomingBody.MemberMenuUsed(_, var member)
        ? OpenAsync(turn, member.Value)
        : throw new InvalidOperationException("The menu on a member was used without one.");

    public Task<Reply> AskAgainAsync(Turn turn) => OpenAsync(turn, turn.Control.Extra);

    public Task<Reply> HoldAsync(Turn turn) => intake.HoldForAsync(turn, turn.Control.Extra);

    private async Task<Reply> OpenAsync(Turn turn, string owner)
    {
        var (plan, problem) = await parts.OwnerNamedAsync(turn, owner).ConfigureAwait(false);
        if (plan is null) return problem;
        var what = new FormField("what", "What is it about?", Multiline: true, MaxLength: 2000);
        return new Reply.Open(new Form(new ControlId(Verb, Extra: owner).ToString(), "Ask at the next break", [what]));
    }
}
