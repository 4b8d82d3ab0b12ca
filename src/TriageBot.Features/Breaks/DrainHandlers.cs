using TriageBot.Core.Access;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Core.Time.DueDates;
using TriageBot.Core.Urgent;
using TriageBot.Features.Agenda;
using TriageBot.Features.Dates;
using TriageBot.Features.Tasks;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Breaks;

/// <summary>The buttons, selects and forms of a drain. Each choice is final, tells its requester and brings the next (rule H5).</summary>
internal sealed class DrainHandlers(UrgentStore urgent, Drain drain, DrainCards cards, DrainOutcomes outcomes, DrainAnswers answers)
{
    public Task<Reply> OpenAnswerAsync(Turn turn) => WithItemAsync(turn, item => Shown(new Reply.Open(cards.AnswerForm(item.Message))));

    public Task<Reply> AnswerAsync(Turn turn) => WithItemAsync(turn, async item =>
    {
        if (turn.Value("text") is not { } text) return answers.Blank();
        if (turn.Value(DrainCards.Ask) is { } ask && OptionValue.ReadYesNo(ask) is null) return answers.NoYesOrNo(ask);
        var reply = await DecideAsync(
            turn, item, UrgentState.Answered, DrainChoice.Answer, () => outcomes.AnsweredAsync(turn, item.Message, text)).ConfigureAwait(false);
        // A date in an answer may be a promise: that is offered, and written down only by a click (rule C6).
        return await outcomes.OfferAsync(turn, reply, item.Message, text).ConfigureAwait(false);
    });

    public Task<Reply> OpenDeclineAsync(Turn turn) => WithItemAsync(turn, async item =>
        new Reply.Open(cards.DeclineForm(item.Message, await drain.MemberAsync(turn.Unit, item.Message.RequesterId).ConfigureAwait(false))));

    public Task<Reply> DeclineAsync(Turn turn) => WithItemAsync(turn, item => turn.Value("text") is { } text
        ? DecideAsync(turn, item, UrgentState.Declined, DrainChoice.Decline, () => outcomes.DeclinedAsync(turn, item.Message, text))
        : Shown(answers.Blank()));

    /// <summary>Done today at once where the buffer pays; where something has to give way, its name is said first (rule A6).</summary>
    public Task<Reply> TodayAsync(Turn turn) => WithItemAsync(turn, item => TodayAsync(turn, item));

    /// <summary>Yes to what was said to give way. If something else would by now, that is said first.</summary>
    public Task<Reply> YesAsync(Turn turn) => WithItemAsync(turn, async item =>
    {
        var cost = await outcomes.CostAsync(turn, item.Plan).ConfigureAwait(false);
        return cost is null || cost.Key == turn.Control.Extra
            ? await AcceptAsync(turn, item, cost).ConfigureAwait(false)
            : await AskAsync(turn, item, cost).ConfigureAwait(false);
    });

    public Task<Reply> SomedayAsync(Turn turn) => WithItemAsync(turn, item => SomedayAsync(turn, item));

    public Task<Reply> OpenScheduleAsync(Turn turn) => WithItemAsync(turn, async item =>
        new Reply.Update(cards.ChooseDay(await ShowAsync(turn, item).ConfigureAwait(false), item.Plan, item.Message, turn.Now)));

    public Task<Reply> ScheduleAsync(Turn turn) => WithItemAsync(turn, async item =>
    {
        var typed = turn.Value("when") ?? turn.Choice;
        if (typed == UrgentHandlers.AnotherDate) return new Reply.Open(DrainCards.DayForm(item.Message));
        return await outcomes.ReadDayAsync(turn, typed).ConfigureAwait(false) switch
        {
            DueInputResult.Answer answer => answer.Reply,
            DueInputResult.Read { Columns: { On: null, Local: null } } => await SomedayAsync(turn, item).ConfigureAwait(false),
            // For today is the same as done today, with the same question of what gives way (rule A6).
            DueInputResult.Read day when DrainOutcomes.DateOf(day) == item.Plan.Calendar.Today(turn.Now) => await TodayAsync(turn, item).ConfigureAwait(false),
            DueInputResult.Read day => await PlannedAsync(turn, item, day).ConfigureAwait(false),
            _ => throw new InvalidOperationException("Unknown outcome of reading a day."),
        };
    });

    public Task<Reply> OpenDelegateAsync(Turn turn) => WithItemAsync(turn, async item =>
        new Reply.Update(cards.ChooseMember(
            await ShowAsync(turn, item).ConfigureAwait(false), item.Message, await outcomes.OthersAsync(turn, item.Plan, item.Message).ConfigureAwait(false))));

    public Task<Reply> DelegateAsync(Turn turn) => WithItemAsync(turn, async item =>
    {
        var (member, answer) = await answers.MemberAsync(turn).ConfigureAwait(false);
        return member is null ? answer : await DecideAsync(
            turn, item, UrgentState.Delegated, DrainChoice.Delegate, () => outcomes.DelegatedAsync(turn, item.Message, member)).ConfigureAwait(false);
    });

    public Task<Reply> BackAsync(Turn turn) => WithItemAsync(turn, async item => new Reply.Update(await ShowAsync(turn, item).ConfigureAwait(false)));

    public Task<Reply> SkipAsync(Turn turn) => WithItemAsync(turn, async item =>
    {
        if (item.Message.SkipCount >= DrainCards.MostSkips) return new Reply.Update(await ShowAsync(turn, item).ConfigureAwait(false));
        await outcomes.SkippedAsync(turn, item.Plan, item.Message, item.Session).ConfigureAwait(false);
        return new Reply.Update(await ContinueAsync(turn, item, answers.Done(item.Message, "skipped")).ConfigureAwait(false));
    });

    /// <summary>The day as it was understood, and the other one on a button (rule D2): the message is a task by now, so that button moves the task.</summary>
    private async Task<Reply> PlannedAsync(Turn turn, DrainItem item, DueInputResult.Read day)
    {
        var reply = await DecideAsync(
            turn,
            item,
            UrgentState.Scheduled,
            DrainChoice.Schedule,
            () => outcomes.ScheduledAsync(turn, item.Plan, item.Message, day),
            $"{StateWords.Of(UrgentState.Scheduled)} for {DueText.Echo(new DueValue.Day(DrainOutcomes.DateOf(day)), turn.Now, item.Plan.Calendar)}").ConfigureAwait(false);
        var others = DateOffer.Other(TaskVerbs.DoOnBeside, day).Select(offer => (offer with { Label = $"#{item.Message.Number}: {offer.Label}" }).Button(item.Message.Number, TaskVerbs.FirstRevision));
        return reply is Reply.Update shown ? new Reply.Update(shown.Card with { Controls = [.. shown.Card.Controls, .. others] }) : reply;
    }

    private async Task<Reply> TodayAsync(Turn turn, DrainItem item) => await outcomes.CostAsync(turn, item.Plan).ConfigureAwait(false) is { } cost
        ? await AskAsync(turn, item, cost).ConfigureAwait(false)
        : await AcceptAsync(turn, item, cost: null).ConfigureAwait(false);

    private async Task<Reply> AskAsync(Turn turn, DrainItem item, YesCost cost) => new Reply.Update(cards.AskYes(
        await ShowAsync(turn, item).ConfigureAwait(false), item.Message, outcomes.CostText(turn, item.Plan, item.Message, cost), cost.Key));

    private Task<Reply> AcceptAsync(Turn turn, DrainItem item, YesCost? cost) =>
        DecideAsync(turn, item, UrgentState.Today, DrainChoice.Today, () => outcomes.TodayAsync(turn, item.Plan, item.Message, cost));

    private Task<Reply> SomedayAsync(Turn turn, DrainItem item) =>
        DecideAsync(turn, item, UrgentState.Someday, DrainChoice.Someday, () => outcomes.SomedayAsync(turn, item.Plan, item.Message));

    public async Task<Reply> DecideAsync(Turn turn, DrainItem item, UrgentState state, string choice, Func<Task> tell, string? said = null)
    {
        if (!await urgent.CloseAsync(turn.Unit, item.Message, state, turn.Author.Id).ConfigureAwait(false)) return await ClosedAsync(turn, item.Message).ConfigureAwait(false);
        if (item.Session is not null) await outcomes.ChoseAsync(turn, item.Session, item.Message, choice).ConfigureAwait(false);
        await tell().ConfigureAwait(false);
        return new Reply.Update(await ContinueAsync(turn, item, answers.Done(item.Message, said ?? StateWords.Of(state))).ConfigureAwait(false));
    }

    /// <summary>The next message; after the end of the break just the confirmation, for buttons work for ever (rule X4).</summary>
    private async Task<Card> ContinueAsync(Turn turn, DrainItem item, RichText done) => item.Session is { State: BreakState.Open } session
        ? await drain.NextAsync(turn, item.Plan, session, done).ConfigureAwait(false)
        : answers.Over(item.Message, done);

    /// <summary>Decided already. Where another was faster, the card goes on to the next message; a double click leaves it alone (rule H14).</summary>
    private async Task<Reply> ClosedAsync(Turn turn, HeldMessage message)
    {
        var already = await answers.AlreadyDoneAsync(turn, message).ConfigureAwait(false);
        if (message.ClosedBy == turn.Author.Id || await outcomes.SessionAsync(turn, message).ConfigureAwait(false) is not { State: BreakState.Open } session)
        {
            return new Reply.Private(new Card(already));
        }

        var plan = await drain.PlanAsync(turn.Unit, message.OwnerId).ConfigureAwait(false);
        return new Reply.Update(await drain.NextAsync(turn, plan, session, already).ConfigureAwait(false));
    }

    private Task<Card> ShowAsync(Turn turn, DrainItem item) => drain.ShowAsync(turn, item.Plan, item.Session, item.Message, before: null);

    /// <summary>Checks what the button stands on: still there, still held, still this revision, not in another's hands (rules X4, X5, H14).</summary>
    public async Task<Reply> WithItemAsync(Turn turn, Func<DrainItem, Task<Reply>> act)
    {
        var message = await urgent.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false);
        if (message is null) return answers.NoSuchItem(turn.Control.Item);
        if (Policy.Decide(turn.Actor, new Act.Drain(message.OwnerId)) is Verdict.Refused refused) return await answers.RefusedAsync(turn, refused).ConfigureAwait(false);
        if (message.State != UrgentState.Held) return await ClosedAsync(turn, message).ConfigureAwait(false);
        if (message.IsLeasedToAnother(turn.Author.Id, turn.Now)) return await answers.LeasedAsync(turn, message).ConfigureAwait(false);
        var item = new DrainItem(
            message,
            await drain.PlanAsync(turn.Unit, message.OwnerId).ConfigureAwait(false),
            await outcomes.SessionAsync(turn, message).ConfigureAwait(false));
        if (message.Revision != turn.Control.Revision)
        {
            return new Reply.Update(await drain.ShowAsync(turn, item.Plan, item.Session, message, answers.Stale(turn, message)).ConfigureAwait(false));
        }

        return await act(item).ConfigureAwait(false);
    }

    private static Task<Reply> Shown(Reply reply) => Task.FromResult(reply);
}

/// <summary>A message in a drain, its queue's owner, and the break it is read in.</summary>
internal sealed record DrainItem(HeldMessage Message, OwnerPlan Plan, BreakSession? Session);
