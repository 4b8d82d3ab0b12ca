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
        var item = TaskInput.Blank(turn, what) with { IsPrivate = turn.Value("private") == "yes" };
        return await SaveAsync(turn, people, new NewTask.Draft(TaskRules.Shelve(item, today), [])).ConfigureAwait(false);
    }

    /// <summary>A platform without commands of its own shows what is typed to all who are there (rule A10).</summary>
    private static bool IsTypedInPublic(Turn turn) => turn.Incoming is { Where: Destination.Channel, Body: IncomingBody.Typed };

    private async Task<Reply> SaveAsync(Turn turn, TaskPeople people, NewTask.Draft draft)
    {
        var number = await workspaces.NextNumberAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        var task = await output.Changer.JudgedAsync(turn, draft.Task with { Number = number, Revision = 1 }).ConfigureAwait(false);
        await tasks.InsertAsync(turn.Db, turn.Workspace.Id, task).ConfigureAwait(false);
        if (draft.Series is { } series) await output.Series.BeginAsync(turn.Unit, people, number, series).ConfigureAwait(false);
        await output.Changer.TellAsync(turn, people, before: null, task).ConfigureAwait(false);
        var heading = task.State == TaskState.Someday ? TaskTexts.SomedayAdded : TaskTexts.Added;
        var notes = IsTypedInPublic(turn) && task.IsPrivate ? draft.Notes.Append(output.Cards.Say(TaskTexts.TypedInPublic)) : draft.Notes;
        var card = output.Cards.Added(task, heading, people, turn.Unit, turn.Author, notes);
        var question = await naming.AskAsync(turn.Unit, task.Customer, number).ConfigureAwait(false);
        return new Reply.Private(question.AddTo(DateOffer.Above(card, draft.Offers, number, task.Revision)));
    }
}
