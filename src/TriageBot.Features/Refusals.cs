using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features;

/// <summary>Private answers to what a member may not do; they name who can (rule X5).</summary>
public sealed class Refusals(ReplyTexts texts, MemberStore members)
{
    private const string Managers = "whoever may manage this team's server; I have met nobody yet";

    /// <param name="what">What was refused, in the bot's words: <c>/break</c>, <c>Withdrawing #12</c>.</param>
    public async Task<Reply> ReplyAsync(Turn turn, Verdict.Refused refused, string what)
    {
        var all = await members.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        var who = refused.WhoCan switch
        {
            WhoCan.Owners => Names(all, member => member.IsOwner, "an owner; there is none yet, an admin makes one with /setup owner"),
            WhoCan.Admins => Names(all, member => member.IsAdmin, Managers),
            WhoCan.AdminsAndOwners => Names(all, member => member.IsAdmin || member.IsOwner, Managers),
            WhoCan.Requester => ReplyValue.Words("only the person who asked"),
            WhoCan.TaskPeople => ReplyValue.Words("an owner, and whoever added the task or does it"),
            WhoCan.TimesMember => ReplyValue.Words("only the person whose time it is"),
            WhoCan.EscalationPeople => ReplyValue.Words("whoever reported it, whoever has it, an owner or an admin"),
            WhoCan.FocusOwner => ReplyValue.Words("only the person whose focus it is"),
            WhoCan.PrivateTaskPeople => ReplyValue.Words("whoever added it or does it, for it is private"),
            WhoCan.PromisePeople => ReplyValue.Words("an owner, and whoever made the promise or wrote it down"),
            WhoCan.OfferedMember => ReplyValue.Words("only whoever it was offered to"),
            WhoCan.OneMember => ReplyValue.Words("only the person whom it was offered to or who offered it"),
            WhoCan.InterruptedMember => ReplyValue.Words("only the person who was interrupted"),
            _ => throw new ArgumentOutOfRangeException(nameof(refused), refused, "Nobody is named for this refusal."),
        };
        return texts.Private(RouterTexts.Refused, ("what", ReplyValue.Words(what)), ("who", who));
    }

    private static ReplyValue Names(IEnumerable<Member> all, Func<Member, bool> can, string nobody) =>
        all.Where(can).Select(member => member.Name).ToList() is { Count: > 0 } names ? ReplyValue.Typed(string.Join(", ", names)) : ReplyValue.Words(nobody);
}
