using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Tasks;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Triage;

/// <summary>Declines and gives on what is urgent but not important, in the owner's own words (rule O2).</summary>
internal sealed class DeclineHandlers(DeclineCards cards, TaskInput input, TaskOutput output, MemberStore members, DeclineAnswers answers)
{
    public Task<Reply> OpenDeclineAsync(Turn turn) => OpenAsync(turn, (task, people) =>
        cards.DeclineForm(task, people.Find(task.RequesterId ?? task.CreatorId).Name));

    public Task<Reply> OpenGiveAsync(Turn turn) => OpenAsync(turn, (task, _) => cards.GiveForm(task, turn.Author.Name));

    public async Task<Reply> DeclineAsync(Turn turn) => turn.Value("text") is { } words
        ? await ApplyAsync(turn, new TaskChange.Decline(words)).ConfigureAwait(false)
        : answers.Blank();

    public async Task<Reply> GiveAsync(Turn turn)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var who = turn.Value("who") ?? "";
        if (await members.FindTypedAsync(turn.Db, turn.Workspace.Id, who).ConfigureAwait(false) is not { } member)
        {
            return answers.WithNotSent(turn, answers.NoSuchMember(who, people.Names));
        }

        if (member.Id == turn.Author.Id) return answers.WithNotSent(turn, answers.ToSelf(who));
        // Whoever gets it has it as new: it is theirs, or an owner's, to judge.
        var give = new TaskChange.Edit { Assignee = member.Id, IsUnjudged = true, Words = turn.Value("text") };
        return await ApplyAsync(turn, give).ConfigureAwait(false);
    }

    private async Task<Reply> ApplyAsync(Turn turn, TaskChange change)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var changed = await output.Changer.ApplyAsync(turn, people, turn.Control.Item, turn.Control.Revision, change).ConfigureAwait(false);
        var reply = await output.Answers.ReplyAsync(turn, people, changed).ConfigureAwait(false);
        return changed is TaskChanged.Saved ? reply : answers.WithNotSent(turn, reply);
    }

    /// <summary>A form for the task as it stands; an older button shows the card instead, with what was changed since (rule X4).</summary>
    private async Task<Reply> OpenAsync(Turn turn, Func<TaskItem, TaskPeople, Form> form)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var looked = await output.Changer.LookAsync(turn, turn.Control.Item, turn.Control.Revision).ConfigureAwait(false);
        return looked is TaskChanged.Same same
            ? new Reply.Open(form(same.Task, people))
            : await output.Answers.ReplyAsync(turn, people, looked).ConfigureAwait(false);
    }
}

/// <summary>What is said when nothing was sent; what was written comes back with it.</summary>
internal sealed class DeclineAnswers(ReplyTexts texts, Problems problems)
{
    public Reply Blank() => Unusable(TriageTexts.Blank, "");

    public Reply ToSelf(string typed) => Unusable(TriageTexts.GiveToSelf, typed);

    public Reply NoSuchMember(string typed, IEnumerable<string> names) => problems.NoSuchMember(typed, names);

    public Reply WithNotSent(Turn turn, Reply reply) => (turn.Value("text"), reply) switch
    {
        ({ } typed, Reply.Private shown) => shown with { Card = With(shown.Card, typed) },
        ({ } typed, Reply.Update shown) => new Reply.Update(With(shown.Card, typed)),
        _ => reply,
    };

    private Reply.Private Unusable(ReplyText text, string typed)
    {
        var refused = texts.Private(text);
        return refused with { Unusable = new Unusable(typed, refused.Card.Text) };
    }

    private Card With(Card card, string typed) =>
        card with { Text = RichText.Lines(card.Text, texts.Say(TriageTexts.NotSent, ("typed", ReplyValue.Typed(typed)))) };
}
