using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Features.Customers;

namespace TriageBot.Features.TimeLog;

/// <summary>Time spent by customer. An entry is nothing that is open; it follows its customer's name.</summary>
internal sealed class TimeCustomers : ICustomerMatters
{
    public Task<IReadOnlyList<CustomerMatter>> OpenAsync(Turn turn, string customer) => Task.FromResult<IReadOnlyList<CustomerMatter>>([]);

    public Task<IReadOnlyList<string>> NamesAsync(UnitOfWork unit) =>
        unit.Db.QueryAsync<string>("select distinct customer from time_entries where workspace_id = @workspace and customer <> ''", new { workspace = unit.Workspace.Id.Value });

    public Task<int> RenameAsync(UnitOfWork unit, string from, string to) =>
        unit.Db.ExecuteAsync(
            "update time_entries set customer = @to where workspace_id = @workspace and customer = @from and customer <> ''",
            new { workspace = unit.Workspace.Id.Value, from, to });

    public Task<string?> CustomerOfAsync(UnitOfWork unit, long number) => Task.FromResult<string?>(null);

    public Task<Reply?> NameAsync(Turn turn, long number, string customer) => Task.FromResult<Reply?>(null);

    /// <summary>Minutes that everybody spent on a customer from a day on.</summary>
    public Task<long> MinutesAsync(UnitOfWork unit, string customer, LocalDate since) =>
        unit.Db.SingleAsync<long>(
            """
            select coalesce(sum(minutes), 0) from time_entries
            where workspace_id = @workspace and customer = @customer and customer <> '' and state = 'Kept' and on_date >= @since
            """,
            new { workspace = unit.Workspace.Id.Value, customer, since });
}
