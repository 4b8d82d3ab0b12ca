using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Review;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Review;

/// <summary>One review being answered: whose it is, of which day, and what the author's people are.</summary>
internal sealed record ReviewDay(OwnerPlan Plan, LocalDate Day, LocalDate Today, TaskPeople People)
{
    /// <summary>What it carried by default is decided now.</summary>
    public bool IsOver => Day < Today;

    public LocalDate Next => ReviewRules.DayAfter(Plan.Calendar, Day, Today);
}

/// <summary>The course of a review: the next item to decide; with none left, the closed day and the next one's list against its time (rule A8).</summary>
internal sealed class ReviewFlow(ReviewItems items, ReviewStore reviews, ReviewCards cards, ReviewOutlook outlook, ReviewParts parts)
{
    public async Task<Card> NextAsync(Turn turn, ReviewDay review, RichText? before = null, Control? undo = null)
    {
        var left = await items.LeftAsync(turn.Unit, review.Plan, review.Day).ConfigureAwait(false);
        if (left.Count > 0)
        {
            var others = (await parts.Members.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false)).Where(member => member.Id != turn.Author.Id);
            return cards.Item(turn.Unit, review.People, review.Plan, review.Day, left, before, undo, others);
        }

        return await CloseAsync(turn, review, before, undo is null ? [] : [undo]).ConfigureAwait(false);
    }

    /// <summary>Everything that is left goes the default way at once.</summary>
    public async Task<Card> RestAsync(Turn turn, ReviewDay review)
    {
        var undo = new List<Control>();
        var left = await items.LeftAsync(turn.Unit, review.Plan, review.Day).ConfigureAwait(false);
        foreach (var task in left)
        {
            var (moved, choice) = await MoveOnAsync(turn, review, task).ConfigureAwait(false);
            await reviews.ChoseAsync(turn.Unit, review.Plan.Owner, review.Day, task.Number, choice, turn.Author.Id).ConfigureAwait(false);
            undo.Add(ReviewCards.UndoButton(moved.Number, moved.Revision, review.Day, review.IsOver));
        }

        var before = left.Count == 0
            ? null
            : parts.Texts.Say(
                ReviewTexts.Rest,
                ("numbers", ReplyValue.Words(string.Join(", ", left.Select(task => $"#{task.Number}")))),
                ("day", Name(review, review.IsOver ? review.Today : review.Next)));
        // A card with more buttons than this is more confusing than helpful; /move takes single ones back.
        return await CloseAsync(turn, review, before, [.. undo.Take(MostUndo)]).ConfigureAwait(false);
    }

    /// <summary>The default for one item: the next working day; after the day is over it stays where the day's start has put it.</summary>
    /// <returns>The task as it is now, and the choice that was made.</returns>
    public async Task<(TaskItem Task, string Choice)> MoveOnAsync(Turn turn, ReviewDay review, TaskItem task)
    {
        if (review.IsOver) return (task, ReviewChoice.Keep);
        var changed = await parts.Changer.ApplyAsync(turn, review.People, task.Number, revision: null, new TaskChange.Plan(review.Next)).ConfigureAwait(false);
        return (changed is TaskChanged.Saved saved ? saved.Task : task, ReviewChoice.Tomorrow);
    }

    public ReplyValue Name(ReviewDay review, LocalDate day) => ReplyValue.Words(
        day == review.Today ? "today" : day == review.Today.PlusDays(1) ? $"tomorrow, {TimeText.Day(day, review.Today)}" : TimeText.Day(day, review.Today));

    private const int MostUndo = 10;

    private async Task<Card> CloseAsync(Turn turn, ReviewDay review, RichText? before, IReadOnlyList<Control> undo)
    {
        await reviews.CloseAsync(turn.Unit, review.Plan.Owner, review.Day).ConfigureAwait(false);
        var closed = parts.Texts.Say(ReviewTexts.Closed, ("day", Name(review, review.Day)));
        var next = await outlook.OfAsync(turn.Unit, review.Plan, review.People, review.Next).ConfigureAwait(false);
        return new Card(RichText.Lines(before is null ? [closed, next] : [before, closed, next]), [.. undo]);
    }
}

/// <summary>What a review changes and says with.</summary>
internal sealed record ReviewParts(TaskChanger Changer, Workspaces.MemberStore Members, Problems Problems, ReplyTexts Texts);
