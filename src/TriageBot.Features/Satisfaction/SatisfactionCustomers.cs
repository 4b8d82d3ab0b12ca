using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Core.Satisfaction;
using TriageBot.Features.Customers;

namespace TriageBot.Features.Satisfaction;

/// <summary>How a customer's answers were, on its page; a rating is nothing that is open, and follows the customer's name.</summary>
internal sealed class SatisfactionCustomers(SatisfactionStore store, ReplyTexts texts) : ICustomerMatters, ICustomerLines
{
    private const int Days = 365;

    public async Task<IReadOnlyList<RichText>> LinesAsync(Turn turn, Customer customer)
    {
        var (sum, count) = await store.SumAsync(turn.Db, turn.Workspace.Id, customer.Name, turn.Now - Duration.FromDays(Days)).ConfigureAwait(false);
        return count == 0
            ? []
            : [texts.Say(
                SatisfactionTexts.Page,
                ("average", ReplyValue.Words(SatisfactionRules.Average(sum, count).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture))),
                ("count", ReplyValue.Words(count == 1 ? "1 rating" : $"{count} ratings")),
                ("days", Days))];
    }

    public Task<IReadOnlyList<CustomerMatter>> OpenAsync(Turn turn, string customer) => Task.FromResult<IReadOnlyList<CustomerMatter>>([]);

    public Task<IReadOnlyList<string>> NamesAsync(UnitOfWork unit) => store.CustomersAsync(unit);

    public Task<int> RenameAsync(UnitOfWork unit, string from, string to) => store.RenameCustomerAsync(unit, from, to);

    public Task<string?> CustomerOfAsync(UnitOfWork unit, long number) => Task.FromResult<string?>(null);

    public Task<Reply?> NameAsync(Turn turn, long number, string customer) => Task.FromResult<Reply?>(null);
}
