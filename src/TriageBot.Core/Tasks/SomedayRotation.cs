using NodaTime;

namespace TriageBot.Core.Tasks;

/// <summary>What the agenda shows of the someday-maybe list.</summary>
/// <param name="Eligible">How many take turns.</param>
/// <param name="WorkingDays">All are seen within so many working days.</param>
public sealed record SomedayTurn(IReadOnlyList<TaskItem> Shown, int Eligible, int WorkingDays);

/// <summary>Three someday-maybe items a working day, taking turns (rule S2).</summary>
public static class SomedayRotation
{
    public const int PerDay = 3;

    /// <summary>What was shown today already is shown again: the turn passes on once a day.</summary>
    /// <param name="eligible">Items whose next review has come, in any order.</param>
    public static SomedayTurn Turn(IReadOnlyCollection<TaskItem> eligible, LocalDate today)
    {
        var shownToday = eligible.Where(item => item.LastShownOn == today).OrderBy(item => item.Number).Take(PerDay).ToList();
        var shown = shownToday.Count > 0
            ? shownToday
            : [.. eligible.OrderBy(item => item.LastShownOn ?? LocalDate.MinIsoValue).ThenBy(item => item.CreatedAt).ThenBy(item => item.Number).Take(PerDay)];
        return new SomedayTurn(shown, eligible.Count, (eligible.Count + PerDay - 1) / PerDay);
    }
}
