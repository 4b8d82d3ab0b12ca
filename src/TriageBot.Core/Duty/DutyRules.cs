using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Core.Urgent;

namespace TriageBot.Core.Duty;

/// <summary>Duty that is with somebody else for a time: a hand-off that was accepted, or what an admin set.</summary>
/// <param name="Giver">From whom; null where whoever would have it gives it.</param>
public sealed record DutySpan(long Number, MemberId? Giver, MemberId Taker, Instant From, Instant Until);

/// <summary>Everything that says who is on duty.</summary>
/// <param name="Named">Who has it now, before hand-offs and absences; null where a team has no owner.</param>
/// <param name="Cover">Who covers where nobody else is named; null for nobody.</param>
/// <param name="Spans">In the order in which they were agreed: the later one counts.</param>
public sealed record DutyBook(MemberId? Named, Rotation? Rotation, MemberId? Cover, IReadOnlyList<DutySpan> Spans);

/// <summary>Who is on duty at a moment and who covers (rules W2, W3, H9). Nobody who is away is ever named.</summary>
public static class DutyRules
{
    /// <param name="at">Now or later.</param>
    public static DutyAt At(DutyBook book, IReadOnlyList<OwnerPlan> owners, Instant now, Instant at)
    {
        var holder = book.Rotation is { } rotation && at >= rotation.NextTurn(now) ? rotation.At(at) : book.Named;
        DutySpan? under = null;
        foreach (var span in book.Spans)
        {
            if (span.From > at || at >= span.Until || (span.Giver is { } giver && giver != holder) || Find(owners, span.Taker) is null) continue;
            (holder, under) = (span.Taker, span);
        }

        var nominal = Find(owners, holder) ?? owners.FirstOrDefault();
        var present = owners.Where(plan => plan.AwayAt(at) is null).ToList();
        var onDuty = nominal?.AwayAt(at) is { } away ? Stand(book, present, nominal, away) : nominal;
        return new DutyAt(onDuty, onDuty is null ? null : CoverOf(book, present, onDuty), present) { Nominal = nominal, Span = onDuty == nominal ? under : null };
    }

    /// <summary>Who has what is asked of an owner by name while they are away: the one they named, or who has their duty. Null while they are there, and where it is nobody.</summary>
    /// <param name="duty">At the same moment.</param>
    public static OwnerPlan? InsteadOf(DutyAt duty, OwnerPlan plan, Instant at)
    {
        if (plan.AwayAt(at) is not { } away) return null;
        var cover = Find(duty.Owners, away.Cover) ?? (duty.Nominal?.Owner == plan.Owner ? duty.OnDuty : null);
        return cover?.Owner == plan.Owner ? null : cover;
    }

    /// <summary>Moments after <paramref name="from"/> and until <paramref name="to"/> at which somebody else may come on duty, in order.</summary>
    public static IEnumerable<Instant> Changes(DutyBook book, IEnumerable<OwnerPlan> owners, Instant from, Instant to)
    {
        var moments = book.Spans.SelectMany(span => new[] { span.From, span.Until })
            .Concat(owners.SelectMany(plan => plan.Absences).SelectMany(away => new[] { away.From, away.Until }))
            .ToList();
        for (var turn = book.Rotation?.NextTurn(from); turn <= to; turn = book.Rotation?.NextTurn(turn.Value)) moments.Add(turn.Value);
        return moments.Where(moment => moment > from && moment <= to).Distinct().Order();
    }

    /// <summary>Whose break reads a new item (rules H2, H9): whoever is on duty; who covers, where only they are at work before the deadline; whoever would have it, where nobody is there.</summary>
    public static OwnerPlan? ReaderOf(DutyAt duty, HoldLimit? limit, Instant now)
    {
        var reader = duty.OnDuty ?? duty.Nominal;
        return limit is not null && reader is not null && duty.Cover is { } cover && !CanRead(reader, limit, now) && CanRead(cover, limit, now) ? cover : reader;
    }

    /// <summary>They are at work before the deadline.</summary>
    public static bool CanRead(OwnerPlan plan, HoldLimit limit, Instant now) => HoldRules.ReadBy(limit, now, plan.Calendar) < limit.Due;

    /// <summary>Who stands in for somebody who is away: the one they named, the team's cover, the next of the rotation, any owner who is there.</summary>
    private static OwnerPlan? Stand(DutyBook book, IReadOnlyList<OwnerPlan> present, OwnerPlan nominal, Absence away) =>
        (away.Cover is { } named ? Find(present, named) : null) ?? CoverOf(book, present, nominal) ?? present.FirstOrDefault();

    private static OwnerPlan? CoverOf(DutyBook book, IReadOnlyList<OwnerPlan> present, OwnerPlan onDuty)
    {
        IEnumerable<MemberId> candidates = book.Rotation is { } rotation ? rotation.After(onDuty.Owner) : [];
        if (book.Cover is { } named) candidates = candidates.Prepend(named);
        return candidates.Where(member => member != onDuty.Owner).Select(member => Find(present, member)).FirstOrDefault(plan => plan is not null);
    }

    private static OwnerPlan? Find(IEnumerable<OwnerPlan> owners, MemberId? member) => owners.FirstOrDefault(plan => plan.Owner == member);
}
