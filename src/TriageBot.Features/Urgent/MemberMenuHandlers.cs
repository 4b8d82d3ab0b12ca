using TriageBot.Core.Chat;

namespace TriageBot.Features.Urgent;

/// <summary>The menu on an owner: asks what it is about, and holds it for that owner's next break.</summary>
internal sealed class MemberMenuHandlers(UrgentHandlers intake, IntakeParts parts)
{
    public const string Verb = "ask-owner";

    /// <summary>A form is asked for only where its answer could be held.</summary>
    public async Task<Reply> AskAsync(Turn turn)
    {
        if (turn.Incoming.Body is not IncomingBody.MemberMenuUsed(_, var member)) throw new InvalidOperationException("The menu on a member was used without one.");
        var (plan, problem) = await parts.OwnerNamedAsync(turn, member.Value).ConfigureAwait(false);
        if (plan is null) return problem;
        var what = new FormField("what", "What is it about?", Multiline: true, MaxLength: 2000);
        return new Reply.Open(new Form(new ControlId(Verb, Extra: member.Value).ToString(), "Ask at the next break", [what]));
    }

    public Task<Reply> HoldAsync(Turn turn) => intake.HoldForAsync(turn, turn.Control.Extra);
}
