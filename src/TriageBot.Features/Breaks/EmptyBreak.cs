using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Breaks;

/// <summary>What <c>/break</c> says when nothing is held: the next word given to somebody that becomes due (rule H15).</summary>
internal sealed class EmptyBreak(Drain drain, TaskStore tasks, ReplyTexts texts)
{
    public async Task<Reply> ReplyAsync(Turn turn, OwnerPlan plan)
    {
        var owed = await tasks.NextOwedAsync(turn.Db, turn.Workspace.Id, plan.Owner).ConfigureAwait(false);
        var promise = owed is null
            ? texts.Say(BreakTexts.NoneDue)
            : texts.Say(
                BreakTexts.NextDue,
                ("number", owed.Number),
                ("what", Say.Title(TaskSight.Of(owed, TaskReader.Only(turn.Author.Id)).Task.What, 60)),
                ("due", ReplyValue.Words(Core.Time.TimeText.Day(owed.DueOn ?? owed.DueLocal?.Date ?? owed.DoOn ?? default, plan.Calendar.Today(turn.Now)))));
        return texts.Private(
            BreakTexts.Empty,
            ("solved", await drain.PassEmptyAsync(turn.Unit, plan).ConfigureAwait(false)),
            ("promise", promise),
            ("next", await drain.NextBreakAsync(turn.Unit, plan).ConfigureAwait(false)));
    }
}
