using NodaTime;
using TriageBot.Core.Duty;
using TriageBot.Core.Escalations;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Duty;

/// <summary>Who is on duty at a moment and who covers. Everything that assigns or escalates asks here and nowhere else. All it reads is remembered by the writer.</summary>
internal sealed class DutyRoster(OwnerStore owners, DutyStore store)
{
    /// <param name="at">Now or later.</param>
    public async Task<DutyAt> AtAsync(UnitOfWork unit, Instant at)
    {
        var (book, plans) = await BookAsync(unit).ConfigureAwait(false);
        return DutyRules.At(book, plans, unit.Now, at);
    }

    /// <summary>Who has what is asked of an owner by name while they are away; null while they are there, and where it is nobody.</summary>
    /// <param name="at">Now or later.</param>
    public async Task<Core.Breaks.OwnerPlan?> InsteadOfAsync(UnitOfWork unit, Core.Breaks.OwnerPlan plan, Instant at) =>
        plan.AwayAt(at) is null ? null : DutyRules.InsteadOf(await AtAsync(unit, at).ConfigureAwait(false), plan, at);

    /// <summary>Everything that says who is on duty, for whoever asks about many moments.</summary>
    public async Task<(DutyBook Book, IReadOnlyList<Core.Breaks.OwnerPlan> Owners)> BookAsync(UnitOfWork unit)
    {
        var book = await store.BookAsync(unit.Db, unit.Workspace).ConfigureAwait(false);
        var named = await owners.OnDutyAsync(unit.Db, unit.Workspace).ConfigureAwait(false);
        return (book with { Named = named?.Owner }, await owners.AllAsync(unit.Db, unit.Workspace).ConfigureAwait(false));
    }
}
