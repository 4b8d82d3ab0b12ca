using NodaTime;
using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Tasks;
using TriageBot.Features.TimeLog;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Review;

/// <summary>Whose review it is, and what is said where it cannot go on.</summary>
internal sealed class ReviewPeople(OwnerStore owners, TaskPeopleStore peopleStore, ReviewStore reviews, Refusals refusals, ReviewAnswers answers)
{
    /// <param name="day">Null for the day that is to be closed now: one that ended without an answer first, else today.</param>
    /// <returns>Null for who is no owner.</returns>
    public async Task<ReviewDay?> FindAsync(Turn turn, LocalDate? day)
    {
        if (await owners.FindAsync(turn.Db, turn.Workspace, turn.Author.Id).ConfigureAwait(false) is not { } plan) return null;
        var today = plan.Calendar.Today(turn.Now);
        day ??= await reviews.LastNotClosedAsync(turn.Db, turn.Workspace.Id, plan.Owner, today, isFirstTime: false).ConfigureAwait(false);
        return new ReviewDay(plan, day ?? today, today, await peopleStore.LoadAsync(turn.Unit).ConfigureAwait(false));
    }

    public Task<Reply> RefuseAsync(Turn turn) => refusals.ReplyAsync(turn, new Verdict.Refused(WhoCan.Owners), "/plan");

    /// <summary>What changed since the card was made; null where the next card speaks for itself.</summary>
    public RichText? WhyNot(Turn turn, TaskChanged changed) =>
        changed is TaskChanged.Stale stale ? answers.Cards.Stale(stale.Task, stale.Change, turn.Unit, turn.Author) : null;

    /// <summary>Stops the clock of what was finished, as Done on its card would.</summary>
    public Task<RichText?> FinishAsync(Turn turn, ReviewDay review, TaskItem task) => answers.Time.FinishedAsync(turn, review.People, task);
}

/// <summary>What tasks answer with in a review.</summary>
internal sealed record ReviewAnswers(TaskCards Cards, TaskTime Time);
