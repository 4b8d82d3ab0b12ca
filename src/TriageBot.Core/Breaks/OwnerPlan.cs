using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Chat;
using TriageBot.Core.Duty;
using TriageBot.Core.Time;

namespace TriageBot.Core.Breaks;

/// <summary>What an owner has set up: when they work, when they read, when their agenda comes.</summary>
public sealed record OwnerPlan(MemberId Owner, WorkCalendar Calendar, ImmutableArray<BreakWindow> Breaks, LocalTime AgendaTime, string AgendaChannel)
{
    /// <summary>Minutes kept free each day for emergencies.</summary>
    public int BufferMinutes { get; init; } = DaySettings.UsualBuffer;

    /// <summary>By function.</summary>
    public ImmutableArray<Block> Blocks { get; init; } = [];

    /// <summary>On a day with nothing to do no agenda is posted.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whoever mentions them outside of their working hours is answered as in a focus (rule H18).</summary>
    public bool HasQuietHours { get; init; }

    /// <summary>When they are away, by their beginning; those of the last weeks among them. The calendar knows them.</summary>
    public ImmutableArray<Absence> Absences { get; init; } = [];

    /// <summary>Null while they are there.</summary>
    public Absence? AwayAt(Instant at) => Absences.FirstOrDefault(away => away.Contains(at));

    /// <summary>Closed days, those that are over among them; the calendar knows them.</summary>
    public ImmutableArray<Closure> Closures { get; init; } = [];
}
