using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Core.Promises;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Core.Urgent;
using TriageBot.Features.Agenda;
using TriageBot.Features.Dates;
using TriageBot.Features.Escalations;
using TriageBot.Features.Outbox;
using TriageBot.Features.Promises;
using TriageBot.Features.Satisfaction;
using TriageBot.Features.Tasks;
using TriageBot.Features.Urgent;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Breaks;

/// <summary>What each choice of a drain does to the world: the task it makes, and the words its requester gets.</summary>
internal sealed class DrainOutcomes(BreakStore breaks, UrgentStore urgent, TaskStore tasks, Holding holding, OutcomeParts parts)
{
    /// <summary>A new someday-maybe item comes back after a week (rule S4).</summary>
    private const int FirstReviewDays = 7;

    public Task AnsweredAsync(Turn turn, HeldMessage message, string text) =>
        TellAsync(turn, message, BreakTexts.Answered, ("answer", ReplyValue.Typed(text)));

    public Task<Reply> OfferAsync(Turn turn, Reply shown, HeldMessage message, string answer) => parts.Offers.BelowAsync(turn, shown, message.Number, answer);

    public Task PromisedAsync(Turn turn, HeldMessage message, Promise promise) => TellAsync(
        turn, message, BreakTexts.Promised, ("customer", ReplyValue.Typed(promise.Customer)), ("due", ReplyValue.Words(PromiseCards.DueOf(promise, turn))));

    /// <summary>The requester is asked how an answer was where whoever gave it says yes (rule C11). The form says it beforehand: who empties the field means no.</summary>
    private static bool MayAsk(Turn turn, ReplyText text) => text == BreakTexts.Answered && turn.Value(DrainCards.Ask) is { } said && OptionValue.ReadYesNo(said) == true;

    public Task DeclinedAsync(Turn turn, HeldMessage message, string text) =>
        TellAsync(turn, message, BreakTexts.Declined, ("answer", ReplyValue.Typed(text)));

    /// <summary>What gives way if it is done today; null where nothing does (rule A6).</summary>
    public Task<YesCost?> CostAsync(Turn turn, OwnerPlan plan) => parts.Costs.OfAsync(turn.Unit, plan, Estimates.Unknown);

    public RichText CostText(Turn turn, OwnerPlan plan, HeldMessage message, YesCost cost) =>
        parts.Costs.Say(cost, message.Number, $"{Estimates.Unknown}m?", plan, turn.Now);

    public async Task TodayAsync(Turn turn, OwnerPlan plan, HeldMessage message, YesCost? cost)
    {
        if (cost is not null) await parts.Costs.MoveAsync(turn, plan, cost, message.Number).ConfigureAwait(false);
        var today = plan.Calendar.Today(turn.Now);
        var due = message.DueOn is null && message.DueLocal is null ? new DueColumns(today, null, null) : DueOf(message);
        await AddTaskAsync(turn, message, plan.Owner, due, doOn: today, TaskState.Open, isImportant: true).ConfigureAwait(false);
        await TellAsync(turn, message, BreakTexts.Today).ConfigureAwait(false);
    }

    /// <summary>A day in the owner's own calendar; a time of day is left to the plan of that day.</summary>
    public Task<DueInputResult> ReadDayAsync(Turn turn, string typed) => parts.Due.ReadAsync(turn, typed, parts.Texts.Say(UrgentTexts.Once));

    public static LocalDate DateOf(DueInputResult.Read day) =>
        day.Columns.On ?? day.Columns.Local?.Date ?? throw new InvalidOperationException("Nothing is scheduled without a day.");

    public async Task ScheduledAsync(Turn turn, OwnerPlan plan, HeldMessage message, DueInputResult.Read day)
    {
        var date = DateOf(day);
        await AddTaskAsync(turn, message, plan.Owner, DueOf(message), date, TaskState.Open, isImportant: true).ConfigureAwait(false);
        await TellAsync(turn, message, BreakTexts.Scheduled, ("day", ReplyValue.Words(TimeText.Day(date, plan.Calendar.Today(turn.Now))))).ConfigureAwait(false);
    }

    public async Task DelegatedAsync(Turn turn, HeldMessage message, Member member)
    {
        await AddTaskAsync(turn, message, member.Id, DueOf(message), doOn: null, TaskState.Open, isImportant: null).ConfigureAwait(false);
        await TellAsync(turn, message, BreakTexts.Delegated, ("member", member.AsRun())).ConfigureAwait(false);
        var requester = await parts.Members.FindAsync(turn.Db, turn.Workspace.Id, message.RequesterId).ConfigureAwait(false);
        await parts.Outbox.TellAsync(
            turn.Unit,
            member.Id,
            parts.Texts.Say(
                BreakTexts.Given,
                ("number", message.Number),
                ("what", ReplyValue.Typed(message.What)),
                ("owner", turn.Author.AsRun()),
                ("requester", requester?.AsRun() ?? new TextRun(RunKind.Plain, "somebody"))),
            message.Number).ConfigureAwait(false);
    }

    public async Task SomedayAsync(Turn turn, OwnerPlan plan, HeldMessage message)
    {
        await AddTaskAsync(turn, message, plan.Owner, DueColumns.None, doOn: null, TaskState.Someday, isImportant: null).ConfigureAwait(false);
        await TellAsync(turn, message, BreakTexts.Someday).ConfigureAwait(false);
    }

    /// <summary>To the head of the next break (rule H12).</summary>
    public async Task SkippedAsync(Turn turn, OwnerPlan plan, HeldMessage message, BreakSession? session)
    {
        if (session is not null) await ChoseAsync(turn, session, message, DrainChoice.Skip).ConfigureAwait(false);
        await urgent.LeaveDrainAsync(turn.Db, turn.Workspace.Id, message.Number, skipped: true).ConfigureAwait(false);
        await holding.PlaceAllAsync(turn.Unit, plan, "it was put off to the next break", mayStillChange: false).ConfigureAwait(false);
    }

    public Task ChoseAsync(Turn turn, BreakSession session, HeldMessage message, string choice) =>
        breaks.ChoseAsync(turn.Unit, session.Id, message.Number, choice, turn.Author.Id);

    public async Task<BreakSession?> SessionAsync(Turn turn, HeldMessage message) =>
        message.SessionId is { } id ? await breaks.FindAsync(turn.Db, turn.Workspace.Id, id).ConfigureAwait(false) : null;

    /// <summary>Who a message can be delegated to: not back to whoever asked.</summary>
    public async Task<IReadOnlyList<Member>> OthersAsync(Turn turn, OwnerPlan plan, HeldMessage message) =>
        [.. (await parts.Members.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false)).Where(member => member.Id != plan.Owner && member.Id != message.RequesterId)];

    /// <param name="isImportant">Null: what whoever does it has listed as important says (rule O1).</param>
    private async Task AddTaskAsync(Turn turn, HeldMessage message, MemberId assignee, DueColumns due, LocalDate? doOn, TaskState state, bool? isImportant)
    {
        var task = new TaskItem
        {
            Number = message.Number,
            What = message.What,
            Customer = message.Customer,
            CreatorId = turn.Author.Id,
            AssigneeId = assignee,
            RequesterId = message.RequesterId,
            DueOn = due.On,
            DueLocal = due.Local,
            DueZone = due.Zone,
            DoOn = state == TaskState.Someday ? null : doOn,
            IsImportant = isImportant,
            MayStopBusiness = message.MayStopBusiness,
            State = state,
            CreatedAt = turn.Now,
            NextReviewOn = state == TaskState.Someday ? LogicalDay.Of(turn.Now, turn.AuthorZone, turn.Workspace.DayStart).PlusDays(FirstReviewDays) : null,
        };
        await tasks.InsertAsync(turn.Db, turn.Workspace.Id, await parts.Changer.JudgedAsync(turn, task).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static DueColumns DueOf(HeldMessage message) => new(message.DueOn, message.DueLocal, message.DueZone);

    /// <summary>To whoever asked, and to whoever added theirs to it (rule H11).</summary>
    private async Task TellAsync(Turn turn, HeldMessage message, ReplyText text, params (string Name, ReplyValue Value)[] more)
    {
        (string, ReplyValue)[] values = [("number", message.Number), ("what", Say.Title(message.What)), ("owner", turn.Author.AsRun()), .. more];
        var followers = await parts.Followers.OfAsync(turn.Db, turn.Workspace.Id, message.Number).ConfigureAwait(false);
        foreach (var reader in followers.Prepend(message.RequesterId).Distinct())
        {
            var card = new Card(parts.Texts.Say(text, values), Item: message.Number);
            if (reader == message.RequesterId && MayAsk(turn, text))
            {
                card = await parts.Satisfaction.AddToAsync(turn.Unit, card, (message.Number, message.Customer), reader, turn.Author.Id).ConfigureAwait(false);
            }

            await parts.Outbox.TellAsync(turn.Unit, reader, card).ConfigureAwait(false);
        }
    }
}

/// <summary>What outcomes are told and read with.</summary>
internal sealed record OutcomeParts(
    MemberStore Members, OutboxStore Outbox, DueInput Due, CostOfYes Costs, FollowerStore Followers, PromiseOffers Offers, SatisfactionAsker Satisfaction, TaskChanger Changer, ReplyTexts Texts);
