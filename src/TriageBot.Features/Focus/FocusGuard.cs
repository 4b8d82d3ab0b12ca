using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Features.BreakGlass;

namespace TriageBot.Features.Focus;

/// <summary>Nobody breaks the glass of an owner in focus or with a customer; safety words do not ask (rule H18). Quiet hours guard nobody from it.</summary>
internal sealed class FocusGuard(FocusBook book) : IAttentionGuard
{
    public async Task<Instant?> ClosedUntilAsync(UnitOfWork unit, MemberId owner) => (await book.CurrentAsync(unit, owner).ConfigureAwait(false))?.EndsAt;
}
