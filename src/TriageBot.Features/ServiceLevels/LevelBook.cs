using TriageBot.Core.Customers;
using TriageBot.Core.ServiceLevels;
using TriageBot.Features.Customers;

namespace TriageBot.Features.ServiceLevels;

/// <summary>The service levels in force: by name, and by customer.</summary>
internal sealed class LevelBook(LevelStore levels, CustomerStore customers)
{
    /// <summary>The level that was agreed with a customer; the standard one where none was, or the customer is not known.</summary>
    public async Task<LevelTerms> TermsOfAsync(UnitOfWork unit, string customer)
    {
        var known = await customers.FindAsync(unit.Db, unit.Workspace.Id, customer).ConfigureAwait(false);
        return await TermsAsync(unit, known?.Level ?? "").ConfigureAwait(false);
    }

    /// <param name="level">A name that is no level, or no longer one, counts as the standard level.</param>
    public Task<LevelTerms> TermsAsync(UnitOfWork unit, string level) =>
        unit.Db.RecallAsync("terms", unit.Workspace.Id.Value, $"{unit.Workspace.Zone} {unit.Workspace.DayStart} {level}", async () =>
        {
            var versions = await VersionsAsync(unit, level.Length == 0 ? ServiceLevel.StandardName : level).ConfigureAwait(false);
            if (versions.Count == 0) versions = await VersionsAsync(unit, ServiceLevel.StandardName).ConfigureAwait(false);
            var closures = await levels.ClosuresAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false);
            return new LevelTerms(versions, closures, unit.Workspace.DayStart);
        });

    /// <summary>All versions of one level, the earliest first: of the standard one the built-in terms, which count until a saved version begins. Empty for a name that is no level.</summary>
    public async Task<IReadOnlyList<ServiceLevel>> VersionsAsync(UnitOfWork unit, string name) =>
        [.. BuiltIn(unit).Where(level => level.Name == name), .. await levels.VersionsAsync(unit.Db, unit.Workspace.Id, name).ConfigureAwait(false)];

    /// <summary>All levels, the standard one among them even where it is only built in.</summary>
    public async Task<IReadOnlyList<LevelTerms>> AllAsync(UnitOfWork unit)
    {
        var all = await levels.AllAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false);
        var closures = await levels.ClosuresAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false);
        return [.. BuiltIn(unit).Concat(all).GroupBy(level => level.Name).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(versions => new LevelTerms(versions, closures, unit.Workspace.DayStart))];
    }

    private static IEnumerable<ServiceLevel> BuiltIn(UnitOfWork unit) => [ServiceLevel.Standard(unit.Workspace.TimeZone)];

    /// <summary>The form in which a level's name is kept.</summary>
    public static string NameOf(string typed) => CustomerName.Tidy(typed).ToLowerInvariant();

    /// <summary>Names of the levels there are.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(UnitOfWork unit) => [.. (await AllAsync(unit).ConfigureAwait(false)).Select(terms => terms.Name)];
}
