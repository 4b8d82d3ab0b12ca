using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Tasks;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Review;

/// <summary><c>/plan</c> and the buttons of a review. Each choice changes the task as anybody's change would, and brings the next.</summary>
internal sealed class ReviewHandlers(ReviewFlow flow, ReviewStore reviews, ReviewPeople people, ReviewParts parts, TaskDates dates)
{
    public async Task<Reply> PlanAsync(Turn turn)
    {
        if (await people.FindAsync(turn, day: null).ConfigureAwait(false) is not { } review) return await people.RefuseAsync(turn).ConfigureAwait(false);
        return new Reply.Private(await flow.NextAsync(turn, review).ConfigureAwait(false));
    }

    /// <summary>A prompt stays where it is; the review itself is shown below it.</summary>
    public Task<Reply> BeginAsync(Turn turn) => WithReviewAsync(turn, async review =>
        new Reply.Private(await flow.NextAsync(turn, review).ConfigureAwait(false)));

    public Task<Reply> RestAsync(Turn turn) => WithReviewAsync(turn, async review =>
        new Reply.Update(await flow.RestAsync(turn, review).ConfigureAwait(false)));

    public Task<Reply> TomorrowAsync(Turn turn) => WithReviewAsync(turn, review => review.IsOver
        ? KeepAsync(turn, review)
        : ApplyAsync(turn, review, new TaskChange.Plan(review.Next), ReviewChoice.Tomorrow, task => PlannedFor(review, task, review.Next)));

    public Task<Reply> DoneAsync(Turn turn) => WithReviewAsync(turn, review =>
        ApplyAsync(turn, review, new TaskChange.Finish(), ReviewChoice.Done, task => Say(ReviewTexts.Finished, task)));

    public Task<Reply> SomedayAsync(Turn turn) => WithReviewAsync(turn, review =>
        ApplyAsync(turn, review, new TaskChange.Shelve(), ReviewChoice.Someday, task => Say(ReviewTexts.Shelved, task)));

    public Task<Reply> DropAsync(Turn turn) => WithReviewAsync(turn, review =>
        ApplyAsync(turn, review, new TaskChange.Drop(), ReviewChoice.Drop, task => Say(ReviewTexts.Dropped, task)));

    public Task<Reply> DelegateAsync(Turn turn) => WithReviewAsync(turn, async review =>
    {
        var (member, answer) = await parts.Members.ReadChoiceAsync(turn, parts.Problems).ConfigureAwait(false);
        return member is null
            ? answer
            : await ApplyAsync(
                turn, review, new TaskChange.Edit { Assignee = member.Id }, ReviewChoice.Delegate, task => Say(ReviewTexts.Delegated, task, ("member", member.AsRun()))).ConfigureAwait(false);
    });

    /// <summary>A day chosen from the list, or typed into the form.</summary>
    public Task<Reply> DayAsync(Turn turn) => WithReviewAsync(turn, async review =>
    {
        if (turn.Choice == TaskControls.AnotherDay) return new Reply.Open(ReviewCards.DayForm(turn.Control));
        return await dates.ReadDoDayAsync(turn, turn.Value("when") ?? turn.Choice).ConfigureAwait(false) switch
        {
            TaskDate.Answer answer => answer.Reply,
            TaskDate.Change { Wanted: TaskChange.Plan { DoOn: { } day } } => await ApplyAsync(
                turn,
                review,
                new TaskChange.Plan(day, ClosesEarlierDay: review.IsOver),
                ReviewChoice.Day,
                task => PlannedFor(review, task, day)).ConfigureAwait(false),
            TaskDate.Change change => await ApplyAsync(
                turn, review, change.Wanted, ReviewChoice.Someday, task => Say(ReviewTexts.Shelved, task)).ConfigureAwait(false),
            _ => throw new InvalidOperationException("Unknown outcome of reading a day."),
        };
    });

    public Task<Reply> UndoAsync(Turn turn) => WithReviewAsync(turn, async review =>
    {
        var number = turn.Control.Item;
        if (turn.Control.Extra.EndsWith(ReviewChoice.Keep, StringComparison.Ordinal))
        {
            await reviews.ChoseAsync(turn.Unit, review.Plan.Owner, review.Day, number, ReviewChoice.Default, turn.Author.Id).ConfigureAwait(false);
        }
        else if (await parts.Changer.UndoAsync(turn, review.People, number, turn.Control.Revision).ConfigureAwait(false) is TaskChanged.Saved)
        {
            if (review.IsOver) await reviews.ChoseAsync(turn.Unit, review.Plan.Owner, review.Day, number, ReviewChoice.Default, turn.Author.Id).ConfigureAwait(false);
            else await reviews.ForgetChoiceAsync(turn.Unit, review.Plan.Owner, review.Day, number).ConfigureAwait(false);
        }
        else
        {
            return new Reply.Update(await flow.NextAsync(turn, review).ConfigureAwait(false));
        }

        return new Reply.Update(await flow.NextAsync(turn, review, parts.Texts.Say(ReviewTexts.Undone, ("number", number))).ConfigureAwait(false));
    });

    private async Task<Reply> KeepAsync(Turn turn, ReviewDay review)
    {
        var number = turn.Control.Item;
        await reviews.ChoseAsync(turn.Unit, review.Plan.Owner, review.Day, number, ReviewChoice.Keep, turn.Author.Id).ConfigureAwait(false);
        var kept = parts.Texts.Say(ReviewTexts.Kept, ("number", number), ("day", flow.Name(review, review.Today)));
        var undo = ReviewCards.UndoButton(number, turn.Control.Revision, review.Day, wasKept: true);
        return new Reply.Update(await flow.NextAsync(turn, review, kept, undo).ConfigureAwait(false));
    }

    private async Task<Reply> ApplyAsync(Turn turn, ReviewDay review, TaskChange change, string choice, Func<TaskItem, RichText> say)
    {
        var changed = await parts.Changer.ApplyAsync(turn, review.People, turn.Control.Item, turn.Control.Revision, change).ConfigureAwait(false);
        if (changed is not TaskChanged.Saved saved)
        {
            // Changed, closed or given away since the card was made: the card goes on with what is so now (rule X4).
            return new Reply.Update(await flow.NextAsync(turn, review, people.WhyNot(turn, changed)).ConfigureAwait(false));
        }

        await reviews.ChoseAsync(turn.Unit, review.Plan.Owner, review.Day, saved.Task.Number, choice, turn.Author.Id).ConfigureAwait(false);
        var time = saved.Kind == TaskChangeKind.Finished ? await people.FinishAsync(turn, review, saved.Task).ConfigureAwait(false) : null;
        var said = time is null ? say(saved.Task) : RichText.Lines(say(saved.Task), time);
        var undo = ReviewCards.UndoButton(saved.Task.Number, saved.Task.Revision, review.Day, wasKept: false);
        return new Reply.Update(await flow.NextAsync(turn, review, said, undo).ConfigureAwait(false));
    }

    /// <summary>Moving the do-day never touches the due date (rule A9); where it is over by then, that is said.</summary>
    private RichText PlannedFor(ReviewDay review, TaskItem task, LocalDate day)
    {
        var planned = Say(ReviewTexts.ToDay, task, ("day", flow.Name(review, day)));
        return TaskDue.DayOf(task, review.Plan.Calendar) is { } due && due < day
            ? planned.Then(Say(ReviewTexts.StaysDue, ("day", flow.Name(review, due))))
            : planned;
    }

    private RichText Say(ReplyText text, params ReadOnlySpan<(string, ReplyValue)> values) => parts.Texts.Say(text, values);

    private RichText Say(ReplyText text, TaskItem task, params ReadOnlySpan<(string, ReplyValue)> more) => parts.Texts.Say(text, [("number", task.Number), .. more]);

    private async Task<Reply> WithReviewAsync(Turn turn, Func<ReviewDay, Task<Reply>> act)
    {
        var day = LocalDatePattern.Iso.Parse(turn.Control.Extra.Split(' ')[0]);
        return day.Success && await people.FindAsync(turn, day.Value).ConfigureAwait(false) is { } review
            ? await act(review).ConfigureAwait(false)
            : await people.RefuseAsync(turn).ConfigureAwait(false);
    }
}
