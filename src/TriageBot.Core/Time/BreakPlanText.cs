using System.Collections.Immutable;

namespace TriageBot.Core.Time;

/// <summary>An owner's breaks as typed in <c>/breaks 10:30 15m, 12:30 30m</c>.</summary>
public static class BreakPlanText
{
    /// <summary>In order of time; "none" means no breaks.</summary>
    public static ParseOutcome<ImmutableArray<BreakWindow>> Read(string text) =>
        new ParseOutcome<ImmutableArray<BreakWindow>>.Problem("Not read yet: " + text, 0, "10:30 15m");

    /// <summary>"10:30 15m, 12:30 30m"; "none" when there are none.</summary>
    public static string Print(IReadOnlyCollection<BreakWindow> plan) =>
        plan.Count == 0 ? "none" : string.Join(", ", plan.Select(window => $"{TimeText.Clock(window.Start)} {window.Minutes}m"));
}
