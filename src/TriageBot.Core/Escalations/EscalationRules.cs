using NodaTime;
using TriageBot.Core.ServiceLevels;
using TriageBot.Core.Time;

namespace TriageBot.Core.Escalations;

/// <summary>What became of an act on an escalation.</summary>
public abstract record EscalationOutcome
{
    private EscalationOutcome()
    {
    }

    public sealed record Changed(Escalation Escalation) : EscalationOutcome;

    /// <summary>It is so already.</summary>
    public sealed record Same : EscalationOutcome;

    /// <summary>Nobody waits before the customer has heard from a person (rule C2).</summary>
    public sealed record AnswerFirst : EscalationOutcome;

    public sealed record AlreadySolved : EscalationOutcome;

    /// <summary>Solved too long ago to go on: a new item with a link (rule C3).</summary>
    public sealed record TooOld : EscalationOutcome;
}

/// <summary>What acts do to an escalation and its three clocks (rules C1–C3).</summary>
public static class EscalationRules
{
    /// <summary>Within so many working days a solved matter goes on when it is reopened.</summary>
    public const int ReopenDays = 3;

    /// <param name="escalation">Without clocks.</param>
    public static Escalation Open(Escalation escalation, LevelTerms terms, Instant now)
    {
        var targets = terms.At(now).Targets;
        return escalation with
        {
            Level = terms.Name,
            State = EscalationState.Open,
            OpenedAt = now,
            Clocks =
            [
                ClockRules.Start(ClockKind.FirstAnswer, 1, now, targets.FirstAnswer, terms.Calendar),
                ClockRules.Start(ClockKind.Resolution, 1, now, targets.Resolution, terms.Calendar),
            ],
        };
    }

    /// <summary>A person has answered the customer.</summary>
    public static EscalationOutcome Answer(Escalation escalation, Utterance how, LevelTerms terms, Instant now)
    {
        if (escalation.State == EscalationState.Solved) return new EscalationOutcome.AlreadySolved();
        if (!AnswerRule.IsHumanAnswer(how)) return new EscalationOutcome.Same();
        return new EscalationOutcome.Changed(escalation with
        {
            FirstAnsweredAt = escalation.FirstAnsweredAt ?? now,
            NobodyAnsweredAt = null,
            Clocks = Map(escalation, clock => clock.Kind == ClockKind.Resolution ? clock : ClockRules.End(clock, now, terms.Calendar)),
        });
    }

    /// <summary>The customer wrote: a pause is over, and from the earliest unanswered message on somebody owes an answer.</summary>
    public static EscalationOutcome CustomerWrote(Escalation escalation, LevelTerms terms, Instant now)
    {
        if (escalation.State == EscalationState.Solved) return new EscalationOutcome.AlreadySolved();
        var resumed = Resumed(escalation, terms, now);
        if (!resumed.IsAnswered || resumed.Latest(ClockKind.NextAnswer) is { EndedAt: null })
        {
            return resumed == escalation ? new EscalationOutcome.Same() : new EscalationOutcome.Changed(resumed);
        }

        return new EscalationOutcome.Changed(resumed with { Clocks = resumed.Clocks.Add(NextAnswer(resumed, terms, now)) });
    }

    /// <summary>We wait for the customer: the matter stands still (rule C2).</summary>
    /// <param name="until">When it goes on by itself; null for only when the customer writes.</param>
    public static EscalationOutcome Wait(Escalation escalation, string reason, Instant? until, LevelTerms terms, Instant now)
    {
        if (escalation.State == EscalationState.Solved) return new EscalationOutcome.AlreadySolved();
        if (!escalation.IsAnswered || escalation.Latest(ClockKind.NextAnswer) is { EndedAt: null }) return new EscalationOutcome.AnswerFirst();
        return new EscalationOutcome.Changed(escalation with
        {
            State = EscalationState.Waiting,
            WaitReason = reason,
            WaitUntilAt = until,
            Clocks = Map(escalation, clock => ClockRules.Pause(clock, now, terms.Calendar)),
        });
    }

    /// <summary>The date of a pause has come, or somebody goes on by hand.</summary>
    public static EscalationOutcome Resume(Escalation escalation, LevelTerms terms, Instant now) => escalation.State == EscalationState.Waiting
        ? new EscalationOutcome.Changed(Resumed(escalation, terms, now))
        : new EscalationOutcome.Same();

    public static EscalationOutcome Solve(Escalation escalation, LevelTerms terms, Instant now) => escalation.State == EscalationState.Solved
        ? new EscalationOutcome.AlreadySolved()
        : new EscalationOutcome.Changed(escalation with
        {
            State = EscalationState.Solved,
            SolvedAt = now,
            FirstAnsweredAt = escalation.FirstAnsweredAt ?? now,
            WaitReason = "",
            WaitUntilAt = null,
            NobodyAnsweredAt = null,
            Clocks = Map(escalation, clock => ClockRules.End(clock, now, terms.Calendar)),
        });

    /// <summary>It was not solved after all. The resolution goes on where it ended, and the customer is owed an answer.</summary>
    public static EscalationOutcome Reopen(Escalation escalation, LevelTerms terms, Instant now)
    {
        if (escalation is not { State: EscalationState.Solved, SolvedAt: { } solved }) return new EscalationOutcome.Same();
        var lastDay = terms.Calendar.AddWorkingDays(solved.InZone(terms.Calendar.Zone).Date, ReopenDays);
        if (now.InZone(terms.Calendar.Zone).Date > lastDay) return new EscalationOutcome.TooOld();
        var reopened = escalation with
        {
            State = EscalationState.Open,
            SolvedAt = null,
            SolvedBy = null,
            Clocks = Map(escalation, clock => clock.Kind == ClockKind.Resolution ? ClockRules.Reopen(clock, now, terms.Calendar) : clock),
        };
        return new EscalationOutcome.Changed(reopened with { Clocks = reopened.Clocks.Add(NextAnswer(reopened, terms, now)) });
    }

    /// <summary>The customer got another level, or came to this one by a merge (rule C3).</summary>
    public static Escalation ChangeLevel(Escalation escalation, LevelTerms before, LevelTerms after, Instant now)
    {
        var targets = after.At(now).Targets;
        return escalation with
        {
            Level = after.Name,
            Clocks = Map(escalation, clock => ClockRules.ChangeLevel(clock, now, before.Calendar, after.Calendar, TargetOf(clock.Kind, targets))),
        };
    }

    /// <summary>The level's hours or closures changed (rule T7).</summary>
    public static Escalation ChangeHours(Escalation escalation, WorkCalendar before, WorkCalendar after, Instant now) =>
        escalation with { Clocks = Map(escalation, clock => ClockRules.ChangeHours(clock, now, before, after)) };

    public static Duration TargetOf(ClockKind kind, LevelTargets targets) => kind switch
    {
        ClockKind.FirstAnswer => targets.FirstAnswer,
        ClockKind.NextAnswer => targets.NextAnswer,
        ClockKind.Resolution => targets.Resolution,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This clock has no target."),
    };

    private static Escalation Resumed(Escalation escalation, LevelTerms terms, Instant now) => escalation.State != EscalationState.Waiting
        ? escalation
        : escalation with
        {
            State = EscalationState.Open,
            WaitReason = "",
            WaitUntilAt = null,
            Clocks = Map(escalation, clock => ClockRules.Resume(clock, now, terms.Calendar)),
        };

    private static ServiceClock NextAnswer(Escalation escalation, LevelTerms terms, Instant now) => ClockRules.Start(
        ClockKind.NextAnswer,
        escalation.Clocks.Count(clock => clock.Kind == ClockKind.NextAnswer) + 1,
        now,
        terms.At(now).Targets.NextAnswer,
        terms.Calendar);

    private static System.Collections.Immutable.ImmutableArray<ServiceClock> Map(Escalation escalation, Func<ServiceClock, ServiceClock> change) => [.. escalation.Clocks.Select(change)];
}
