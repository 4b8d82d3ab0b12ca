using System.Collections.Immutable;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Workspaces;

/// <summary>Whom something is given to: people on a list, and a form for whoever is not on it.</summary>
internal static class MemberChoice
{
    /// <summary>What a list can hold on every platform.</summary>
    private const int Most = 25;

    /// <summary>Nobody's id.</summary>
    public const string SomebodyElse = "?";

    public static ImmutableArray<Choice> Of(IEnumerable<Member> members)
    {
        ImmutableArray<Choice> all = [.. members.Select(member => new Choice(member.Id.Value, member.Name))];
        return all.Length <= Most ? all : [.. all.Take(Most - 1), new Choice(SomebodyElse, "Somebody else…")];
    }

    /// <summary>Reads what was chosen, or typed into the form that has the id of the list.</summary>
    /// <returns>A member other than the author, or what to answer instead: the form, or what is wrong with the name.</returns>
    public static async Task<(Member? Member, Reply Answer)> ReadChoiceAsync(this MemberStore members, Turn turn, Problems problems)
    {
        if (turn.Choice == SomebodyElse)
        {
            return (null, new Reply.Open(new Form(turn.Control.ToString(), "Somebody else", [new FormField("who", "Name", MaxLength: 100, Hint: "@kim")], turn.Control.Item)));
        }

        var found = turn.Value("who") is { } typed
            ? await members.FindTypedAsync(turn.Db, turn.Workspace.Id, typed).ConfigureAwait(false)
            : await members.FindAsync(turn.Db, turn.Workspace.Id, new MemberId(turn.Choice)).ConfigureAwait(false);
        if (found is not null && found.Id == turn.Author.Id) return (null, problems.BadValue("You have it already. Please name somebody else.", turn.Value("who") ?? found.Name));
        if (found is not null) return (found, Reply.Nothing.Instance);
        var all = await members.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        return (null, problems.NoSuchMember(turn.Value("who") ?? turn.Choice, all.Select(member => member.Name)));
    }
}
