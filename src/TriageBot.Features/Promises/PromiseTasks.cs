using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Core.Tasks;
using TriageBot.Features.ServiceLevels;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Promises;

/// <summary>What a change of a task means for the promise whose work it is: finishing it keeps the promise; nothing else a task can do takes a word back.</summary>
internal sealed class PromiseTasks(PromiseChanger changer, PromiseNews news, LevelBook levels, ReplyTexts texts) : ITaskChanged
{
    public async Task<RichText?> ChangedAsync(Turn turn, TaskItem before, TaskItem after)
    {
        if (await changer.Store.FindAsync(turn.Db, turn.Workspace.Id, after.Number).ConfigureAwait(false) is not { } promise) return null;
        if (before.State != TaskState.Done && after.State == TaskState.Done) return await KeptAsync(turn, promise).ConfigureAwait(false);
        if (before.State == TaskState.Done && after.State != TaskState.Done) return await ReopenedAsync(turn, promise).ConfigureAwait(false);
        if (!PromiseRules.IsOwed(promise)) return null;
        var isElsewhere = after.State == TaskState.Open && (after.DueOn, after.DueLocal, after.AssigneeId) == (promise.DueOn, promise.DueLocal, promise.MakerId);
        var wasElsewhere = (before.DueOn, before.DueLocal, before.AssigneeId, before.State) == (after.DueOn, after.DueLocal, after.AssigneeId, after.State);
        return isElsewhere || wasElsewhere
            ? null
            : texts.Say(PromiseTexts.TaskOnly, ("number", promise.Number), ("customer", ReplyValue.Typed(promise.Customer)), ("due", ReplyValue.Words(PromiseCards.DueOf(promise, turn))));
    }

    /// <summary>Agendas, lists and the customer's page show what is promised to everybody (rule A10).</summary>
    public async Task<RichText?> WhySharedAsync(Turn turn, long number) =>
        await changer.Store.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false) is { } promise
            ? texts.Say(PromiseTexts.TaskShared, ("number", number), ("customer", ReplyValue.Typed(promise.Customer)))
            : null;

    private async Task<RichText?> KeptAsync(Turn turn, Promise promise)
    {
        var terms = await levels.TermsAsync(turn.Unit, promise.Level).ConfigureAwait(false);
        var took = turn.Now > promise.MadeAt ? terms.Calendar.WorkingTime(promise.MadeAt, turn.Now) : Duration.Zero;
        if (PromiseRules.Keep(promise, turn.Now, took) is not PromiseOutcome.Changed kept) return null;
        if (await SaveAsync(turn, kept, "kept it").ConfigureAwait(false) is not { } saved) return null;
        await news.TellAsync(turn, promise, saved, kept.Kind).ConfigureAwait(false);
        return texts.Say(PromiseTexts.TaskKept, ("customer", ReplyValue.Typed(saved.Customer)), ("state", ReplyValue.Words(PromiseCards.StateOf(saved))));
    }

    /// <summary>Done was taken back, so the promise is owed again.</summary>
    private async Task<RichText?> ReopenedAsync(Turn turn, Promise promise)
    {
        if (promise.State is not (PromiseState.Kept or PromiseState.KeptLate)) return null;
        var reopened = promise with { State = turn.Now > promise.DueAt ? PromiseState.Broken : PromiseState.Open, ClosedAt = null, TookMs = null };
        if (await SaveAsync(turn, new PromiseOutcome.Changed(reopened, PromiseChangeKind.Undone), "took it back that it is done").ConfigureAwait(false) is not { } saved) return null;
        await news.TellAsync(turn, promise, saved, PromiseChangeKind.Undone).ConfigureAwait(false);
        return texts.Say(PromiseTexts.TaskReopened, ("customer", ReplyValue.Typed(saved.Customer)), ("due", ReplyValue.Words(PromiseCards.DueOf(saved, turn))));
    }

    private Task<Promise?> SaveAsync(Turn turn, PromiseOutcome.Changed changed, string words) =>
        changer.SaveAsync(turn.Unit, changed, new PromiseBy(turn.Author.Id, $"{turn.Author.Name} {words}"), withTask: false);
}
