using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Breaks;

/// <summary>The planned breaks of a plan from a day on, laid out once and only as far as anybody has looked. Thread-safe.</summary>
internal sealed class BreakLayout(LocalDate first, Duration ceiling, IEnumerable<IReadOnlyList<Break>> days)
{
    private readonly Lock gate = new();
    private readonly List<IReadOnlyList<Break>> laidOut = [];
    private IEnumerator<IReadOnlyList<Break>>? walk;

    public LocalDate First { get; } = first;

    public Duration Ceiling { get; } = ceiling;

    /// <exception cref="NoOpenTimeException">Where there is no more working time to look into; asked again, it says so again.</exception>
    public IEnumerable<Break> Breaks
    {
        get
        {
            for (var index = 0; DayAt(index) is { } breaks; index++)
            {
                foreach (var span in breaks) yield return span;
            }
        }
    }

    private IReadOnlyList<Break>? DayAt(int index)
    {
        lock (gate)
        {
            while (laidOut.Count <= index)
            {
                walk ??= days.Skip(laidOut.Count).GetEnumerator();
                try
                {
                    if (!walk.MoveNext()) return null;
                }
                catch
                {
                    // A walk that has failed cannot go on; the next one begins anew, and fails at the same place.
                    walk = null;
                    throw;
                }

                laidOut.Add(walk.Current);
            }

            return laidOut[index];
        }
    }
}
