using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Tasks;
using TriageBot.Core.Tests.Tasks;
using static TriageBot.Core.Tests.Tasks.SampleTasks;

namespace TriageBot.Core.Tests.Agenda;

public sealed class AgendaViewTests
{
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

        Assert.Equal([1], Numbers(view.DoFirst));
        Assert.Equal([3, 2], Numbers(view.Then));
        Assert.Equal((1, 1), (view.NotYours, view.Untriaged));
    }

    [Fact]
    public void A_later_do_day_keeps_a_task_out_until_then_unless_it_is_due_soon()
    {
        var later = Task(1) with { DoOn = Friday.PlusDays(3) };

        Assert.Empty(Build(later).Then.Tasks);
        Assert.Equal([1], Numbers(Build(later.DueOn("2026-03-18")).Then));
    }

    [Fact]
    public void A_task_without_any_date_is_shown_and_one_due_in_a_month_is_not()
    {
        var view = Build(Task(1), Task(2).DueOn("2026-04-13"));

        Assert.Equal([1], Numbers(view.Then));
    }

    [Fact]
    public void Eight_are_shown_in_a_section_and_the_places_run_on()
    {
        var view = Build([.. Enumerable.Range(1, 10).Select(number => Task(number).DueOn("2026-03-13")), Task(11)]);

        Assert.Equal((8, 2), (view.DoFirst.Tasks.Count, view.DoFirst.More));
        Assert.Equal(9, view.Then.First);
    }

    [Fact]
    public void What_is_only_counted_is_named_with_the_rest()
    {
        var tasks = Enumerable.Range(1, 8).Select(number => Task(number)).ToArray();

        var view = AgendaView.Build(new AgendaSnapshot(Friday, Calendar, tasks) { IsOwners = true, FurtherUndated = 40, FurtherUntriaged = 3 }, Now);

        Assert.Equal((8, 40, 3), (view.Then.Tasks.Count, view.Then.More, view.Untriaged));
    }

    [Fact]
    public void A_teammate_sees_what_nobody_has_judged()
    {
        TaskItem[] tasks = [Task(1, important: null).DueOn("2026-03-13"), Task(2, important: null)];

        var view = AgendaView.Build(new AgendaSnapshot(Friday, Calendar, tasks), Now);

        Assert.Equal([1], Numbers(view.DoFirst));
        Assert.Equal([2], Numbers(view.Then));
        Assert.Equal(0, view.Untriaged);
        Assert.Null(view.WorkingTime);
    }

    [Fact]
    public void The_working_time_is_that_of_the_whole_day() => Assert.Equal(Duration.FromHours(8), Build().WorkingTime);

    [Fact]
    public void A_held_message_is_something_to_do()
    {
        var empty = new AgendaSnapshot(Friday, Calendar, []) { IsOwners = true };

        Assert.True(AgendaView.Build(empty, Now).HasNothingToDo);
        Assert.False(AgendaView.Build(empty with { Queue = new QueueGlance(1, Duration.FromMinutes(5), null) }, Now).HasNothingToDo);
    }

    private static AgendaView Build(params TaskItem[] tasks) => AgendaView.Build(new AgendaSnapshot(Friday, Calendar, tasks) { IsOwners = true }, Now);

    private static IEnumerable<long> Numbers(AgendaSection section) => section.Tasks.Select(task => task.Number);
}
