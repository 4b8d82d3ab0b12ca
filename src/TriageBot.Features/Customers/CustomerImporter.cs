using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Features.ServiceLevels;
using TriageBot.Features.Workspaces;
using TriageBot.Storage;

namespace TriageBot.Features.Customers;

/// <summary>Brings the customers of a file into a workspace. Lines are compared with what is there by name, so the same file twice changes nothing the second time.</summary>
public sealed class CustomerImporter
{
    /// <summary>Recorded as who added them.</summary>
    private static readonly MemberId Importer = new("import");

    private readonly IDatabase database;
    private readonly WorkspaceStore workspaces;
    private readonly CustomerStore customers;
    private readonly CustomerChanger changer;
    private readonly LevelBook levels;

    internal CustomerImporter(IDatabase database, WorkspaceStore workspaces, CustomerStore customers, CustomerChanger changer, LevelBook levels)
    {
        (this.database, this.workspaces, this.customers, this.changer, this.levels) = (database, workspaces, customers, changer, levels);
    }

    /// <summary>What would become of each line.</summary>
    /// <exception cref="ArgumentException">There is no such workspace.</exception>
    public Task<IReadOnlyList<ImportedLine>> TryAsync(WorkspaceId workspace, IEnumerable<ImportedCustomer> lines, Instant now, CancellationToken ct) =>
        database.ReadAsync(async db => await RunAsync(await UnitAsync(db, workspace, now).ConfigureAwait(false), lines, apply: false).ConfigureAwait(false), ct);

    /// <summary>All lines in one transaction; those without a level that is set up are left out, so try first.</summary>
    /// <exception cref="ArgumentException">There is no such workspace.</exception>
    public Task<IReadOnlyList<ImportedLine>> ApplyAsync(WorkspaceId workspace, IEnumerable<ImportedCustomer> lines, Instant now, CancellationToken ct) =>
        database.WriteAsync(async db => await RunAsync(await UnitAsync(db, workspace, now).ConfigureAwait(false), lines, apply: true).ConfigureAwait(false), ct);

    private async Task<UnitOfWork> UnitAsync(DbSession db, WorkspaceId workspace, Instant now) => new(
        db,
        await workspaces.FindAsync(db, workspace).ConfigureAwait(false) ?? throw new ArgumentException($"There is no workspace '{workspace}'.", nameof(workspace)),
        now);

    private async Task<IReadOnlyList<ImportedLine>> RunAsync(UnitOfWork unit, IEnumerable<ImportedCustomer> lines, bool apply)
    {
        var done = new List<ImportedLine>();
        var known = (await levels.NamesAsync(unit).ConfigureAwait(false)).ToHashSet();
        foreach (var line in lines)
        {
            if (line.Level is { Length: > 0 } level && !known.Contains(level))
            {
                done.Add(new ImportedLine(line, ImportOutcome.NoSuchLevel));
                continue;
            }

            var customer = await customers.FindAsync(unit.Db, unit.Workspace.Id, line.Name).ConfigureAwait(false);
            var wanted = line.ApplyTo(customer ?? new Customer { Name = line.Name });
            if (customer is null)
            {
                if (apply) await changer.AddAsync(unit, wanted, Importer).ConfigureAwait(false);
                done.Add(new ImportedLine(line, ImportOutcome.Added));
            }
            else if (wanted == customer)
            {
                done.Add(new ImportedLine(line, ImportOutcome.Unchanged));
            }
            else
            {
                if (apply) await changer.SaveAsync(unit, customer, wanted).ConfigureAwait(false);
                done.Add(new ImportedLine(line, ImportOutcome.Changed));
            }
        }

        return done;
    }
}

public enum ImportOutcome
{
    Added,
    Changed,
    Unchanged,

    /// <summary>Nothing can become of it: its service level is not set up.</summary>
    NoSuchLevel,
}

public sealed record ImportedLine(ImportedCustomer Customer, ImportOutcome Outcome);
