using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TriageBot.Core.Time;
using Outcome = TriageBot.Core.Time.ParseOutcome<System.Collections.Immutable.ImmutableArray<TriageBot.Core.Time.BreakWindow>>;

namespace TriageBot.Core.Tests.Time;

public sealed class BreakPlanTextTests
{
    [Theory]
    [InlineData("10:30 15m, 12:30 30m", "10:30 15m, 12:30 30m")]
    [InlineData("12.30 30min,10.30 15", "10:30 15m, 12:30 30m")]
    [InlineData("10:30 1h; 15:00 20 minutes", "10:30 60m, 15:00 20m")]
    [InlineData("9:05 1h30\n3pm 10", "09:05 90m, 15:00 10m")]
    [InlineData("10:30 15m, 10:45 15m", "10:30 15m, 10:45 15m")]
    [InlineData("None", "none")]
    public void Breaks_are_read_as_people_type_them_and_put_in_order(string typed, string printed) =>
        Assert.Equal(printed, BreakPlanText.Print(Assert.IsType<Outcome.Success>(BreakPlanText.Read(typed)).Value));

    [Theory]
    [InlineData("", 0, "10:30 15m, 12:30 30m")]
    [InlineData("lunch, 12:30 30m", 0, "10:30 15m, 12:30 30m")]
    [InlineData("10:30 15m, 25:00 15m", 11, "10:30 15m, 12:30 30m")]
    [InlineData("10:30 15m, 12:30", 16, "10:30 15m, 12:30 15m")]
    [InlineData("10:30 0m", 6, "10:30 15m")]
    [InlineData("10:30 241m", 6, "10:30 240m")]
    [InlineData("10:30 soon", 6, "10:30 15m")]
    [InlineData("10 15", 0, "10:30 15m")]
    [InlineData("10:30 30m, 10:45 15m", 11, "10:30 30m")]
    [InlineData("10:30 15m, 10:30 15m", 11, "10:30 15m")]
    [InlineData("23:50 30m, 00:10 15m", 11, "23:50 30m")]
    public void What_cannot_be_a_plan_is_refused_at_its_place(string typed, int position, string example)
    {
        var problem = Assert.IsType<Outcome.Problem>(BreakPlanText.Read(typed));

        Assert.Equal((position, example), (problem.Position, problem.Example));
        Assert.IsType<Outcome.Success>(BreakPlanText.Read(problem.Example));
    }

    [Fact]
    public void A_plan_has_at_most_twelve_breaks()
    {
        var thirteen = string.Join(", ", Enumerable.Range(8, 13).Select(hour => $"{hour:00}:00 10m"));

        var problem = Assert.IsType<Outcome.Problem>(BreakPlanText.Read(thirteen));

        Assert.Equal("At most 12 breaks a day.", problem.Sentence);
        Assert.Equal(12, Assert.IsType<Outcome.Success>(BreakPlanText.Read(problem.Example)).Value.Length);
    }

    [Fact]
    public void A_printed_plan_is_read_back_as_the_same_plan()
    {
        var plans =
            from first in Gen.Choose(0, 100)
            from steps in Gen.ListOf(Gen.Zip(Gen.Choose(1, 100), Gen.Choose(0, 60)))
            select Plan(first, steps.Take(BreakPlanText.MaxBreaks));
        Prop.ForAll(Arb.From(plans), plan => BreakPlanText.Read(BreakPlanText.Print(plan)) is Outcome.Success read && read.Value.SequenceEqual(plan))
            .QuickCheckThrowOnFailure();
    }

    private static ImmutableArray<BreakWindow> Plan(int first, IEnumerable<(int Minutes, int Pause)> steps)
    {
        var plan = ImmutableArray.CreateBuilder<BreakWindow>();
        var start = first;
        foreach (var (minutes, pause) in steps)
        {
            if (start + minutes >= 24 * 60) break;
            plan.Add(new BreakWindow(LocalTime.FromMinutesSinceMidnight(start), minutes));
            start += minutes + pause;
        }

        return plan.ToImmutable();
    }
}
