using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Escalations;

/// <summary>Rule C9.</summary>
public sealed class LadderTests
{
    private static readonly OwnerPlan Alex = Plan("alex");
    private static readonly OwnerPlan Kim = Plan("kim");
    private static readonly OwnerPlan Lee = Plan("lee");

    [Fact]
    public void It_climbs_from_the_owner_on_duty_over_the_cover_to_all_owners_and_ends()
    {
        var duty = new DutyAt(Alex, Kim, [Alex, Kim, Lee]);

        Assert.Equal([Ladder.OnDuty, Ladder.Cover, Ladder.Owners, Ladder.End], Climb(duty));
        Assert.Equal(["lee"], Ladder.Readers(Ladder.Owners, duty).Select(plan => plan.Owner.Value));
        Assert.Equal(["alex", "kim", "lee"], Ladder.Told(Ladder.End, duty).Select(owner => owner.Value));
    }

    [Fact]
    public void A_rung_that_nobody_stands_on_is_left_out()
    {
        Assert.Equal([Ladder.OnDuty, Ladder.Owners, Ladder.End], Climb(new DutyAt(Alex, Cover: null, [Alex, Kim])));
        Assert.Equal([Ladder.OnDuty, Ladder.End], Climb(new DutyAt(Alex, Cover: Alex, [Alex])));
    }

    private static IReadOnlyList<int> Climb(DutyAt duty)
    {
        var rungs = new List<int>();
        while (rungs.LastOrDefault() < Ladder.End) rungs.Add(Ladder.Next(rungs.LastOrDefault(), duty));
        return rungs;
    }

    private static OwnerPlan Plan(string name) => new(new MemberId(name), new WorkCalendar(DateTimeZone.Utc, WeekHours.Standard), [], new LocalTime(8, 30), "team");
}
