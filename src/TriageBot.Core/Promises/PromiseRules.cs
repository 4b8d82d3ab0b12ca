using NodaTime;

namespace TriageBot.Core.Promises;

/// <summary>What can happen to a promise. Names are stored: together they are the ledger.</summary>
public enum PromiseChangeKind
{
    /// <summary>Written down with a warning; not given yet.</summary>
    Drafted,
    Made,
    Moved,
    Offered,
    Declined,
    HandedOver,
    Kept,
    Broken,
    Withdrawn,
    CauseGiven,

    /// <summary>The date was read otherwise than it was meant, and put right at once.</summary>
    Corrected,
    Undone,
}

/// <summary>How a promise counts (rule C6).</summary>
public enum PromiseClass
{
    Open,
    Kept,

    /// <summary>Put off once before it was due, and not missed since: beside the kept ones, not among them.</summary>
    Renegotiated,

    /// <summary>Done late, or put off a second time.</summary>
    Late,

    Broken,
    Withdrawn,
}

/// <summary>What became of a wish to change a promise.</summary>
public abstract record PromiseOutcome
{
    private PromiseOutcome()
    {
    }

    public sealed record Changed(Promise Promise, PromiseChangeKind Kind) : PromiseOutcome;

    /// <summary>It is so already.</summary>
    public sealed record Same : PromiseOutcome;

    /// <summary>It is kept or withdrawn: nothing is left to change.</summary>
    public sealed record Closed : PromiseOutcome;

    /// <summary>It is missed already. Moving or withdrawing it now would hide that.</summary>
    public sealed record PastDue : PromiseOutcome;

    /// <summary>The change is too long ago to be taken back, or was nobody's.</summary>
    public sealed record TooLate : PromiseOutcome;
}

/// <summary>How a promise changes and how it counts (rule C6). Done at the very moment it is due is in time.</summary>
public static class PromiseRules
{
    /// <summary>As for every other change.</summary>
    public static readonly Duration UndoTime = Duration.FromMinutes(10);

    /// <summary>From so many on, putting it off counts as a miss.</summary>
    private const int LateMoves = 2;

    public static bool IsOwed(Promise promise) => promise.State is PromiseState.Open or PromiseState.Broken;

    /// <param name="took">Working time of the service level since it was given.</param>
    public static PromiseOutcome Keep(Promise promise, Instant now, Duration took) => IsOwed(promise)
        ? new PromiseOutcome.Changed(
            promise with
            {
                State = promise.State == PromiseState.Open && now <= promise.DueAt ? PromiseState.Kept : PromiseState.KeptLate,
                ClosedAt = now,
                TookMs = (long)took.TotalMilliseconds,
                OfferedTo = null,
            },
            PromiseChangeKind.Kept)
        : new PromiseOutcome.Closed();

    /// <summary>Another date, before it is due. To an earlier one, nothing is put off.</summary>
    /// <param name="changed">The same promise with the new date in its columns and as instant.</param>
    public static PromiseOutcome Move(Promise promise, Promise changed, Instant now)
    {
        if (!IsOwed(promise)) return new PromiseOutcome.Closed();
        if (promise.State == PromiseState.Broken || now > promise.DueAt) return new PromiseOutcome.PastDue();
        if (changed.DueAt == promise.DueAt) return new PromiseOutcome.Same();
        return new PromiseOutcome.Changed(
            changed with { MoveCount = promise.MoveCount + (changed.DueAt > promise.DueAt ? 1 : 0), CountsFromAt = now },
            PromiseChangeKind.Moved);
    }

    /// <summary>The other reading of the date that was only just typed: nothing is put off by that.</summary>
    /// <param name="newest">What made the newest revision, and when.</param>
    public static PromiseOutcome Correct(Promise promise, Promise changed, (PromiseChangeKind Kind, Instant At) newest, Instant now)
    {
        var isFresh = newest.Kind is PromiseChangeKind.Made or PromiseChangeKind.Moved or PromiseChangeKind.Corrected && now - newest.At <= UndoTime;
        if (!isFresh || promise.State != PromiseState.Open) return Move(promise, changed, now);
        return new PromiseOutcome.Changed(changed with { FirstDueAt = promise.FirstDueAt == promise.DueAt ? changed.DueAt : promise.FirstDueAt }, PromiseChangeKind.Corrected);
    }

    public static PromiseOutcome Withdraw(Promise promise, string reason, Instant now)
    {
        if (!IsOwed(promise)) return new PromiseOutcome.Closed();
        return promise.State == PromiseState.Broken || now > promise.DueAt
            ? new PromiseOutcome.PastDue()
            : new PromiseOutcome.Changed(promise with { State = PromiseState.Withdrawn, Reason = reason, ClosedAt = now, OfferedTo = null }, PromiseChangeKind.Withdrawn);
    }

    /// <summary>It became due and is not done.</summary>
    public static PromiseOutcome Break(Promise promise, Instant now) => promise.State == PromiseState.Open && now > promise.DueAt
        ? new PromiseOutcome.Changed(promise with { State = PromiseState.Broken }, PromiseChangeKind.Broken)
        : new PromiseOutcome.Same();

    public static PromiseOutcome Offer(Promise promise, Chat.MemberId to)
    {
        if (!IsOwed(promise)) return new PromiseOutcome.Closed();
        return promise.MakerId == to || promise.OfferedTo == to
            ? new PromiseOutcome.Same()
            : new PromiseOutcome.Changed(promise with { OfferedTo = to }, PromiseChangeKind.Offered);
    }

    /// <summary>Whoever accepts has to keep it from now on; until then its maker had to.</summary>
    public static PromiseOutcome Accept(Promise promise, Chat.MemberId by)
    {
        if (!IsOwed(promise)) return new PromiseOutcome.Closed();
        return promise.OfferedTo == by
            ? new PromiseOutcome.Changed(promise with { MakerId = by, OfferedTo = null, LentBy = null }, PromiseChangeKind.HandedOver)
            : new PromiseOutcome.Same();
    }

    public static PromiseOutcome Decline(Promise promise, Chat.MemberId by) => promise.OfferedTo == by
        ? new PromiseOutcome.Changed(promise with { OfferedTo = null }, PromiseChangeKind.Declined)
        : new PromiseOutcome.Same();

    public static PromiseOutcome GiveCause(Promise promise, string cause) => !IsMiss(promise) || promise.Cause == cause
        ? new PromiseOutcome.Same()
        : new PromiseOutcome.Changed(promise with { Cause = cause }, PromiseChangeKind.CauseGiven);

    /// <summary>As it was before the newest change. What was only just given is taken back.</summary>
    /// <param name="before">The revision before; null for the first.</param>
    /// <param name="changedAt">When the newest revision was made; null where that was the bot.</param>
    public static PromiseOutcome Undo(Promise promise, Promise? before, Instant? changedAt, Instant now)
    {
        if (changedAt is not { } at || now - at > UndoTime) return new PromiseOutcome.TooLate();
        if (before is null or { State: PromiseState.Draft })
        {
            return IsOwed(promise)
                ? new PromiseOutcome.Changed(promise with { State = PromiseState.Withdrawn, ClosedAt = now, OfferedTo = null }, PromiseChangeKind.Withdrawn)
                : new PromiseOutcome.Closed();
        }

        return new PromiseOutcome.Changed(before with { Customer = promise.Customer, Revision = promise.Revision }, PromiseChangeKind.Undone);
    }

    public static PromiseClass ClassOf(Promise promise) => ClassOf(promise.State, promise.MoveCount);

    public static PromiseClass ClassOf(PromiseState state, int moves) => state switch
    {
        PromiseState.Withdrawn or PromiseState.Draft => PromiseClass.Withdrawn,
        PromiseState.Broken => PromiseClass.Broken,
        PromiseState.KeptLate => PromiseClass.Late,
        _ when moves >= LateMoves => PromiseClass.Late,
        _ when moves > 0 => PromiseClass.Renegotiated,
        PromiseState.Kept => PromiseClass.Kept,
        _ => PromiseClass.Open,
    };

    /// <summary>Every miss has a cause.</summary>
    public static bool IsMiss(Promise promise) => ClassOf(promise) is PromiseClass.Late or PromiseClass.Broken;
}

/// <summary>How promises counted in a time (rule C6).</summary>
/// <param name="Renegotiated">Once, before they were due.</param>
public sealed record PromiseTally(int Kept, int Late, int Broken, int Renegotiated, int Withdrawn)
{
    public static PromiseTally Of(IEnumerable<(PromiseState State, int Moves, int Count)> counted)
    {
        var byClass = counted.GroupBy(each => PromiseRules.ClassOf(each.State, each.Moves)).ToDictionary(group => group.Key, group => group.Sum(each => each.Count));
        int CountOf(PromiseClass kind) => byClass.GetValueOrDefault(kind);
        return new PromiseTally(
            CountOf(PromiseClass.Kept), CountOf(PromiseClass.Late), CountOf(PromiseClass.Broken), CountOf(PromiseClass.Renegotiated), CountOf(PromiseClass.Withdrawn));
    }

    public int Judged => Kept + Late + Broken;

    /// <summary>Kept / (kept + late + broken), in whole per cent, rounded down: 100 means all. Null before there is one.</summary>
    public int? KeptPercent => Judged == 0 ? null : Kept * 100 / Judged;
}
