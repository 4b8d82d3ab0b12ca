using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Features.Escalations;
using TriageBot.Features.Promises;
using TriageBot.Features.Tasks;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Why;

/// <summary>Asks whoever knows the item: a task answers first, for a drained message lives on as the task of the same number.</summary>
internal sealed class WhyHandlers(TaskStore tasks, TaskWhyTexts tasksWhy, WhyOthers others)
{
    public async Task<Reply> WhyAsync(Turn turn)
    {
        var number = long.Parse(turn.Values["id"], CultureInfo.InvariantCulture);
        if (await others.Escalations.WhyAsync(turn, number).ConfigureAwait(false) is { } escalation) return escalation;
        var promise = await others.Promises.ExplainAsync(turn, number).ConfigureAwait(false);
        if (await tasks.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false) is { } task)
        {
            var why = await tasksWhy.ExplainAsync(turn, task).ConfigureAwait(false);
            return new Reply.Private(new Card(promise is null ? why : RichText.Lines(promise, why), Item: number));
        }

        if (promise is not null) return new Reply.Private(new Card(promise, Item: number));

        return await others.Queue.WhyAsync(turn, number).ConfigureAwait(false) ?? others.Problems.NoSuchItem(number);
    }
}

/// <summary>The place of a task, in words (rule O4).</summary>
internal sealed class TaskWhyTexts(OpenPages pages, TaskPeopleStore people, OwnOrderStore orders, TaskFacts facts, ReplyTexts texts)
{
    public async Task<RichText> ExplainAsync(Turn turn, TaskItem task)
    {
        var seen = TaskSight.Of(task, TaskReader.Only(turn.Author.Id));
        (string, ReplyValue)[] values = [("number", task.Number), ("what", Say.Title(seen.Task.What))];
        if (!seen.IsWhole) return texts.Say(WhyTexts.PrivateTask, values);
        if (task.State != TaskState.Open)
        {
            var state = task.State == TaskState.Someday ? "on the someday-maybe list, which has no order but its turn" : task.State.ToString().ToLowerInvariant();
            return texts.Say(WhyTexts.ClosedTask, [.. values, ("state", ReplyValue.Words(state))]);
        }

        var everybody = await people.LoadAsync(turn.Unit).ConfigureAwait(false);
        var calendar = everybody.CalendarOf(task.AssigneeId);
        var today = calendar.Today(turn.Now);
        if (task.ReadyOn is { } ready && !task.IsReadyOn(today))
        {
            return texts.Say(WhyTexts.DeferredTask, [.. values, ("day", ReplyValue.Words(TimeText.Day(ready, today)))]);
        }

        var own = await orders.FindAsync(turn.Db, turn.Workspace.Id, task.AssigneeId, today).ConfigureAwait(false);
        var layout = await pages.LayoutAsync(turn.Unit, new OpenTasks(turn.Workspace.Id, task.AssigneeId, today), own, calendar).ConfigureAwait(false);
        var place = await pages.PlaceAsync(turn.Unit, layout, task).ConfigureAwait(false) ?? layout.Count;
        var why = texts.Say(
            WhyTexts.Task,
            [.. values, ("why", ReplyValue.Typed(TaskWhy.Explain(task, own.PlaceOf(task.Number) is not null, place, layout.Count, calendar, turn.Now)))]);
        return facts.SeriesFacts(task, everybody, turn.Author.Id, turn.Now, isShort: false).Aggregate(why, (all, fact) => all.Then(" · ").Then(fact));
    }
}

/// <summary>Whoever else knows items by number.</summary>
internal sealed record WhyOthers(EscalationWhy Escalations, PromiseWhy Promises, QueueHandlers Queue, Problems Problems);
