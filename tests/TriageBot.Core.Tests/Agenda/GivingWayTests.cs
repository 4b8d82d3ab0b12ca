using TriageBot.Core.Agenda;
using TriageBot.Core.Tasks;
using TriageBot.Core.Tests.Tasks;
using static TriageBot.Core.Tests.Tasks.SampleTasks;

namespace TriageBot.Core.Tests.Agenda;

/// <summary>Rule A6, on a day of eight hours of which one is the buffer.</summary>
public sealed class GivingWayTests
{
    private static readonly TaskItem First = (Task(1) with { EstimateMinutes = 300 }).DueOn("2026-03-13");
    private static readonly TaskItem Second = Task(2) with { DoOn = Friday, EstimateMinutes = 100 };
    private static readonly TaskItem Third = Task(3) with { DoOn = Friday, EstimateMinutes = 50 };

    [Theory]
    [InlineData(30)]
    [InlineData(10)]
    public void A6_the_buffer_pays_first(int minutes) => Assert.Empty(To(minutes, First, Second, Third));

    [Fact]
    public void A6_then_the_last_of_the_order_gives_way() => Assert.Equal([3], To(31, First, Second, Third));

    [Fact]
    public void A6_as_many_as_it_takes() => Assert.Equal([2, 3], To(100, First, Second, Third));

    [Fact]
    public void A6_what_could_not_be_done_anyway_does_not_give_way() => Assert.Equal([2], To(100, First, Second, Third with { EstimateMinutes = 200 }));

    [Fact]
    public void A6_what_is_only_due_soon_or_has_no_date_was_not_meant_for_today() =>
        Assert.Empty(To(30, First, (Task(2) with { EstimateMinutes = 100 }).DueOn("2026-03-17"), Task(3)));

    private static IEnumerable<long> To(int minutes, params TaskItem[] tasks)
    {
        var snapshot = new AgendaSnapshot(Friday, Calendar, tasks) { IsOwners = true, Day = new DaySettings(1.0m, Buffer: 60, Unplanned: 0) };
        return GivingWay.To(AgendaView.Build(snapshot, Now), Calendar, snapshot.RemainingOf, minutes).Select(task => task.Number);
    }
}
