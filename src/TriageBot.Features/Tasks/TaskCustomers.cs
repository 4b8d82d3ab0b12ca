using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Features.Customers;

namespace TriageBot.Features.Tasks;

/// <summary>Tasks as matters of a customer.</summary>
internal sealed class TaskCustomers(TaskCustomerStore tasks, TaskInput input, TaskCards cards, Refusals refusals, ReplyTexts texts) : ICustomerMatters
{
    public async Task<IReadOnlyList<CustomerMatter>> OpenAsync(Turn turn, string customer)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        // That a private task is for this customer is already more than others may know (rule A10).
        var seen = (await tasks.OpenAsync(turn.Db, turn.Workspace.Id, customer).ConfigureAwait(false)).Where(task => TaskSight.IsWholeTo(task, TaskReader.Only(turn.Author.Id)));
        return [.. seen.Select(task => new CustomerMatter(
            task.Number,
            texts.Say(CustomerTexts.Matter, ("number", task.Number), ("what", Say.Title(task.What)), ("state", State(turn, people, task))),
            task.CreatedAt))];
    }

    public Task<IReadOnlyList<string>> NamesAsync(UnitOfWork unit) => tasks.NamesAsync(unit.Db, unit.Workspace.Id);

    public Task<int> RenameAsync(UnitOfWork unit, string from, string to) => tasks.RenameAsync(unit, from, to);

    public async Task<string?> CustomerOfAsync(UnitOfWork unit, long number) =>
        (await tasks.FindAsync(unit.Db, unit.Workspace.Id, number).ConfigureAwait(false))?.Customer;

    public async Task<Reply?> NameAsync(Turn turn, long number, string customer)
    {
        var task = await tasks.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false);
        if (task is null) return null;
        if (Policy.Decide(turn.Actor, new Act.ChangeTask(task.CreatorId, task.AssigneeId)) is Verdict.Refused refused)
        {
            return await refusals.ReplyAsync(turn, refused, $"Changing #{number}").ConfigureAwait(false);
        }

        await tasks.NameAsync(turn.Unit, number, customer).ConfigureAwait(false);
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        return new Reply.Update(cards.Show(task with { Customer = customer }, TaskTexts.Shown, people, turn.Unit, turn.Author));
    }

    private static ReplyValue State(Turn turn, TaskPeople people, TaskItem task)
    {
        var who = RichText.Plain("for ").Then(people.Find(task.AssigneeId).AsRun());
        if (task.State == TaskState.Someday) return who.Then(", someday");
        var today = people.CalendarOf(task.AssigneeId).Today(turn.Now);
        var due = task.DueOn ?? task.DueLocal?.Date;
        return due is { } day ? who.Then(", due " + TimeText.Day(day, today)) : who;
    }
}
