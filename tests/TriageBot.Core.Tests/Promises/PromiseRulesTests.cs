using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Promises;

namespace TriageBot.Core.Tests.Promises;

/// <summary>Rule C6: what a promise may become, and how it counts.</summary>
public sealed class PromiseRulesTests
{
    private static readonly Instant Due = Instant.FromUtc(2026, 3, 13, 15, 0);
    private static readonly Promise Open = new() { Number = 1, MakerId = new MemberId("sam"), State = PromiseState.Open, DueAt = Due, FirstDueAt = Due };

    [Theory]
    [InlineData(PromiseState.Open, 0, PromiseClass.Open)]
    [InlineData(PromiseState.Kept, 0, PromiseClass.Kept)]
    [InlineData(PromiseState.KeptLate, 0, PromiseClass.Late)]
    [InlineData(PromiseState.Broken, 0, PromiseClass.Broken)]
    [InlineData(PromiseState.Withdrawn, 0, PromiseClass.Withdrawn)]
    [InlineData(PromiseState.Open, 1, PromiseClass.Renegotiated)]
    [InlineData(PromiseState.Kept, 1, PromiseClass.Renegotiated)]
    [InlineData(PromiseState.KeptLate, 1, PromiseClass.Late)]
    [InlineData(PromiseState.Broken, 1, PromiseClass.Broken)]
    [InlineData(PromiseState.Open, 2, PromiseClass.Late)]
    [InlineData(PromiseState.Kept, 2, PromiseClass.Late)]
    [InlineData(PromiseState.Kept, 3, PromiseClass.Late)]
    [InlineData(PromiseState.Broken, 2, PromiseClass.Broken)]
    [InlineData(PromiseState.Withdrawn, 2, PromiseClass.Withdrawn)]
    public void Each_state_with_its_renegotiations_counts_as_one_class(PromiseState state, int moves, PromiseClass expected) =>
        Assert.Equal(expected, PromiseRules.ClassOf(state, moves));

    [Fact]
    public void Done_at_the_very_moment_it_is_due_is_kept_and_a_moment_later_is_late()
    {
        Assert.Equal(PromiseState.Kept, Changed(PromiseRules.Keep(Open, Due, default)).State);
        Assert.Equal(PromiseState.KeptLate, Changed(PromiseRules.Keep(Open, Due + Duration.FromMilliseconds(1), default)).State);
        Assert.IsType<PromiseOutcome.Same>(PromiseRules.Break(Open, Due));
        Assert.Equal(PromiseState.Broken, Changed(PromiseRules.Break(Open, Due + Duration.FromMilliseconds(1))).State);
    }

    [Fact]
    public void What_is_missed_can_be_kept_late_but_neither_moved_nor_withdrawn()
    {
        var broken = Open with { State = PromiseState.Broken };
        var now = Due + Duration.FromHours(1);

        Assert.IsType<PromiseOutcome.PastDue>(PromiseRules.Move(broken, broken with { DueAt = now + Duration.FromHours(9) }, now));
        Assert.IsType<PromiseOutcome.PastDue>(PromiseRules.Withdraw(broken, "no", now));
        // Before the bot has noted it.
        Assert.IsType<PromiseOutcome.PastDue>(PromiseRules.Move(Open, Open with { DueAt = now + Duration.FromHours(9) }, now));
        Assert.Equal(PromiseState.KeptLate, Changed(PromiseRules.Keep(broken, now, default)).State);
    }

    [Fact]
    public void Only_a_later_date_puts_off()
    {
        var now = Due - Duration.FromHours(5);

        Assert.Equal(1, Changed(PromiseRules.Move(Open, Open with { DueAt = Due + Duration.FromHours(1) }, now)).MoveCount);
        Assert.Equal(0, Changed(PromiseRules.Move(Open, Open with { DueAt = Due - Duration.FromHours(1) }, now)).MoveCount);
        Assert.IsType<PromiseOutcome.Same>(PromiseRules.Move(Open, Open, now));
    }

    [Fact]
    public void Only_whom_it_was_offered_to_accepts()
    {
        var (kim, lee) = (new MemberId("kim"), new MemberId("lee"));
        var offered = Changed(PromiseRules.Offer(Open, kim));

        Assert.IsType<PromiseOutcome.Same>(PromiseRules.Accept(offered, lee));
        Assert.Equal(kim, Changed(PromiseRules.Accept(offered, kim)).MakerId);
        Assert.IsType<PromiseOutcome.Same>(PromiseRules.Offer(Open, Open.MakerId));
    }

    [Fact]
    public void The_share_is_kept_of_kept_late_and_broken_with_renegotiated_beside_it()
    {
        var tally = PromiseTally.Of(
        [
            (PromiseState.Kept, 0, 5), (PromiseState.Kept, 1, 4), (PromiseState.Kept, 2, 1), (PromiseState.KeptLate, 0, 1), (PromiseState.Broken, 0, 1),
            (PromiseState.Withdrawn, 0, 3), (PromiseState.Open, 0, 7),
        ]);

        Assert.Equal(new PromiseTally(Kept: 5, Late: 2, Broken: 1, Renegotiated: 4, Withdrawn: 3), tally);
        Assert.Equal(62, tally.KeptPercent);
        Assert.Null(PromiseTally.Of([(PromiseState.Open, 0, 7)]).KeptPercent);
    }

    private static Promise Changed(PromiseOutcome outcome) => Assert.IsType<PromiseOutcome.Changed>(outcome).Promise;
}
