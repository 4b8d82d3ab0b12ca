using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Features.BreakGlass;

/// <summary>The one place that is asked before an owner is interrupted (rule H18): in focus and client time only safety words get through.</summary>
internal interface IAttentionGuard
{
    /// <returns>Until when the owner may not be interrupted; null when they may be now.</returns>
    Task<Instant?> ClosedUntilAsync(UnitOfWork unit, MemberId owner);
}
