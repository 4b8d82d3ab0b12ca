using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Features.AfterSale;

/// <summary>Rows of what touches were before somebody decided about them.</summary>
internal sealed class TouchUndoStore
{
    /// <summary>Keeps all touches of a customer as they stand, in place of what was kept before.</summary>
    public async Task KeepAsync(UnitOfWork unit, long customer, MemberId by)
    {
        await ForgetAsync(unit, customer).ConfigureAwait(false);
        await unit.Db.ExecuteAsync(
            """
            insert into touch_undos (workspace_id, customer_id, touch_id, anchor_on, due_on, later_on, handled_on, last_contact_at, decided_at, decided_by)
            select t.workspace_id, t.customer_id, t.id, t.anchor_on, t.due_on, t.later_on, t.handled_on, c.last_contact_at, @now, @by
            from customer_touches t join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id
            where t.workspace_id = @workspace and t.customer_id = @customer and not t.is_off
            """,
            new { workspace = unit.Workspace.Id.Value, customer, now = unit.Now, by = by.Value }).ConfigureAwait(false);
    }

    /// <summary>The decision that can be undone; null when none is kept.</summary>
    public Task<TouchDecision?> LastAsync(UnitOfWork unit, long customer) =>
        unit.Db.FirstOrDefaultAsync<TouchDecision>(
            "select decided_at, decided_by from touch_undos where workspace_id = @workspace and customer_id = @customer limit 1",
            new { workspace = unit.Workspace.Id.Value, customer });

    /// <summary>A contact that came after the decision stays one.</summary>
    public async Task RestoreAsync(UnitOfWork unit, long customer)
    {
        var keys = new { workspace = unit.Workspace.Id.Value, customer };
        await unit.Db.ExecuteAsync(
            """
            update customer_touches set anchor_on = u.anchor_on, due_on = u.due_on, later_on = u.later_on, handled_on = u.handled_on
            from touch_undos u
            where customer_touches.workspace_id = @workspace and customer_touches.customer_id = @customer
              and u.workspace_id = @workspace and u.customer_id = @customer and u.touch_id = customer_touches.id
            """,
            keys).ConfigureAwait(false);
        await unit.Db.ExecuteAsync(
            """
            update customers set last_contact_at = u.last_contact_at
            from (select last_contact_at, decided_at from touch_undos where workspace_id = @workspace and customer_id = @customer limit 1) as u
            where customers.workspace_id = @workspace and customers.id = @customer and customers.last_contact_at = u.decided_at
            """,
            keys).ConfigureAwait(false);
        await ForgetAsync(unit, customer).ConfigureAwait(false);
    }

    /// <summary>Something else was changed about the customer's touches since.</summary>
    public Task ForgetAsync(UnitOfWork unit, long customer) =>
        unit.Db.ExecuteAsync(
            "delete from touch_undos where workspace_id = @workspace and customer_id = @customer",
            new { workspace = unit.Workspace.Id.Value, customer });
}

/// <summary>When a decision about a customer's touches was made, and by whom.</summary>
internal sealed class TouchDecision
{
    public Instant DecidedAt { get; init; }

    public MemberId DecidedBy { get; init; }
}
