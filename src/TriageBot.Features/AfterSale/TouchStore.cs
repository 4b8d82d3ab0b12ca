using NodaTime;
using TriageBot.Core.AfterSale;
using TriageBot.Core.Chat;
using TriageBot.Storage;

namespace TriageBot.Features.AfterSale;

/// <summary>Rows of touches.</summary>
internal sealed class TouchStore
{
    /// <summary>So many are looked at for one day; what is due longest comes first.</summary>
    private const int MostDue = 200;

    private const string Select =
        """
        select t.id, t.customer_id, c.name as customer, c.last_contact_at, t.kind, t.what, t.anchor_on, t.every_days, t.due_on, t.later_on, t.keeper_id
        from customer_touches t join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id
        where t.workspace_id = @workspace and not t.is_off and c.merged_into is null
        """;

    public async Task<Touch> InsertAsync(UnitOfWork unit, Touch touch, MemberId by) => touch with
    {
        Id = await unit.Db.SingleAsync<long>(
            """
            insert into customer_touches (workspace_id, id, customer_id, kind, what, anchor_on, every_days, due_on, keeper_id, created_at, created_by)
            select @workspace, coalesce(max(id), 0) + 1, @CustomerId, @kind, @What, @AnchorOn, @EveryDays, @DueOn, @KeeperId, @now, @by
            from customer_touches where workspace_id = @workspace
            returning id
            """,
            new
            {
                workspace = unit.Workspace.Id.Value,
                touch.CustomerId,
                kind = touch.Kind.ToString(),
                touch.What,
                touch.AnchorOn,
                touch.EveryDays,
                touch.DueOn,
                touch.KeeperId,
                now = unit.Now,
                by = by.Value,
            }).ConfigureAwait(false),
    };

    /// <summary>Saves what seeing to it changes.</summary>
    /// <param name="handled">The day on which somebody decided about it; null when nobody did.</param>
    public Task SaveAsync(UnitOfWork unit, Touch touch, LocalDate? handled) =>
        unit.Db.ExecuteAsync(
            """
            update customer_touches set anchor_on = @AnchorOn, every_days = @EveryDays, due_on = @DueOn, later_on = @LaterOn, handled_on = coalesce(@handled, handled_on)
            where workspace_id = @workspace and id = @Id
            """,
            new { workspace = unit.Workspace.Id.Value, touch.Id, touch.AnchorOn, touch.EveryDays, touch.DueOn, touch.LaterOn, handled });

    public Task<int> EndAsync(UnitOfWork unit, long id) =>
        unit.Db.ExecuteAsync("update customer_touches set is_off = true where workspace_id = @workspace and id = @id and not is_off", new { workspace = unit.Workspace.Id.Value, id });

    public Task<Touch?> FindAsync(DbSession db, WorkspaceId workspace, long id) =>
        db.FirstOrDefaultAsync<Touch>($"{Select} and t.id = @id", new { workspace = workspace.Value, id });

    /// <summary>All of a customer.</summary>
    public Task<IReadOnlyList<Touch>> OfCustomerAsync(DbSession db, WorkspaceId workspace, long customer) =>
        db.QueryAsync<Touch>($"{Select} and t.customer_id = @customer order by t.id", new { workspace = workspace.Value, customer });

    /// <summary>What may be due on a day; of intervals also some that are due a day later, for the database does not know where a day begins.</summary>
    /// <param name="end">When the day is over.</param>
    public Task<IReadOnlyList<Touch>> DueAsync(DbSession db, WorkspaceId workspace, LocalDate date, Instant end) =>
        db.QueryAsync<Touch>(
            $"""
             {Select} and (t.later_on is null or t.later_on <= @date)
               and ((t.kind <> 'Interval' and t.due_on <= @date)
                 or (t.kind = 'Interval' and t.anchor_on < @date and (c.last_contact_at is null or c.last_contact_at + (t.every_days - 1) * 86400000 <= @end)))
             order by coalesce(t.due_on, t.anchor_on), t.id limit {MostDue}
             """,
            new { workspace = workspace.Value, date, end });

    /// <summary>Touches about which somebody decided on a day.</summary>
    public Task<IReadOnlyList<Touch>> HandledAsync(DbSession db, WorkspaceId workspace, LocalDate date) =>
        db.QueryAsync<Touch>($"{Select} and t.handled_on = @date", new { workspace = workspace.Value, date });

    public Task MergeAsync(UnitOfWork unit, long from, long into) =>
        unit.Db.ExecuteAsync(
            "update customer_touches set customer_id = @into where workspace_id = @workspace and customer_id = @from",
            new { workspace = unit.Workspace.Id.Value, from, into });
}
