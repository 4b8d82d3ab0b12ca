using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;

namespace TriageBot.Core.Duty;

/// <summary>Who is on duty week by week. Duty changes when the logical day begins (rule T2).</summary>
/// <param name="Members">In their order; at least one.</param>
/// <param name="From">First day of the first member's first week; its weekday is the day of every change.</param>
public sealed record Rotation(ImmutableArray<MemberId> Members, LocalDate From, DateTimeZone Zone, LocalTime DayStart)
{
    public const int MostMembers = 12;

    public MemberId At(Instant at) => Members[IndexAt(at)];

    /// <summary>The first change later than a moment.</summary>
    public Instant NextTurn(Instant after)
    {
        var today = LogicalDay.Of(after, Zone, DayStart);
        return StartOf(today < From ? From : From.PlusWeeks(WeeksUntil(today) + 1));
    }

    /// <summary>Everybody in the order in which they come after a member's week.</summary>
    public IEnumerable<MemberId> After(MemberId member)
    {
        var index = Members.IndexOf(member);
        return Members.Concat(Members).Skip(index + 1).Take(index < 0 ? Members.Length : Members.Length - 1);
    }

    private int IndexAt(Instant at) => WeeksUntil(LogicalDay.Of(at, Zone, DayStart)) % Members.Length;

    private int WeeksUntil(LocalDate today) => Math.Max(0, Period.DaysBetween(From, today) / 7);

    private Instant StartOf(LocalDate date) => LogicalDay.Bounds(date, Zone, DayStart).Start;
}
