using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Customers;

/// <summary>A capability whose items carry a customer's name. The customer's page, renames, merges and the question "did you mean …?" reach them through this.</summary>
internal interface ICustomerMatters
{
    /// <summary>What is open for the customer, as this reader may see it.</summary>
    Task<IReadOnlyList<CustomerMatter>> OpenAsync(Turn turn, string customer);

    /// <summary>Names that items carry, known or not.</summary>
    Task<IReadOnlyList<string>> NamesAsync(UnitOfWork unit);

    /// <summary>Gives all items of one name another one. No change of the items themselves: buttons keep their revision.</summary>
    /// <returns>How many carried it.</returns>
    Task<int> RenameAsync(UnitOfWork unit, string from, string to);

    /// <summary>The name that an item carries; null when the number is none of this capability's.</summary>
    Task<string?> CustomerOfAsync(UnitOfWork unit, long number);

    /// <summary>Gives one item a customer's name and shows it again; null when the number is none of this capability's.</summary>
    Task<Reply?> NameAsync(Turn turn, long number, string customer);
}

/// <param name="Line">Number, text and state, as the reader may see them.</param>
/// <param name="Since">When it began to be open.</param>
internal sealed record CustomerMatter(long Number, RichText Line, Instant Since);
