using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Duty;
using TriageBot.Core.Time;

namespace TriageBot.Core.Escalations;

/// <summary>Who is on duty at a moment, who covers, and all owners: the one type that the ladder knows about duty.</summary>
/// <param name="OnDuty">Null where a team has no owner, or all of them are away.</param>
/// <param name="Cover">Null where nobody covers.</param>
/// <param name="Owners">Those who are not away.</param>
public sealed record DutyAt(OwnerPlan? OnDuty, OwnerPlan? Cover, IReadOnlyList<OwnerPlan> Owners)
{
    /// <summary>Whose duty it would be; another than <see cref="OnDuty"/> where they are away. Null where a team has no owner.</summary>
    public OwnerPlan? Nominal { get; init; }

    /// <summary>The hand-off or exception by which it is theirs; null for none.</summary>
    public DutySpan? Span { get; init; }
}

/// <param name="Step">Working time of the service between two rungs. The last one that tells somebody has as long as an acknowledgement.</param>
/// <param name="AcknowledgementTimeOut">Working time of the service after which an acknowledgement without an answer counts for nothing.</param>
public sealed record LadderSettings(Duration Step, Duration AcknowledgementTimeOut)
{
    public static LadderSettings Standard { get; } = new(Duration.FromMinutes(10), Duration.FromMinutes(30));
}

/// <summary>The ladder of rule C9: owner on duty, cover, all owners, and a visible end. It begins with the warning of the first answer and ends with an answer.</summary>
public static class Ladder
{
    public const int OnDuty = 1;
    public const int Cover = 2;
    public const int Owners = 3;
    public const int End = 4;

    /// <summary>Whom a rung tells: nobody for the end, and for a rung that nobody stands on.</summary>
    public static IReadOnlyList<OwnerPlan> Readers(int rung, DutyAt duty) => rung switch
    {
        OnDuty => duty.OnDuty is { } onDuty ? [onDuty] : [],
        Cover => duty.Cover is { } cover && cover.Owner != duty.OnDuty?.Owner ? [cover] : [],
        Owners => [.. duty.Owners.Where(owner => owner.Owner != duty.OnDuty?.Owner && owner.Owner != duty.Cover?.Owner)],
        _ => [],
    };

    /// <summary>The next rung that somebody stands on, or the end.</summary>
    public static int Next(int rung, DutyAt duty)
    {
        var next = rung + 1;
        while (next < End && Readers(next, duty).Count == 0) next++;
        return Math.Min(next, End);
    }

    /// <summary>When the rung after this one is told, if nobody acknowledges meanwhile.</summary>
    public static Instant NextAt(int rung, DutyAt duty, Instant now, WorkCalendar service, LadderSettings settings) =>
        service.Deadline(now, Next(rung, duty) == End ? settings.AcknowledgementTimeOut : settings.Step);

    /// <summary>When an acknowledgement without an answer runs out.</summary>
    public static Instant TimesOutAt(Instant acknowledged, WorkCalendar service, LadderSettings settings) => service.Deadline(acknowledged, settings.AcknowledgementTimeOut);

    /// <summary>True while a rung may still be told.</summary>
    public static bool IsClimbing(Escalation escalation) =>
        escalation is { State: EscalationState.Open, FirstAnsweredAt: null, AcknowledgedAt: null } && escalation.Rung < End;

    /// <summary>Everybody whom the ladder has told so far.</summary>
    public static IReadOnlyList<MemberId> Told(int rung, DutyAt duty) =>
        [.. Enumerable.Range(OnDuty, Math.Min(rung, Owners)).SelectMany(reached => Readers(reached, duty)).Select(plan => plan.Owner).Distinct()];
}
