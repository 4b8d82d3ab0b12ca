using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Agenda;

/// <summary>What became of each owner's agenda on each logical day. The key is the promise of rule A1.</summary>
internal sealed class AgendaStore
{
    public async Task<AgendaHistory> HistoryAsync(UnitOfWork unit, MemberId owner) =>
        await unit.Db.FirstOrDefaultAsync<Row>(
            """
            select max(on_date) as last_on, max(case when outcome <> 'Skipped' then decided_at end) as last_sent_at
            from agendas where workspace_id = @workspace and owner_id = @owner
            """,
            new { workspace = unit.Workspace.Id.Value, owner = owner.Value }).ConfigureAwait(false) is { } row
                ? new AgendaHistory(row.LastOn, row.LastSentAt)
                : AgendaHistory.None;

    /// <returns>False when the day was decided already: whatever was to be sent for it must not be sent again.</returns>
    public async Task<bool> AddAsync(UnitOfWork unit, MemberId owner, AgendaDay day) =>
        await unit.Db.ExecuteAsync(
            """
            insert into agendas (workspace_id, owner_id, on_date, outcome, decided_at)
            values (@workspace, @owner, @On, @outcome, @now)
            on conflict (workspace_id, owner_id, on_date) do nothing
            """,
            new { workspace = unit.Workspace.Id.Value, owner = owner.Value, day.On, outcome = day.Outcome.ToString(), now = unit.Now }).ConfigureAwait(false) == 1;

    private sealed class Row
    {
        public LocalDate? LastOn { get; init; }

        public Instant? LastSentAt { get; init; }
    }
}
