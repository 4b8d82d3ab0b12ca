using NodaTime;

namespace TriageBot.Clock;

/// <summary>A clock that can be moved ahead by hand.</summary>
public interface IMovableClock
{
    Instant Now { get; }

    /// <summary>Moves ahead, never back.</summary>
    void MoveTo(Instant target);
}
