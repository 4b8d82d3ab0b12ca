using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;

namespace TriageBot.Features.Customers;

/// <summary>A capability that knows what must be made right with a customer before anything else is said to them (rule C10).</summary>
internal interface ICustomerTrouble
{
    /// <param name="date">The day on which the customer would be contacted.</param>
    /// <returns>In a few words, "#142 is open"; null when there is none.</returns>
    Task<string?> TroubleAsync(UnitOfWork unit, string customer, LocalDate date);
}

/// <summary>A capability that has something to say on a customer's page.</summary>
internal interface ICustomerLines
{
    Task<IReadOnlyList<RichText>> LinesAsync(Turn turn, Customer customer);
}

/// <summary>A capability that keeps something by a customer's id, when two customers become one.</summary>
internal interface ICustomerMerged
{
    Task CustomerMergedAsync(UnitOfWork unit, Customer from, Customer into);
}
