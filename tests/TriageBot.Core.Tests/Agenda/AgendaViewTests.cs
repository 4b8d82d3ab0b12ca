using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Tasks;
using TriageBot.Core.Tests.Tasks;
using TriageBot.Core.Tests.Time;
using static TriageBot.Core.Tests.Tasks.SampleTasks;

namespace TriageBot.Core.Tests.Agenda;

public sealed class AgendaViewTests
{
    private static readonly DaySettings Ordinary = new(Factor: 1.0m, Buffer: 60, Unplanned: 0);

    [Fact]
    public void Urgent_and_important_comes_first_then_what_is_planned_or_due_soon_and_the_rest_is_counted()
    {
        var view = Build(
            Task(1).DueOn("2026-03-13"),
            Task(2) with { DoOn = Friday },
            Task(3).DueOn("2026-03-20"),
            Task(4, important: false).DueOn("2026-03-13"),
            Task(5, important: null),
            Task(6, important: false));

        Assert.Equal([1], First(view));
        Assert.Equal([3, 2], Then(view));
        Assert.Equal((1, 1), (view.NotYours, view.Untriaged));
    }

    [Fact]
    public void A_later_do_day_keeps_a_task_out_until_then_unless_it_is_due_soon()
    {
        var later = Task(1) with { DoOn = Friday.PlusDays(3) };

        Assert.Empty(Build(later).Entries);
        Assert.Equal([1], Then(Build(later.DueOn("2026-03-18"))));
    }

    [Fact]
    public void A_task_without_any_date_is_shown_where_the_day_has_room_and_one_due_in_a_month_is_not() =>
        Assert.Equal([1], Then(Build(Task(1), Task(2).DueOn("2026-04-13"))));

    [Fact]
    public void What_has_no_date_fills_the_day_up_and_never_makes_it_too_short()
    {
        // 8 h, less the buffer of 1 h: seven hours are free.
        var view = Build(
            (Task(1) with { EstimateMinutes = 240 }).DueOn("2026-03-13"),
            Task(2) with { EstimateMinutes = 180 },
            Task(3) with { EstimateMinutes = 5 });

        Assert.Equal([2], Then(view));
        Assert.Equal((420, DayFit.Fits, 1), (view.Day?.Planned, view.Day?.Fit, view.MoreUndated));
    }

    [Fact]
    public void A5_the_first_that_does_not_fit_and_all_after_it_are_below_the_cut_line()
    {
        var view = Build(
            (Task(1) with { EstimateMinutes = 400 }).DueOn("2026-03-13"),
            (Task(2) with { EstimateMinutes = 60 }).DueOn("2026-03-16"),
            (Task(3) with { EstimateMinutes = 5 }).DueOn("2026-03-17"),
            Task(4));

        Assert.Equal([1], view.Entries.Where(entry => entry.Fits).Select(entry => entry.Task.Number));
        Assert.Equal([2, 3], view.Entries.Where(entry => !entry.Fits).Select(entry => entry.Task.Number));
        Assert.Equal((465, 1), (view.Day?.Planned, view.MoreUndated));
    }

    [Fact]
    public void A5_an_appointment_has_its_own_time_and_is_never_below_the_cut_line()
    {
        var appointment = At(Task(1) with { EstimateMinutes = 60 }, "2026-03-13 13:00");

        var view = Build(appointment, (Task(2) with { EstimateMinutes = 500 }).DueOn("2026-03-13"));

        Assert.Equal([1], view.Fixed.Select(each => each.Task?.Number ?? 0));
        Assert.Equal([2], view.Entries.Select(entry => entry.Task.Number));
        Assert.Equal((60, 500), (view.Day?.Fixed, view.Day?.Planned));
    }

    [Fact]
    public void An_appointment_that_passed_undone_on_an_earlier_day_is_a_task_like_any_other() =>
        Assert.Equal([1], Build(At(Task(1) with { DoOn = Friday.PlusDays(-1) }, "2026-03-12 13:00")).Entries.Select(entry => entry.Task.Number));

    [Fact]
    public void A3_what_was_spent_on_a_task_is_no_longer_planned()
    {
        var snapshot = Snapshot((Task(1) with { EstimateMinutes = 90 }).DueOn("2026-03-13")) with { Spent = new Dictionary<long, int> { [1] = 60 } };

        Assert.Equal(30, AgendaView.Build(snapshot, Now).Day?.Planned);
    }

    [Fact]
    public void T2_a_task_due_half_past_midnight_belongs_to_the_day_before_when_the_day_starts_at_four()
    {
        var late = Task(1).DueAt("2026-03-14 00:30");

        Assert.Equal([1], First(Build(late)));
        Assert.Equal(Friday, TaskDue.DayOf(late, Calendar));
    }

    [Fact]
    public void What_is_only_counted_is_named_with_the_rest()
    {
        var snapshot = Snapshot(Task(1)) with { Further = new FurtherTasks(Planned: 40, PlannedMinutes: 4000, Undated: 7, Untriaged: 3, NotYours: 2) };

        var view = AgendaView.Build(snapshot, Now);

        Assert.Equal((40, 8, 3, 2), (view.More, view.MoreUndated, view.Untriaged, view.NotYours));
        Assert.Equal((4000, DayFit.Short), (view.Day?.Planned, view.Day?.Fit));
    }

    [Fact]
    public void A_teammate_sees_what_nobody_has_judged_and_no_arithmetic()
    {
        TaskItem[] tasks = [Task(1, important: null).DueOn("2026-03-13"), Task(2, important: null)];

        var view = AgendaView.Build(new AgendaSnapshot(Friday, Calendar, tasks), Now);

        Assert.Equal([1], First(view));
        Assert.Equal([2], Then(view));
        Assert.Equal(0, view.Untriaged);
        Assert.Null(view.WorkingTime);
        Assert.Null(view.Day);
    }

    [Fact]
    public void The_working_time_is_that_of_the_whole_day_and_the_arithmetic_is_about_what_is_left()
    {
        var view = AgendaView.Build(Snapshot(), Zones.Oslo.At("2026-03-13 12:00"));

        Assert.Equal(Duration.FromHours(8), view.WorkingTime);
        Assert.Equal(300, view.Day?.Working);
    }

    [Fact]
    public void After_work_there_is_nothing_left_to_reckon_with() => Assert.Null(AgendaView.Build(Snapshot(Task(1)), Zones.Oslo.At("2026-03-13 18:00")).Day);

    [Fact]
    public void A_held_message_is_something_to_do()
    {
        Assert.True(AgendaView.Build(Snapshot(), Now).HasNothingToDo);
        Assert.False(AgendaView.Build(Snapshot() with { Queue = new QueueGlance(1, Duration.FromMinutes(5), null) }, Now).HasNothingToDo);
    }

    [Theory]
    [InlineData("2026-03-09", true)]
    [InlineData("2026-03-10", false)]
    [InlineData("2026-03-14", false)]
    public void The_long_form_is_that_of_the_first_working_day_of_a_week(string date, bool expected) =>
        Assert.Equal(expected, WeekDay.IsFirst(Calendar, NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value));

    [Fact]
    public void A_day_of_the_week_holds_what_is_planned_for_it_and_what_is_due_without_a_do_day()
    {
        TaskItem[] tasks =
        [
            Task(1) with { DoOn = Friday, EstimateMinutes = 60 },
            Task(2).DueOn("2026-03-13"),
            (Task(3) with { DoOn = Friday.PlusDays(-1) }).DueOn("2026-03-13"),
        ];

        var day = WeekDay.Of(Calendar, Friday, tasks, [], Ordinary);

        Assert.Equal([2, 1], day.Tasks.Select(task => task.Number));
        Assert.Equal((90, 420), (day.Day.Need, day.Day.Free));
    }

    private static AgendaSnapshot Snapshot(params TaskItem[] tasks) => new(Friday, Calendar, tasks) { IsOwners = true, Day = Ordinary };

    private static AgendaView Build(params TaskItem[] tasks) => AgendaView.Build(Snapshot(tasks), Now);

    private static TaskItem At(TaskItem task, string wallTime) => task with
    {
        StartsLocal = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(wallTime).Value,
        StartsZone = "Europe/Oslo",
    };

    private static IEnumerable<long> First(AgendaView view) => view.Entries.Where(entry => entry.IsFirst).Select(entry => entry.Task.Number);

    private static IEnumerable<long> Then(AgendaView view) => view.Entries.Where(entry => !entry.IsFirst).Select(entry => entry.Task.Number);
}
