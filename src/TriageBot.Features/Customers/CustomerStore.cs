using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Storage;

namespace TriageBot.Features.Customers;

/// <summary>Rows of customers, their names and notes.</summary>
public sealed class CustomerStore
{
    private const string Columns = "id, name, level, tier, zone, contact, previous_name, last_contact_at, revision";

    /// <summary>The customer of a name in any spelling, former names among them; null when it is nobody's.</summary>
    public Task<Customer?> FindAsync(DbSession db, WorkspaceId workspace, string name)
    {
        var same = CustomerName.Same(name);
        return db.RecallAsync("customer", workspace.Value, same, () => db.FirstOrDefaultAsync<Customer>(
            $"""
             select {Columns} from customers
             where workspace_id = @workspace and merged_into is null
               and id in (select customer_id from customer_names where workspace_id = @workspace and same_name = @same)
             """,
            new { workspace = workspace.Value, same }));
    }

    public Task<Customer?> FindAsync(DbSession db, WorkspaceId workspace, long id) =>
        db.FirstOrDefaultAsync<Customer>(
            $"select {Columns} from customers where workspace_id = @workspace and id = @id and merged_into is null",
            new { workspace = workspace.Value, id });

    /// <summary>All of them, by name.</summary>
    public Task<IReadOnlyList<Customer>> AllAsync(DbSession db, WorkspaceId workspace) =>
        db.QueryAsync<Customer>(
            $"select {Columns} from customers where workspace_id = @workspace and merged_into is null order by name",
            new { workspace = workspace.Value });

    public Task<IReadOnlyList<string>> NamesAsync(DbSession db, WorkspaceId workspace) =>
        db.RecallAsync("names of customers", workspace.Value, "", () => db.QueryAsync<string>(
            "select name from customers where workspace_id = @workspace and merged_into is null order by name",
            new { workspace = workspace.Value }));

    /// <returns>The new customer's id.</returns>
    public async Task<long> InsertAsync(UnitOfWork unit, Customer customer, MemberId by)
    {
        var id = await unit.Db.SingleAsync<long>(
            """
            insert into customers (workspace_id, id, name, level, tier, zone, contact, created_at, created_by)
            select @workspace, coalesce(max(id), 0) + 1, @name, @level, @tier, @zone, @contact, @now, @by from customers where workspace_id = @workspace
            returning id
            """,
            new
            {
                workspace = unit.Workspace.Id.Value,
                name = customer.Name,
                level = customer.Level,
                tier = customer.Tier.ToString(),
                zone = customer.Zone,
                contact = customer.Contact,
                now = unit.Now,
                by = by.Value,
            }).ConfigureAwait(false);
        await AddNameAsync(unit, id, customer.Name).ConfigureAwait(false);
        return id;
    }

    /// <summary>Takes a new customer away again, if whoever added it asks, and nothing is kept about it but its name.</summary>
    public async Task<bool> RemoveAsync(UnitOfWork unit, Customer customer, MemberId by)
    {
        var keys = new { workspace = unit.Workspace.Id.Value, id = customer.Id, revision = customer.Revision, by = by.Value };
        const string IsNew =
            """
            workspace_id = @workspace and revision = @revision and merged_into is null and created_by = @by and last_contact_at is null
            and not exists (select 1 from customer_notes n where n.workspace_id = @workspace and n.customer_id = @id)
            and not exists (select 1 from customer_touches t where t.workspace_id = @workspace and t.customer_id = @id)
            and not exists (select 1 from customers m where m.workspace_id = @workspace and m.merged_into = @id)
            """;
        await unit.Db.ExecuteAsync(
            $"delete from customer_names where workspace_id = @workspace and customer_id = @id and exists (select 1 from customers where id = @id and {IsNew})",
            keys).ConfigureAwait(false);
        // The row stays, so that its number is never given twice: an old button must not mean another customer.
        return await unit.Db.ExecuteAsync($"update customers set merged_into = id, revision = revision + 1 where id = @id and {IsNew}", keys).ConfigureAwait(false) == 1;
    }

    /// <summary>Saves all but what <see cref="ContactedAsync"/> keeps.</summary>
    /// <returns>False when it is no longer at the revision it was read in.</returns>
    public async Task<bool> SaveAsync(UnitOfWork unit, Customer customer)
    {
        var saved = await unit.Db.ExecuteAsync(
            """
            update customers set name = @name, level = @level, tier = @tier, zone = @zone, contact = @contact, previous_name = @previous, revision = revision + 1
            where workspace_id = @workspace and id = @id and revision = @revision and merged_into is null
            """,
            new
            {
                workspace = unit.Workspace.Id.Value,
                id = customer.Id,
                name = customer.Name,
                level = customer.Level,
                tier = customer.Tier.ToString(),
                zone = customer.Zone,
                contact = customer.Contact,
                previous = customer.PreviousName,
                revision = customer.Revision,
            }).ConfigureAwait(false) == 1;
        if (saved) await AddNameAsync(unit, customer.Id, customer.Name).ConfigureAwait(false);
        return saved;
    }

    /// <summary>The first one is gone, and whatever led to it leads to the second: names and notes. What carries the name is its features' own.</summary>
    public async Task MergeAsync(UnitOfWork unit, Customer from, Customer into)
    {
        var keys = new { workspace = unit.Workspace.Id.Value, from = from.Id, into = into.Id, contact = from.LastContactAt };
        await unit.Db.ExecuteAsync("update customers set merged_into = @into, revision = revision + 1 where workspace_id = @workspace and id = @from", keys).ConfigureAwait(false);
        await unit.Db.ExecuteAsync("update customer_names set customer_id = @into where workspace_id = @workspace and customer_id = @from", keys).ConfigureAwait(false);
        await unit.Db.ExecuteAsync("update customer_notes set customer_id = @into where workspace_id = @workspace and customer_id = @from", keys).ConfigureAwait(false);
        if (from.LastContactAt is { } contact) await ContactedAsync(unit, into.Name, contact).ConfigureAwait(false);
    }

    /// <summary>A person of the team spoke with the customer. The latest time counts; an unknown name is nobody.</summary>
    public Task ContactedAsync(UnitOfWork unit, string name, Instant at) =>
        unit.Db.ExecuteAsync(
            """
            update customers set last_contact_at = @at
            where workspace_id = @workspace and name = @name and merged_into is null and (last_contact_at is null or last_contact_at < @at)
            """,
            new { workspace = unit.Workspace.Id.Value, name, at });

    public Task AddNoteAsync(UnitOfWork unit, long customer, MemberId by, string note) =>
        unit.Db.ExecuteAsync(
            "insert into customer_notes (workspace_id, customer_id, noted_at, noted_by, note) values (@workspace, @customer, @now, @by, @note)",
            new { workspace = unit.Workspace.Id.Value, customer, now = unit.Now, by = by.Value, note });

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<CustomerNote>> NotesAsync(DbSession db, WorkspaceId workspace, long customer, int limit) =>
        db.QueryAsync<CustomerNote>(
            """
            select noted_at, noted_by, note from customer_notes
            where workspace_id = @workspace and customer_id = @customer order by noted_at desc limit @limit
            """,
            new { workspace = workspace.Value, customer, limit });

    private static Task AddNameAsync(UnitOfWork unit, long id, string name) =>
        unit.Db.ExecuteAsync(
            """
            insert into customer_names (workspace_id, same_name, customer_id) values (@workspace, @same, @id)
            on conflict (workspace_id, same_name) do nothing
            """,
            new { workspace = unit.Workspace.Id.Value, same = CustomerName.Same(name), id });
}

/// <summary>A note's row.</summary>
public sealed class CustomerNote
{
    public Instant NotedAt { get; init; }

    public MemberId NotedBy { get; init; }

    public string Note { get; init; } = "";
}
