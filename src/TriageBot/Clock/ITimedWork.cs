using NodaTime;

namespace TriageBot.Clock;

/// <summary>Work that becomes due by the clock.</summary>
public interface ITimedWork
{
    /// <summary>Does everything that is due now.</summary>
    /// <returns>When something is due next; null when nothing is.</returns>
    Task<Instant?> RunDueAsync(CancellationToken ct);
}
