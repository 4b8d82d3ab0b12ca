using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Features.Tasks;
using TriageBot.Features.TimeLog;

namespace TriageBot.Features.Review;

/// <summary>The next day's list against the next day's time (rules A3, A8).</summary>
internal sealed class ReviewOutlook(ReplyTexts texts, ReviewItems items, TimeSums time, TaskFacts facts)
{
    private const int MostShown = 8;

    public async Task<RichText> OfAsync(UnitOfWork unit, OwnerPlan plan, TaskPeople people, LocalDate day)
    {
        var today = plan.Calendar.Today(unit.Now);
        var name = ReplyValue.Words(TimeText.Day(day, today));
        var planned = await items.PlannedForAsync(unit, plan, day).ConfigureAwait(false);
        if (planned.Count == 0) return texts.Say(ReviewTexts.NextDayEmpty, ("day", name));
        var spent = (await time.SpentOnOpenAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false)).ToDictionary(item => item.Number, item => item.Minutes);
        var finished = await time.FinishedAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false);
        var open = DayTime.Left(plan.Calendar, day, unit.Now);
        var taken = FixedTime.On(plan.Calendar, day, plan.Blocks, planned);
        var arithmetic = new DayArithmetic(
            DayTime.MinutesOf(open),
            DayTime.FixedMinutes(open, taken.Select(each => each.Span)),
            planned.Where(task => !FixedTime.Waits(task, plan.Calendar, day)).Sum(task => Estimates.Remaining(task.EstimateMinutes, spent.GetValueOrDefault(task.Number))),
            Estimates.Factor([.. finished.Select(work => new FinishedWork(work.EstimateMinutes, work.ActualMinutes))]),
            plan.BufferMinutes,
            await time.UnplannedAsync(unit.Db, unit.Workspace.Id, plan.Owner, day).ConfigureAwait(false));
        var view = new TaskListView(people, plan.Owner, TaskReader.Only(plan.Owner), unit.Now);
        var lines = new List<RichText>
        {
            texts.Say(
                ReviewTexts.NextDay,
                ("day", name),
                ("count", planned.Count),
                ("planned", Minutes(arithmetic.Planned)),
                ("factor", ReplyValue.Words(DayText.Factor(arithmetic.Factor))),
                ("need", Minutes(arithmetic.Need)),
                ("fit", Fit(arithmetic))),
        };
        lines.AddRange(planned.Take(MostShown).Select((task, index) => facts.Line(task, index + 1, view)));
        if (planned.Count > MostShown) lines.Add(texts.Say(ReviewTexts.More, ("count", planned.Count - MostShown)));
        return RichText.Lines(lines);
    }

    private RichText Fit(DayArithmetic day) => day.Fit switch
    {
        DayFit.Nothing or DayFit.Fits => texts.Say(ReviewTexts.Fits, ("minutes", Minutes(-day.Over))),
        DayFit.EatsBuffer => texts.Say(ReviewTexts.EatsBuffer, ("minutes", Minutes(day.Over))),
        DayFit.Short => texts.Say(ReviewTexts.Short, ("minutes", Minutes(day.Short))),
        _ => throw new ArgumentOutOfRangeException(nameof(day), day.Fit.ToString(), "Unknown fit."),
    };

    private static ReplyValue Minutes(int minutes) => ReplyValue.Words(DayText.Minutes(minutes));
}
