using TriageBot.Core.Chat;
using TriageBot.Core.Customers;

namespace TriageBot.Features.Customers;

/// <summary>Changes a customer and everything that carries its name, in one unit of work.</summary>
internal sealed class CustomerChanger(CustomerStore customers, IEnumerable<ICustomerMatters> matters, IEnumerable<ICustomerLevelChanged> watchers, IEnumerable<ICustomerMerged> keepers)
{
    /// <summary>Adds a customer, unless its name is known; items that already carried the name in another spelling take this one.</summary>
    public async Task<(Customer Customer, bool IsNew)> AddAsync(UnitOfWork unit, Customer wanted, MemberId by)
    {
        var named = wanted with { Name = CustomerName.Tidy(wanted.Name) };
        if (await customers.FindAsync(unit.Db, unit.Workspace.Id, named.Name).ConfigureAwait(false) is { } known) return (known, false);
        var id = await customers.InsertAsync(unit, named, by).ConfigureAwait(false);
        var same = CustomerName.Same(named.Name);
        foreach (var capability in matters)
        {
            var others = (await capability.NamesAsync(unit).ConfigureAwait(false)).Where(name => name != named.Name && CustomerName.Same(name) == same);
            foreach (var spelling in others.ToList()) await capability.RenameAsync(unit, spelling, named.Name).ConfigureAwait(false);
        }

        if (named.Level.Length > 0) await TellAsync(unit, named.Name).ConfigureAwait(false);
        return (named with { Id = id }, true);
    }

    /// <returns>False when somebody else changed it meanwhile; nothing was changed then.</returns>
    public async Task<bool> SaveAsync(UnitOfWork unit, Customer before, Customer after)
    {
        if (!await customers.SaveAsync(unit, after).ConfigureAwait(false)) return false;
        if (before.Level != after.Level) await TellAsync(unit, after.Name).ConfigureAwait(false);
        return true;
    }

    /// <returns>How many items carried the name; null when somebody else changed the customer meanwhile.</returns>
    public async Task<int?> RenameAsync(UnitOfWork unit, Customer customer, string name)
    {
        if (!await customers.SaveAsync(unit, customer with { Name = name, PreviousName = customer.Name }).ConfigureAwait(false)) return null;
        return await RenameItemsAsync(unit, customer.Name, name).ConfigureAwait(false);
    }

    /// <returns>How many items went over.</returns>
    public async Task<int> MergeAsync(UnitOfWork unit, Customer from, Customer into)
    {
        await customers.MergeAsync(unit, from, into).ConfigureAwait(false);
        foreach (var keeper in keepers) await keeper.CustomerMergedAsync(unit, from, into).ConfigureAwait(false);
        if (into.Contact.Length == 0 && from.Contact.Length > 0) await customers.SaveAsync(unit, into with { Contact = from.Contact }).ConfigureAwait(false);
        var items = await RenameItemsAsync(unit, from.Name, into.Name).ConfigureAwait(false);
        await TellAsync(unit, into.Name).ConfigureAwait(false);
        return items;
    }

    private async Task<int> RenameItemsAsync(UnitOfWork unit, string from, string to)
    {
        var items = 0;
        foreach (var capability in matters) items += await capability.RenameAsync(unit, from, to).ConfigureAwait(false);
        return items;
    }

    private async Task TellAsync(UnitOfWork unit, string name)
    {
        foreach (var watcher in watchers) await watcher.CustomerLevelChangedAsync(unit, name).ConfigureAwait(false);
    }
}

/// <summary>A capability that has something to do when a customer got another service level, or items came to it by a merge.</summary>
internal interface ICustomerLevelChanged
{
    Task CustomerLevelChangedAsync(UnitOfWork unit, string customer);
}
