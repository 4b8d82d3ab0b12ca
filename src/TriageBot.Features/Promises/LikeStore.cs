using NodaTime;
using TriageBot.Core.Promises;
using TriageBot.Core.ServiceLevels;
using TriageBot.Features.Escalations;

namespace TriageBot.Features.Promises;

/// <summary>Matters like a new promise: earlier promises and escalations under the same service level, in its working time (rule C7).</summary>
internal sealed class LikeStore(ClockStore clocks)
{
    private const int Most = 200;

    private static readonly Duration Since = Duration.FromDays(180);

    /// <param name="number">Of the promise itself: one that moves is no matter like itself.</param>
    public async Task<LikeMatters> OfAsync(UnitOfWork unit, LevelTerms terms, long number)
    {
        var rows = await clocks.ResolutionsAsync(unit.Db, unit.Workspace.Id, terms.Name, unit.Now - Since, Most).ConfigureAwait(false);
        var promised = await unit.Db.QueryAsync<MatterTime>(
            $"""
             select coalesce(took_ms, 0) as used_ms, case when took_ms is null then made_at end as running_since_at, closed_at as ended_at from promises
             where workspace_id = @workspace and number <> @number and level = @level and state in ('Open', 'Kept', 'KeptLate', 'Broken') and made_at >= @since
             order by made_at desc limit {Most}
             """,
            new { workspace = unit.Workspace.Id.Value, level = terms.Name, number, since = unit.Now - Since }).ConfigureAwait(false);
        var all = rows.Concat(promised).ToList();
        return new LikeMatters(
            [.. all.Where(row => row.EndedAt is not null).Select(row => Duration.FromMilliseconds(row.UsedMs))],
            [.. all.Where(row => row.EndedAt is null).Select(row => Age(row, terms, unit.Now))]);
    }

    private static Duration Age(MatterTime row, LevelTerms terms, Instant now) =>
        Duration.FromMilliseconds(row.UsedMs) + (row.RunningSinceAt is { } since && since < now ? terms.Calendar.WorkingTime(since, now) : Duration.Zero);
}
