using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Customers;
using TriageBot.Features.Dates;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Tasks;

/// <summary>Adds tasks: <c>/task</c>, and <c>/someday</c> with text.</summary>
internal sealed class TaskAdding(TaskStore tasks, WorkspaceStore workspaces, TaskInput input, TaskOutput output, CustomerNaming naming)
{
    public async Task<Reply> AddAsync(Turn turn)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var read = await input.ReadNewAsync(turn, people).ConfigureAwait(false);
        return await input.AppointAsync(turn, people, read).ConfigureAwait(false) switch
        {
            NewTask.Answer answer => answer.Reply,
            NewTask.Draft draft => await SaveAsync(turn, people, draft).ConfigureAwait(false),
            _ => throw new InvalidOperationException("Unknown outcome of reading a task."),
        };
    }

    public async Task<Reply> AddSomedayAsync(Turn turn, string what)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var today = people.CalendarOf(turn.Author.Id).Today(turn.Now);
        return await SaveAsync(turn, people, new NewTask.Draft(TaskRules.Shelve(TaskInput.Blank(turn, what), today), [])).ConfigureAwait(false);
    }

    private async Task<Reply> SaveAsync(Turn turn, TaskPeople people, NewTask.Draft draft)
    {
        var number = await workspaces.NextNumberAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        var task = draft.Task with { Number = number, Revision = 1 };
        await tasks.InsertAsync(turn.Db, turn.Workspace.Id, task).ConfigureAwait(false);
        if (draft.Series is { } series) await output.Series.BeginAsync(turn.Unit, people, number, series).ConfigureAwait(false);
        await output.Changer.TellAsync(turn, people, before: null, task).ConfigureAwait(false);
        var heading = task.State == TaskState.Someday ? TaskTexts.SomedayAdded : TaskTexts.Added;
        var card = output.Cards.Show(task, heading, people, turn.Unit, turn.Author, draft.Notes);
        card = card with { Controls = card.Controls.Add(TaskControls.Undo(task)) };
        var question = await naming.AskAsync(turn.Unit, task.Customer, number).ConfigureAwait(false);
        return new Reply.Private(question.AddTo(DateOffer.Above(card, draft.Offers, number, task.Revision)));
    }
}
