using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Core.Tasks;
using TriageBot.Features.Outbox;
using TriageBot.Features.Promises;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Agenda;

/// <summary>What one more thing today costs.</summary>
/// <param name="Moved">Tasks that give way, in their order; empty where the buffer pays.</param>
/// <param name="To">The next working day.</param>
/// <param name="Then">How that day then looks.</param>
internal sealed record YesCost(IReadOnlyList<TaskItem> Moved, LocalDate To, DayArithmetic Then)
{
    /// <summary>Promises whose work is among what moves.</summary>
    public IReadOnlyList<Promise> Promised { get; init; } = [];

    /// <summary>As much as a button's id may hold beside its item.</summary>
    private const int LongestKey = 60;

    /// <summary>What moves, as it stands in the button that accepts it: something else then needs a new yes.</summary>
    public string Key => string.Concat(string.Join('.', Moved.Select(task => task.Number)).Take(LongestKey));
}

/// <summary>Reckons what unplanned work moves, and moves it (rule A6).</summary>
internal sealed class CostOfYes(AgendaSnapshots snapshots, TaskStore tasks, OutboxStore outbox, PromiseDisplaced promises, ReplyTexts texts)
{
    /// <param name="minutes">How long it takes, by estimate.</param>
    /// <returns>Null where nothing has to give way.</returns>
    public async Task<YesCost?> OfAsync(UnitOfWork unit, OwnerPlan plan, int minutes)
    {
        var today = plan.Calendar.Today(unit.Now);
        var snapshot = await snapshots.OfOwnerAsync(unit, plan, today, unit.Now).ConfigureAwait(false);
        var moved = GivingWay.To(AgendaView.Build(snapshot, unit.Now), plan.Calendar, snapshot.RemainingOf, minutes);
        if (moved.Count == 0) return null;
        var next = plan.Calendar.WorkingDayAfter(today);
        var day = (await snapshots.DaysAsync(unit, plan, [next]).ConfigureAwait(false))[0];
        // What is due then without a do-day counts there already.
        var more = moved.Where(task => day.Tasks.All(each => each.Number != task.Number)).Sum(snapshot.RemainingOf);
        return new YesCost(moved, next, day.Day.Plus(more)) { Promised = await promises.AmongAsync(unit, moved).ConfigureAwait(false) };
    }

    /// <summary>Moves what gives way, and shows it with an undo for each.</summary>
    public async Task MoveAsync(Turn turn, OwnerPlan plan, YesCost cost, long number)
    {
        var today = plan.Calendar.Today(turn.Now);
        var moved = new List<TaskItem>();
        foreach (var task in cost.Moved)
        {
            if (TaskRules.Apply(task, new TaskChange.Plan(cost.To), today, turn.Now) is not TaskOutcome.Changed changed) continue;
            if (await tasks.SaveAsync(turn.Unit, changed.Task, changed.Kind, turn.Author.Id).ConfigureAwait(false)) moved.Add(changed.Task);
        }

        if (moved.Count == 0) return;
        var card = new Card(
            texts.Say(AgendaTexts.CostMoved, ("number", number), ("moved", Named(moved)), ("day", ReplyValue.Words(DayName(cost, today)))),
            [.. moved.Select(task => TaskControls.Undo(task, named: true))]);
        await outbox.TellAsync(turn.Unit, turn.Author.Id, card).ConfigureAwait(false);
        await promises.TellAsync(turn, cost.Promised, DayName(cost, today), number).ConfigureAwait(false);
    }

    /// <summary>"Yes to #160 (45m) moves #131 to tomorrow; tomorrow then over by 20m."</summary>
    /// <param name="minutes">"45m", or "30m?" where nobody has said.</param>
    public RichText Say(YesCost cost, long number, string minutes, OwnerPlan plan, Instant now)
    {
        var today = plan.Calendar.Today(now);
        var day = ("day", ReplyValue.Words(DayName(cost, today)));
        var then = cost.Then.Over > 0
            ? texts.Say(AgendaTexts.CostOver, day, ("minutes", ReplyValue.Words(DayText.Minutes(cost.Then.Over))))
            : texts.Say(AgendaTexts.CostFits, day, ("minutes", ReplyValue.Words(DayText.Minutes(-cost.Then.Over))));
        var said = texts.Say(AgendaTexts.Cost, ("number", number), ("minutes", ReplyValue.Words(minutes)), ("moved", Named(cost.Moved)), day, ("then", then));
        return cost.Promised.Aggregate(said, (all, promise) => all.Then(" ").Then(promises.Say(promise, now, plan.Calendar.Zone)));
    }

    private static string DayName(YesCost cost, LocalDate today) =>
        cost.To == today.PlusDays(1) ? "tomorrow" : Core.Time.TimeText.Day(cost.To, today);

    private static ReplyValue Named(IEnumerable<TaskItem> moved) => ReplyValue.Words(string.Join(", ", moved.Select(task => $"#{task.Number}")));
}
