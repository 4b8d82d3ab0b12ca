using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Tasks;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Why;

/// <summary>Asks whoever knows the item: a task answers first, for a drained message lives on as the task of the same number.</summary>
internal sealed class WhyHandlers(TaskStore tasks, TaskPeopleStore people, QueueHandlers queue, Problems problems, ReplyTexts texts)
{
    public async Task<Reply> WhyAsync(Turn turn)
    {
        var number = long.Parse(turn.Values["id"], CultureInfo.InvariantCulture);
        if (await tasks.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false) is { } task)
        {
            return new Reply.Private(new Card(await ExplainAsync(turn, task).ConfigureAwait(false), Item: number));
        }

        return await queue.WhyAsync(turn, number).ConfigureAwait(false) ?? problems.NoSuchItem(number);
    }

    private async Task<RichText> ExplainAsync(Turn turn, TaskItem task)
    {
        if (task.State != TaskState.Open)
        {
            var state = task.State == TaskState.Someday ? "on the someday-maybe list, which has no order but its turn" : task.State.ToString().ToLowerInvariant();
            return texts.Say(WhyTexts.ClosedTask, ("number", task.Number), ("what", Say.Title(task.What)), ("state", ReplyValue.Words(state)));
        }

        var calendar = (await people.LoadAsync(turn.Unit).ConfigureAwait(false)).CalendarOf(task.AssigneeId);
        var sorted = TaskOrder.Sort(await tasks.OpenAsync(turn.Db, turn.Workspace.Id, task.AssigneeId).ConfigureAwait(false), calendar, turn.Now);
        var rank = sorted.Index().First(entry => entry.Item.Task.Number == task.Number).Index + 1;
        return texts.Say(
            WhyTexts.Task,
            ("number", task.Number),
            ("what", Say.Title(task.What)),
            ("why", ReplyValue.Typed(TaskWhy.Explain(task, rank, sorted.Count, calendar, turn.Now))));
    }
}
