using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Satisfaction;
using TriageBot.Storage;

namespace TriageBot.Features.Satisfaction;

/// <summary>Rows of questions how an answer was.</summary>
internal sealed class SatisfactionStore
{
    public Task<Instant?> LastAskedAsync(UnitOfWork unit, MemberId member) =>
        unit.Db.SingleAsync<Instant?>(
            "select max(asked_at) from satisfaction where workspace_id = @workspace and member_id = @member",
            new { workspace = unit.Workspace.Id.Value, member = member.Value });

    public Task<int> InsertAsync(UnitOfWork unit, SatisfactionAsk ask) =>
        unit.Db.ExecuteAsync(
            """
            insert into satisfaction (workspace_id, number, member_id, customer, answered_by, asked_at)
            values (@workspace, @Number, @MemberId, @Customer, @AnsweredBy, @now)
            on conflict (workspace_id, number, member_id) do nothing
            """,
            new { workspace = unit.Workspace.Id.Value, ask.Number, ask.MemberId, ask.Customer, ask.AnsweredBy, now = unit.Now });

    public Task<SatisfactionAsk?> FindAsync(DbSession db, WorkspaceId workspace, long number, MemberId member) =>
        db.FirstOrDefaultAsync<SatisfactionAsk>(
            """
            select number, member_id, customer, answered_by, rating, is_closed from satisfaction
            where workspace_id = @workspace and number = @number and member_id = @member
            """,
            new { workspace = workspace.Value, number, member = member.Value });

    public Task SaveAsync(UnitOfWork unit, SatisfactionAsk ask) =>
        unit.Db.ExecuteAsync(
            """
            update satisfaction set rating = @Rating, is_closed = @IsClosed, rated_at = @now
            where workspace_id = @workspace and number = @Number and member_id = @MemberId
            """,
            new { workspace = unit.Workspace.Id.Value, ask.Number, ask.MemberId, ask.Rating, ask.IsClosed, now = unit.Now });

    /// <summary>Ratings about a customer; what nobody answered is none.</summary>
    public async Task<(int Sum, int Count)> SumAsync(DbSession db, WorkspaceId workspace, string customer, Instant since)
    {
        var ratings = await db.QueryAsync<int>(
            """
            select rating from satisfaction
            where workspace_id = @workspace and customer = @customer and customer <> '' and rating is not null and rated_at >= @since
            """,
            new { workspace = workspace.Value, customer, since }).ConfigureAwait(false);
        return (ratings.Sum(), ratings.Count);
    }

    public Task<IReadOnlyList<string>> CustomersAsync(UnitOfWork unit) =>
        unit.Db.QueryAsync<string>("select distinct customer from satisfaction where workspace_id = @workspace and customer <> ''", new { workspace = unit.Workspace.Id.Value });

    public Task<int> RenameCustomerAsync(UnitOfWork unit, string from, string to) =>
        unit.Db.ExecuteAsync(
            "update satisfaction set customer = @to where workspace_id = @workspace and customer = @from and customer <> ''",
            new { workspace = unit.Workspace.Id.Value, from, to });
}
