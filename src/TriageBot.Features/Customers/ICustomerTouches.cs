using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;

namespace TriageBot.Features.Customers;

/// <summary>A capability that knows which customers should be contacted. The agenda asks each of them (rule A2).</summary>
internal interface ICustomerTouches
{
    /// <param name="date">The owner's logical day that an agenda is for.</param>
    /// <returns>In the order in which they are to be shown; what is not for that day is left out.</returns>
    Task<IReadOnlyList<CustomerTouch>> DueAsync(UnitOfWork unit, MemberId owner, LocalDate date);
}
