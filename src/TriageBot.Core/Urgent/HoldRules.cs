using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Escalations;
using TriageBot.Core.Time;

namespace TriageBot.Core.Urgent;

/// <summary>Where a held message waits: the break that releases it, and the time its requester is promised (rule H1).</summary>
/// <param name="PutsInBreak">True when <paramref name="Break"/> stands in no plan yet: the hold ceiling forces it (rule H2).</param>
/// <param name="PromisedAt">End of the break and answer margin, rounded up to 5 minutes.</param>
public sealed record HoldPlace(Break Break, Instant PromisedAt, bool PutsInBreak);

/// <summary>Where one more message of the same kind is held: a new one, or once more the same (rule H11).</summary>
public static class HoldRules
{
    /// <summary>The same text again within this time is the same message.</summary>
    public static readonly Duration MergeWindow = Duration.FromMinutes(10);

    /// <summary>A newcomer joins a running drain only with this much of the break left (rule H7).</summary>
    public static readonly Duration JoinWindow = Duration.FromMinutes(5);

    /// <summary>An answer needs so much working time of the service between its reading and the deadline (rule H2).</summary>
    public static readonly Duration AnswerTime = Duration.FromMinutes(15);

    /// <summary>The next break with room, or a forced one where that would outlast the ceiling or what the service level allows.</summary>
    /// <param name="waitingSince">When it was first asked.</param>
    /// <param name="upcoming">Breaks in order of their start.</param>
    /// <param name="load">Messages already held for each break, by its key.</param>
    /// <param name="limit">What the service level allows; null where none speaks, or it can no longer be kept (<see cref="LimitOf"/>).</param>
    /// <exception cref="NoOpenTimeException">The owner has no working hours within 400 days.</exception>
    public static HoldPlace Place(
        Instant waitingSince,
        Instant now,
        IEnumerable<Break> upcoming,
        IReadOnlyDictionary<string, int> load,
        WorkCalendar calendar,
        HoldSettings settings,
        HoldLimit? limit = null)
    {
        var ceiling = calendar.NextOpen(calendar.Deadline(waitingSince, settings.Ceiling));
        if (limit is not null) ceiling = Earlier(ceiling, ReadBy(limit, now, calendar), now);
        Break? crowded = null;
        foreach (var candidate in upcoming.Where(candidate => candidate.Start >= now))
        {
            // A ceiling that is already past cannot be kept any more; the next break with room is then the honest answer.
            if (candidate.Start > ceiling && ceiling >= now) break;
            if (load.GetValueOrDefault(candidate.Key) < Room(candidate, settings)) return InTime(candidate, PromiseOf(candidate, settings), limit, putsIn: false);
            if (candidate.Kind == BreakKind.Forced) crowded = candidate;
        }

        // One forced break is enough: more messages make it longer than planned, and the promise says so.
        if (crowded is not null) return InTime(crowded, PromiseOf(Stretched(crowded, load, settings), settings), limit, putsIn: false);
        var start = Instant.Max(now, FloorTo5Minutes(Instant.Max(now, ceiling)));
        var forced = new Break("", BreakKind.Forced, start, start + BreakSchedule.ForcedLength);
        return InTime(forced, PromiseOf(forced, settings), limit, putsIn: true);
    }

    /// <summary>The limit that a message still has: once a break was there for it and L is past, or the deadline itself is, no further one is put in; the ladder of rule C9 goes on alone.</summary>
    public static HoldLimit? LimitOf(HeldMessage message, Instant now) =>
        message.Limit is { } limit && (limit.Latest > now || (message.ReleaseAt > now && limit.Due > now)) ? limit : null;

    /// <summary>The moment at which it must be read: L where the owner is at work then, else their last moment before, else their next one; at once when L is past.</summary>
    public static Instant ReadBy(HoldLimit limit, Instant now, WorkCalendar calendar) => ReaderHours.For(Instant.Max(limit.Latest, now), now, calendar);

    /// <summary>Nobody is promised a time after the deadline while there is a break before it.</summary>
    private static HoldPlace InTime(Break span, Instant promise, HoldLimit? limit, bool putsIn) =>
        new(span, limit is not null && span.Start < limit.Due ? Instant.Min(promise, limit.Due) : promise, putsIn);

    private static Instant Earlier(Instant ceiling, Instant readBy, Instant now) => ceiling < now ? readBy : Instant.Min(ceiling, readBy);

    /// <summary>How many messages a break is expected to take; at least 1.</summary>
    public static int Room(Break span, HoldSettings settings) => Math.Max(1, (int)(span.Length / settings.TimePerItem));

    /// <summary>A break as long as its messages and one more will take.</summary>
    private static Break Stretched(Break span, IReadOnlyDictionary<string, int> load, HoldSettings settings) =>
        span with { End = Instant.Max(span.End, span.Start + (settings.TimePerItem * (load.GetValueOrDefault(span.Key) + 1))) };

    public static Instant PromiseOf(Break span, HoldSettings settings) => CeilingTo5Minutes(span.End + settings.AnswerMargin);

    private static Instant FloorTo5Minutes(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds() / 300 * 300);

    private static Instant CeilingTo5Minutes(Instant instant) =>
        FloorTo5Minutes(instant + Duration.FromMinutes(5) - Duration.FromMilliseconds(1));
}
