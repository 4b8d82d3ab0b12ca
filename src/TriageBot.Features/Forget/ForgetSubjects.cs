using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Features.Customers;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Forget;

/// <summary>Who or what is meant, and whether the author may.</summary>
internal sealed class ForgetSubjects(MemberStore members, CustomerStore customers, CustomerNaming naming, ForgetAnswers answers)
{
    public async Task<(Member? Member, Reply Problem)> PersonAsync(Turn turn, string typed)
    {
        if (await members.FindTypedAsync(turn.Db, turn.Workspace.Id, typed).ConfigureAwait(false) is { } member) return (member, Reply.Nothing.Instance);
        var all = await members.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        return (null, answers.Problems.NoSuchMember(typed, all.Select(other => other.Name)));
    }

    public async Task<(Customer? Customer, Reply Problem)> CustomerAsync(Turn turn, string typed)
    {
        if (await customers.FindAsync(turn.Db, turn.Workspace.Id, typed).ConfigureAwait(false) is { } customer) return (customer, Reply.Nothing.Instance);
        var near = await naming.NearAsync(turn.Unit, typed).ConfigureAwait(false);
        return (null, near.Count == 0
            ? answers.Texts.Private(ForgetTexts.NoSuchCustomer, ("typed", ReplyValue.Typed(typed)))
            : answers.Texts.Private(ForgetTexts.NearCustomer, ("typed", ReplyValue.Typed(typed)), ("near", ReplyValue.Typed(string.Join(", ", near.Select(other => other.Name))))));
    }

    public Task<Member?> FindAsync(Turn turn, MemberId id) => members.FindAsync(turn.Db, turn.Workspace.Id, id);

    public Task<Customer?> FindAsync(Turn turn, long id) => customers.FindAsync(turn.Db, turn.Workspace.Id, id);

    public async Task<Reply?> RefuseAsync(Turn turn) =>
        Policy.Decide(turn.Actor, new Act.SetUpWorkspace()) is Verdict.Refused refused ? await answers.Refusals.ReplyAsync(turn, refused, "/forget").ConfigureAwait(false) : null;
}

/// <summary>What is said no with.</summary>
internal sealed record ForgetAnswers(Problems Problems, Refusals Refusals, ReplyTexts Texts);
