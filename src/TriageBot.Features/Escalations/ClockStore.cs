using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Storage;

namespace TriageBot.Features.Escalations;

/// <summary>Rows of clocks, and what they measured (rule C5).</summary>
public sealed class ClockStore
{
    /// <summary>Matters of a level that can have a clock which ended after a moment. Each half has an index, however many were solved before; the cross joins keep them first.</summary>
    private const string MattersOfLevel =
        """
        (select number, opened_at from escalations where workspace_id = @workspace and level = @level and state <> 'Solved'
         union all
         select number, opened_at from escalations where workspace_id = @workspace and level = @level and state = 'Solved' and solved_at >= @since) as e
        """;

    /// <summary>In the order in which they were started. The database gives them in the order of its key; to sort two or three there would cost more than to read them.</summary>
    public async Task<ImmutableArray<ServiceClock>> OfAsync(DbSession db, WorkspaceId workspace, long number) =>
        [.. (await db.QueryAsync<Row>(
            """
            select kind, ordinal, started_at, used_ms, running_since_at, target_ms, is_re_tiered, due_at, warned_at, breached_at, breach_told_at, ended_at
            from escalation_clocks where workspace_id = @workspace and number = @number order by kind, ordinal
            """,
            new { workspace = workspace.Value, number }).ConfigureAwait(false)).OrderBy(row => row.StartedAt).Select(row => row.ToClock())];

    /// <summary>Writes all clocks of an escalation.</summary>
    public async Task SaveAsync(UnitOfWork unit, Escalation escalation)
    {
        foreach (var clock in escalation.Clocks)
        {
            await unit.Db.ExecuteAsync(
                """
                insert into escalation_clocks (workspace_id, number, kind, ordinal, started_at, used_ms, running_since_at, target_ms, is_re_tiered, due_at, warned_at,
                    breached_at, breach_told_at, ended_at)
                values (@workspace, @number, @kind, @ordinal, @StartedAt, @used, @RunningSinceAt, @target, @IsReTiered, @DueAt, @WarnedAt, @BreachedAt, @BreachToldAt, @EndedAt)
                on conflict (workspace_id, number, kind, ordinal) do update set used_ms = excluded.used_ms, running_since_at = excluded.running_since_at,
                    target_ms = excluded.target_ms, is_re_tiered = excluded.is_re_tiered, due_at = excluded.due_at, warned_at = excluded.warned_at,
                    breached_at = excluded.breached_at, breach_told_at = excluded.breach_told_at, ended_at = excluded.ended_at
                """,
                new
                {
                    workspace = unit.Workspace.Id.Value,
                    number = escalation.Number,
                    kind = clock.Kind.ToString(),
                    ordinal = clock.Ordinal,
                    clock.StartedAt,
                    used = (long)clock.Used.TotalMilliseconds,
                    clock.RunningSinceAt,
                    target = (long)clock.Target.TotalMilliseconds,
                    clock.IsReTiered,
                    clock.DueAt,
                    clock.WarnedAt,
                    clock.BreachedAt,
                    clock.BreachToldAt,
                    clock.EndedAt,
                }).ConfigureAwait(false);
        }
    }

    /// <summary>Clocks of a level that ended, or were breached and still run, after a moment: how many, and how many were in time.</summary>
    public Task<IReadOnlyList<MeasuredClocks>> MeasureAsync(DbSession db, WorkspaceId workspace, string level, Instant since) =>
        db.QueryAsync<MeasuredClocks>(
            $"""
             select c.kind, count(*) as count, coalesce(sum(case when c.breached_at is null then 1 else 0 end), 0) as kept
             from {MattersOfLevel} cross join escalation_clocks c
             where c.workspace_id = @workspace and c.number = e.number and coalesce(c.ended_at, c.breached_at) >= @since
             group by c.kind
             """,
            new { workspace = workspace.Value, level, since });

    /// <summary>Working time that the first answers of a level took after a moment.</summary>
    public async Task<IReadOnlyList<Duration>> FirstAnswersAsync(DbSession db, WorkspaceId workspace, string level, Instant since) =>
        [.. (await db.QueryAsync<long>(
            $"""
             select c.used_ms from {MattersOfLevel} cross join escalation_clocks c
             where c.workspace_id = @workspace and c.number = e.number and c.kind = 'FirstAnswer' and c.ended_at >= @since
             """,
            new { workspace = workspace.Value, level, since }).ConfigureAwait(false)).Select(used => Duration.FromMilliseconds(used))];

    /// <summary>How long it took to solve the last matters of a level that were opened after a moment, those that are open among them.</summary>
    public Task<IReadOnlyList<MatterTime>> ResolutionsAsync(DbSession db, WorkspaceId workspace, string level, Instant since, int most) =>
        db.QueryAsync<MatterTime>(
            $"""
             select c.used_ms, c.running_since_at, c.ended_at from {MattersOfLevel} cross join escalation_clocks c
             where c.workspace_id = @workspace and c.number = e.number and c.kind = 'Resolution' and e.opened_at >= @since
             order by e.opened_at desc limit @most
             """,
            new { workspace = workspace.Value, level, since, most });

    /// <summary>Clocks of an item that joined another measure nothing.</summary>
    public Task RemoveAsync(UnitOfWork unit, long number) =>
        unit.Db.ExecuteAsync(
            "delete from escalation_clocks where workspace_id = @workspace and number = @number",
            new { workspace = unit.Workspace.Id.Value, number });

    private sealed class Row
    {
        public ClockKind Kind { get; init; }

        public int Ordinal { get; init; }

        public Instant StartedAt { get; init; }

        public long UsedMs { get; init; }

        public Instant? RunningSinceAt { get; init; }

        public long TargetMs { get; init; }

        public bool IsReTiered { get; init; }

        public Instant? DueAt { get; init; }

        public Instant? WarnedAt { get; init; }

        public Instant? BreachedAt { get; init; }

        public Instant? BreachToldAt { get; init; }

        public Instant? EndedAt { get; init; }

        public ServiceClock ToClock() => new()
        {
            Kind = Kind,
            Ordinal = Ordinal,
            StartedAt = StartedAt,
            Used = Duration.FromMilliseconds(UsedMs),
            RunningSinceAt = RunningSinceAt,
            Target = Duration.FromMilliseconds(TargetMs),
            IsReTiered = IsReTiered,
            DueAt = DueAt,
            WarnedAt = WarnedAt,
            BreachedAt = BreachedAt,
            BreachToldAt = BreachToldAt,
            EndedAt = EndedAt,
        };
    }
}

/// <summary>How the clocks of one kind ended.</summary>
public sealed class MeasuredClocks
{
    public ClockKind Kind { get; init; }

    public int Count { get; init; }

    public int Kept { get; init; }
}

/// <summary>How long a matter took, or has taken so far.</summary>
public sealed class MatterTime
{
    public long UsedMs { get; init; }

    public Instant? RunningSinceAt { get; init; }

    public Instant? EndedAt { get; init; }
}
