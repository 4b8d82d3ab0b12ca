using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Duty;

/// <summary>A capability with something of its own that goes along with a hand-off: promises, warnings (rule W2).</summary>
internal interface IHandedOver
{
    /// <summary>From now on it is the taker's.</summary>
    Task BeginAsync(UnitOfWork unit, MemberId giver, MemberId taker);

    /// <summary>The time is over: what was taken on since then and is not finished goes back.</summary>
    /// <returns>How many went back to the queue.</returns>
    Task<int> EndAsync(UnitOfWork unit, MemberId giver, MemberId taker, Instant since);
}
