using System.Collections.Immutable;

namespace TriageBot.Core.Time.DueDates;

/// <summary>A duration as it was said: "2 weeks and 3 days".</summary>
/// <param name="Parts">1–3.</param>
internal sealed record OffsetSaid(ImmutableArray<(int Count, DueUnit Unit)> Parts)
{
    public bool HasClockUnit => Parts.Any(part => part.Unit is DueUnit.Minute or DueUnit.Hour);

    public bool HasCalendarUnit => Parts.Any(part => part.Unit is not (DueUnit.Minute or DueUnit.Hour));

    public int Minutes => Parts.Sum(part => part.Unit switch
    {
        DueUnit.Minute => part.Count,
        DueUnit.Hour => part.Count * 60,
        _ => 0,
    });

    /// <summary>"2 weeks 3 days"</summary>
    public override string ToString() => string.Join(' ', Parts.Select(part => Counted(part.Count, part.Unit)));

    private static string Counted(int count, DueUnit unit) => $"{count} {unit.ToString().ToLowerInvariant()}{(count == 1 ? "" : "s")}";
}
