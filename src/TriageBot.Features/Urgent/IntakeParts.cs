using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Urgent;
using TriageBot.Features.Dates;
using TriageBot.Features.Duty;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Urgent;

/// <summary>What the handlers of held messages look people up and say no with.</summary>
internal sealed record IntakeParts(WorkspaceStore Workspaces, MemberStore Members, OwnerStore Owners, DutyRoster Duty, DueInput Due, Problems Problems, Refusals Refusals, ReplyTexts Texts)
{
    /// <summary>The plan of the owner somebody named, or the answer that names the owners there are.</summary>
    public async Task<(OwnerPlan? Plan, Reply Problem)> OwnerNamedAsync(Turn turn, string typed)
    {
        var everybody = await Members.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        var member = await Members.FindTypedAsync(turn.Db, turn.Workspace.Id, typed).ConfigureAwait(false);
        if (member is null) return (null, Problems.NoSuchMember(typed, everybody.Select(each => each.Name)));
        var plan = await Owners.FindAsync(turn.Db, turn.Workspace, member.Id).ConfigureAwait(false);
        var owners = string.Join(", ", everybody.Where(each => each.IsOwner).Select(each => "@" + each.Name));
        return (plan, Texts.Private(UrgentTexts.NotAnOwner, ("member", member.AsRun()), ("owners", ReplyValue.Typed(owners))));
    }

    public Reply AlreadyClosed(HeldMessage message) => Texts.Private(
        UrgentTexts.AlreadyClosed, ("number", message.Number), ("state", ReplyValue.Words(StateWords.Of(message.State))));
}

/// <summary>What became of a held message, as words within a sentence.</summary>
internal static class StateWords
{
    public static string Of(UrgentState state) => state switch
    {
        UrgentState.Held => "held",
        UrgentState.Answered => "answered",
        UrgentState.Promised => "promised to the customer",
        UrgentState.Today => "being done today",
        UrgentState.Scheduled => "scheduled",
        UrgentState.Delegated => "given to somebody else",
        UrgentState.Declined => "declined",
        UrgentState.Someday => "on the someday-maybe list",
        UrgentState.Withdrawn => "withdrawn",
        UrgentState.Solved => "solved",
        UrgentState.Joined => "added to another one",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "This state has no words."),
    };
}
