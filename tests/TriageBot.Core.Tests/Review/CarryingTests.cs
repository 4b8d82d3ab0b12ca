using NodaTime;
using TriageBot.Core.Review;
using TriageBot.Core.Tasks;
using TriageBot.Core.Tests.Tasks;
using TriageBot.Core.Tests.Time;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Review;

public sealed class CarryingTests
{
    private static readonly LocalDate Friday = SampleTasks.Friday;

    [Fact]
    public void Carried_day_by_day_or_all_days_at_once_comes_to_the_same()
    {
        var random = new Random(20260313);
        for (var run = 0; run < 500; run++)
        {
            var calendar = new WorkCalendar(
                Zones.Oslo,
                new LocalTime(4, 0),
                [new HourVersion(LocalDate.MinIsoValue, WeekHours.Standard)],
                Enumerable.Range(0, 60).Where(_ => random.Next(4) == 0).Select(Friday.PlusDays),
                []);
            var planned = Friday.PlusDays(random.Next(10));
            var last = planned.PlusDays(random.Next(1, 45));
            var daily = SampleTasks.Task() with { DoOn = planned };
            for (var today = planned; today <= last; today = today.PlusDays(1)) daily = Carrying.AtDayStart(daily, calendar, today) ?? daily;

            var atOnce = Carrying.AtDayStart(SampleTasks.Task() with { DoOn = planned }, calendar, last) ?? daily;

            Assert.Equal(daily, atOnce);
            Assert.Equal(Enumerable.Range(0, Period.DaysBetween(planned, last)).Select(planned.PlusDays).Count(calendar.IsWorkingDay), atOnce.CarryCount);
            Assert.True(calendar.IsWorkingDay(atOnce.DoOn!.Value) && atOnce.DoOn >= last);
            Assert.Null(Carrying.AtDayStart(atOnce, calendar, last));
        }
    }

    [Fact]
    public void A_deferred_task_is_not_carried_before_it_is_ready()
    {
        var task = SampleTasks.Task() with { DoOn = Friday, ReadyOn = Friday.PlusDays(4) };

        Assert.Null(Carrying.AtDayStart(task, SampleTasks.Calendar, Friday.PlusDays(4)));
        Assert.Equal(1, Carrying.AtDayStart(task, SampleTasks.Calendar, Friday.PlusDays(5))?.CarryCount);
    }

    [Fact]
    public void What_is_closed_or_has_no_do_day_is_never_carried()
    {
        var passed = SampleTasks.Task() with { DoOn = Friday.PlusDays(-1) };

        Assert.NotNull(Carrying.AtDayStart(passed, SampleTasks.Calendar, Friday));
        Assert.Null(Carrying.AtDayStart(passed with { State = TaskState.Done }, SampleTasks.Calendar, Friday));
        Assert.Null(Carrying.AtDayStart(passed with { State = TaskState.Someday }, SampleTasks.Calendar, Friday));
        Assert.Null(Carrying.AtDayStart(passed with { DoOn = null, DueOn = Friday.PlusDays(-1) }, SampleTasks.Calendar, Friday));
    }

    [Theory]
    [InlineData(4, null, false, ReviewQuestion.StillWanted)]
    [InlineData(2, null, false, ReviewQuestion.None)]
    [InlineData(5, null, false, ReviewQuestion.ProposeSomeday)]
    [InlineData(5, "2026-06-01", false, ReviewQuestion.StillWanted)]
    [InlineData(5, null, true, ReviewQuestion.StillWanted)]
    public void Someday_is_never_proposed_for_what_is_urgent_and_important_or_has_a_due_date(int carries, string? due, bool mayStop, ReviewQuestion expected)
    {
        var task = SampleTasks.Task() with { CarryCount = carries, MayStopBusiness = mayStop };
        if (due is not null) task = task.DueOn(due);

        Assert.Equal(expected, ReviewRules.QuestionAbout(task, SampleTasks.Calendar, SampleTasks.Now));
    }
}
