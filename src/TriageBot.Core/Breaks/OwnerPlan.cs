using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;

namespace TriageBot.Core.Breaks;

/// <summary>What an owner has set up: when they work, when they read, when their agenda comes.</summary>
public sealed record OwnerPlan(MemberId Owner, WorkCalendar Calendar, ImmutableArray<BreakWindow> Breaks, LocalTime AgendaTime, string AgendaChannel)
{
    /// <summary>Closed days, those that are over among them; the calendar knows them.</summary>
    public ImmutableArray<Closure> Closures { get; init; } = [];
}
