using NodaTime;

namespace TriageBot.Core.Time;

/// <summary>A break as it recurs every working day.</summary>
/// <param name="Minutes">1–240.</param>
public sealed record BreakWindow(LocalTime Start, int Minutes);
