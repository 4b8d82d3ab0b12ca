using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Core.Forget;
using TriageBot.Features.Records;
using TriageBot.Storage;

namespace TriageBot.Features.Forget;

/// <summary>What there is of a customer, and its end.</summary>
internal sealed class ForgetCustomerStore
{
    private const string Ids = "(select id from customers where workspace_id = @workspace and (id = @id or merged_into = @id))";

    /// <summary>Rows that hang on the customer itself, the last made first.</summary>
    private static readonly ImmutableArray<string> Hanging = ["touch_undos", "customer_touches", "customer_notes", "customer_names"];

    public Task<IReadOnlyList<OpenItem>> HeldAsync(DbSession db, WorkspaceId workspace, Customer customer) => ItemsAsync(
        db, workspace, customer, "select number, what from urgent_messages where workspace_id = @workspace and customer = @name and state = 'Held' order by number");

    public Task<IReadOnlyList<OpenItem>> TasksAsync(DbSession db, WorkspaceId workspace, Customer customer) => ItemsAsync(
        db,
        workspace,
        customer,
        "select number, case when is_private then 'private' else what end as what from tasks where workspace_id = @workspace and customer = @name and state in ('Open', 'Someday') order by number");

    public Task<IReadOnlyList<OpenItem>> EscalationsAsync(DbSession db, WorkspaceId workspace, Customer customer) => ItemsAsync(
        db, workspace, customer, "select number, what from escalations where workspace_id = @workspace and customer = @name and state <> 'Solved' order by number");

    public Task<IReadOnlyList<OpenItem>> PromisesAsync(DbSession db, WorkspaceId workspace, Customer customer) => ItemsAsync(
        db, workspace, customer, "select number, what from promises where workspace_id = @workspace and customer = @name and state in ('Draft', 'Open', 'Broken') order by number");

    public Task<CustomerCounts> CountAsync(DbSession db, WorkspaceId workspace, Customer customer) =>
        db.SingleAsync<CustomerCounts>(
            $"""
            select
              (select count(*) from customer_notes where workspace_id = @workspace and customer_id in {Ids}) as notes,
              (select count(*) from customer_touches where workspace_id = @workspace and customer_id in {Ids}) as touches,
              (select count(*) from satisfaction where workspace_id = @workspace and customer = @name) as ratings,
              (select count(*) from urgent_messages where workspace_id = @workspace and customer = @name) as urgent,
              (select count(*) from tasks where workspace_id = @workspace and customer = @name) as tasks,
              (select count(*) from escalations where workspace_id = @workspace and customer = @name and state = 'Solved') as escalations,
              (select count(*) from promises where workspace_id = @workspace and customer = @name) as promises,
              (select count(*) from time_entries where workspace_id = @workspace and customer = @name) as times
            """,
            Keys(workspace, customer));

    /// <summary>Whose open matters these are, to be told.</summary>
    public Task<IReadOnlyList<ForgottenMatter>> WhoseAsync(DbSession db, WorkspaceId workspace, Customer customer) =>
        db.QueryAsync<ForgottenMatter>(
            """
            select maker_id as member, number from promises where workspace_id = @workspace and customer = @name and state in ('Open', 'Broken')
            union
            select coalesce(acknowledged_by, owner_id), number from escalations where workspace_id = @workspace and customer = @name and state <> 'Solved'
            union
            select requester_id, number from urgent_messages where workspace_id = @workspace and customer = @name and state = 'Held'
            union
            select assignee_id, number from tasks where workspace_id = @workspace and customer = @name and state in ('Open', 'Someday')
            order by 1, 2
            """,
            Keys(workspace, customer));

    /// <summary>Cards of its escalations, with the place where they stand.</summary>
    public Task<IReadOnlyList<ForgottenCard>> CardsAsync(DbSession db, WorkspaceId workspace, Customer customer) =>
        db.QueryAsync<ForgottenCard>(
            "select number, card_to from escalations where workspace_id = @workspace and customer = @name and card_to <> '' order by number", Keys(workspace, customer));

    /// <summary>What was typed about it, to be found in messages that wait to be sent.</summary>
    public async Task<IReadOnlyList<string>> WordsOfAsync(UnitOfWork unit, Customer customer)
    {
        var words = new List<string>();
        foreach (var table in (string[])["urgent_messages", "tasks", "escalations", "promises"])
        {
            words.AddRange(await unit.Db.QueryAsync<string>(
                $"select distinct what from {table} where workspace_id = @workspace and customer = @name", Keys(unit.Workspace.Id, customer)).ConfigureAwait(false));
        }

        words.AddRange(await unit.Db.QueryAsync<string>(
            $"select note from customer_notes where workspace_id = @workspace and customer_id in {Ids}", Keys(unit.Workspace.Id, customer)).ConfigureAwait(false));
        return words;
    }

    public async Task EraseAsync(UnitOfWork unit, Customer customer)
    {
        var keys = Keys(unit.Workspace.Id, customer, unit.Now);
        foreach (var sql in EraseSql()) await unit.Db.ExecuteAsync(sql, keys).ConfigureAwait(false);
        foreach (var table in RecordTables.All.Where(table => table.Columns.Contains("customer"))) await unit.Db.ExecuteAsync(WithoutWords(table), keys).ConfigureAwait(false);
    }

    private static IEnumerable<string> EraseSql()
    {
        const string Messages = "(select number from urgent_messages where workspace_id = @workspace and customer = @name)";
        const string Matters = "(select number from escalations where workspace_id = @workspace and customer = @name)";
        const string Open = "(select number from escalations where workspace_id = @workspace and customer = @name and state <> 'Solved')";
        yield return $"update break_glass set harm = '{Redaction.Erased}', happens = '{Redaction.Erased}' where workspace_id = @workspace and number in {Messages}";
        yield return $"update mention_asks set what = '{Redaction.Erased}', link = '' where workspace_id = @workspace and held_number in {Messages}";
        yield return $"update escalation_events set detail = '' where workspace_id = @workspace and number in {Matters}";
        foreach (var table in (string[])["followers", "escalation_clocks", "escalation_events"]) yield return $"delete from {table} where workspace_id = @workspace and number in {Open}";
        yield return "delete from escalations where workspace_id = @workspace and customer = @name and state <> 'Solved'";
        yield return "delete from satisfaction where workspace_id = @workspace and customer = @name";
        yield return
            """
            update promises set state = 'Withdrawn', closed_at = @now, revision = revision + 1
            where workspace_id = @workspace and customer = @name and state in ('Draft', 'Open', 'Broken')
            """;
        yield return "delete from importance_rules where workspace_id = @workspace and kind = 'Customer' and (subject = @name or match_key = @same)";
        yield return "delete from date_questions where workspace_id = @workspace and (replace(given, @name, '') <> given or replace(answer, @name, '') <> answer)";
        foreach (var table in Hanging) yield return $"delete from {table} where workspace_id = @workspace and customer_id in {Ids}";
        yield return
            """
            update customers set name = '', level = '', tier = 'Standard', zone = null, contact = '', previous_name = '', last_contact_at = null, merged_into = id, revision = revision + 1
            where workspace_id = @workspace and (id = @id or merged_into = @id)
            """;
    }

    /// <summary>What stays as a number loses the name and the words; an escalation or a promise says that something stood there.</summary>
    private static string WithoutWords(RecordTable table)
    {
        var sets = table.Of(ColumnKind.Words).Where(column => column != "function")
            .Select(column => $"{column} = case when {column} = '' then '' else {ForgetStore.Instead(column)} end")
            .Append(table.Name is "promises" or "promise_versions" or "escalations" ? $"customer = '{Redaction.Erased}'" : "customer = ''")
            .Concat(table.Columns.Contains("last_change") ? ["last_change = ''"] : []);
        return $"update {table.Name} set {string.Join(", ", sets)} where workspace_id = @workspace and customer = @name";
    }

    private static Task<IReadOnlyList<OpenItem>> ItemsAsync(DbSession db, WorkspaceId workspace, Customer customer, string sql) => db.QueryAsync<OpenItem>(sql, Keys(workspace, customer));

    private static object Keys(WorkspaceId workspace, Customer customer, Instant? now = null) =>
        new { workspace = workspace.Value, id = customer.Id, name = customer.Name, same = CustomerName.Same(customer.Name), now };
}

/// <summary>Somebody's open matter: a row.</summary>
internal sealed class ForgottenMatter
{
    public MemberId Member { get; init; }

    public long Number { get; init; }
}

/// <summary>Where the card of an escalation stands: a row.</summary>
internal sealed class ForgottenCard
{
    public long Number { get; init; }

    public string CardTo { get; init; } = "";
}

/// <summary>How much there is: a row.</summary>
internal sealed class CustomerCounts
{
    public int Notes { get; init; }

    public int Touches { get; init; }

    public int Ratings { get; init; }

    public int Urgent { get; init; }

    public int Tasks { get; init; }

    public int Escalations { get; init; }

    public int Promises { get; init; }

    public int Times { get; init; }
}
