using NodaTime;
using TriageBot.Core.Promises;
using TriageBot.Core.ServiceLevels;

namespace TriageBot.Features.Promises;

/// <summary>Matters like a new promise: earlier promises and escalations under the same service level, in its working time (rule C7).</summary>
internal sealed class LikeStore
{
    private static readonly Duration Since = Duration.FromDays(180);

    public async Task<LikeMatters> OfAsync(UnitOfWork unit, LevelTerms terms)
    {
        var rows = await unit.Db.QueryAsync<Row>(
            """
            select c.used_ms, c.running_since_at, c.ended_at from escalation_clocks c
            join escalations e on e.workspace_id = c.workspace_id and e.number = c.number
            where c.workspace_id = @workspace and e.level = @level and c.kind = 'Resolution' and e.opened_at >= @since
            order by e.opened_at desc limit 200
            """,
            new { workspace = unit.Workspace.Id.Value, level = terms.Name, since = unit.Now - Since }).ConfigureAwait(false);
        var promised = await unit.Db.QueryAsync<Row>(
            """
            select coalesce(took_ms, 0) as used_ms, case when took_ms is null then made_at end as running_since_at, closed_at as ended_at from promises
            where workspace_id = @workspace and level = @level and state in ('Open', 'Kept', 'KeptLate', 'Broken') and made_at >= @since
            order by made_at desc limit 200
            """,
            new { workspace = unit.Workspace.Id.Value, level = terms.Name, since = unit.Now - Since }).ConfigureAwait(false);
        var all = rows.Concat(promised).ToList();
        return new LikeMatters(
            [.. all.Where(row => row.EndedAt is not null).Select(row => Duration.FromMilliseconds(row.UsedMs))],
            [.. all.Where(row => row.EndedAt is null).Select(row => Age(row, terms, unit.Now))]);
    }

    private static Duration Age(Row row, LevelTerms terms, Instant now) =>
        Duration.FromMilliseconds(row.UsedMs) + (row.RunningSinceAt is { } since && since < now ? terms.Calendar.WorkingTime(since, now) : Duration.Zero);

    private sealed class Row
    {
        public long UsedMs { get; init; }

        public Instant? RunningSinceAt { get; init; }

        public Instant? EndedAt { get; init; }
    }
}
