using NodaTime;
using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Tasks;

/// <summary>A series of tasks (rule R1). Never changed: another pattern or a pause makes a new one.</summary>
/// <param name="PausedUntil">Scheduled dates before it make no task (rule R5).</param>
public sealed record TaskSeries(string Id, Recurrence Rule, LocalDate? PausedUntil = null);

/// <summary>A task as the instance of its series. Later dates that it stands for are counted when it is looked at (<see cref="SeriesRules.CaughtUp"/>), not stored.</summary>
/// <param name="Scheduled">The date of the grid it was made for.</param>
/// <param name="Ordinal">The how manieth of its series, from 1.</param>
public sealed record TaskInSeries(TaskSeries Series, LocalDate Scheduled, int Ordinal = 1)
{
    public SeriesInstance Instance => new(Scheduled, Scheduled, Number: Ordinal);
}
