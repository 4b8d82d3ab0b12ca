using TriageBot.Core.Tasks;
using TriageBot.Core.Tests.Time;
using static TriageBot.Core.Tests.Tasks.SampleTasks;

namespace TriageBot.Core.Tests.Tasks;

public sealed class TaskUrgencyTests
{
    [Theory]
    [InlineData("2026-03-12", Urgency.Overdue)]
    [InlineData("2026-03-13", Urgency.DueToday)]
    [InlineData("2026-03-14", Urgency.None)]
    public void A_due_day_is_urgent_on_its_day_and_overdue_when_it_is_over(string date, Urgency expected) =>
        Assert.Equal(expected, TaskUrgency.Of(Task().DueOn(date), Calendar, Now));

    [Theory]
    [InlineData("2026-03-13 09:00", Urgency.Overdue)]
    [InlineData("2026-03-13 09:01", Urgency.DueToday)]
    [InlineData("2026-03-14 08:59", Urgency.DueWithin24Hours)]
    [InlineData("2026-03-14 09:00", Urgency.DueWithin24Hours)]
    [InlineData("2026-03-14 09:01", Urgency.None)]
    public void A_due_time_is_urgent_from_24_hours_before_and_overdue_at_its_minute(string wallTime, Urgency expected) =>
        Assert.Equal(expected, TaskUrgency.Of(Task().DueAt(wallTime), Calendar, Now));

    [Fact]
    public void A_task_due_half_past_midnight_belongs_to_the_day_before_when_the_day_starts_at_four()
    {
        var task = Task().DueAt("2026-03-14 00:30");

        Assert.Equal(Friday, TaskDue.DayOf(task, Calendar));
        Assert.Equal(Urgency.DueToday, TaskUrgency.Of(task, Calendar, Now));
    }

    [Fact]
    public void A_due_day_is_not_overdue_before_the_logical_day_is_over()
    {
        var task = Task().DueOn("2026-03-13");

        Assert.Equal(Urgency.DueToday, TaskUrgency.Of(task, Calendar, Zones.Oslo.At("2026-03-14 03:59")));
        Assert.Equal(Urgency.Overdue, TaskUrgency.Of(task, Calendar, Zones.Oslo.At("2026-03-14 04:00")));
    }

    [Fact]
    public void A_due_time_counts_in_the_zone_in_which_it_was_typed() =>
        Assert.Equal(Urgency.Overdue, TaskUrgency.Of(Task().DueAt("2026-03-13 08:30", "Europe/Helsinki"), Calendar, Zones.Oslo.At("2026-03-13 07:30")));

    [Fact]
    public void What_may_stop_the_business_is_urgent_without_a_date() =>
        Assert.Equal(Urgency.MayStopBusiness, TaskUrgency.Of(Task() with { MayStopBusiness = true }, Calendar, Now));

    [Fact]
    public void Loud_is_not_urgent() =>
        Assert.Equal(Urgency.None, TaskUrgency.Of(Task() with { What = "URGENT!!! @you NOW" }, Calendar, Now));

    [Theory]
    [InlineData(true, true, Quadrant.UrgentAndImportant)]
    [InlineData(true, false, Quadrant.Important)]
    [InlineData(false, true, Quadrant.Urgent)]
    [InlineData(false, false, Quadrant.Neither)]
    [InlineData(null, true, Quadrant.Untriaged)]
    [InlineData(null, false, Quadrant.Untriaged)]
    public void What_nobody_has_judged_stays_untriaged_however_urgent(bool? important, bool urgent, Quadrant expected) =>
        Assert.Equal(expected, Quadrants.Of(important, urgent));
}
