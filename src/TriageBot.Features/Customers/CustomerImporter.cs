using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
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

    internal CustomerImporter(IDatabase database, WorkspaceStore workspaces, CustomerStore customers, CustomerChanger changer)
    {
        (this.database, this.workspaces, this.customers, this.changer) = (database, workspaces, customers, changer);
    }

    /// <summary>What would become of each line.</summary>
    /// <exception cref="ArgumentException">There is no such workspace.</exception>
    public Task<IReadOnlyList<ImportedLine>> TryAsync(WorkspaceId workspace, IEnumerable<ImportedCustomer> lines, Instant now, CancellationToken ct) =>
        database.ReadAsync(async db => await RunAsync(await UnitAsync(db, workspace, now).ConfigureAwait(false), lines, apply: false).ConfigureAwait(false), ct);

    /// <summary>All lines in one transaction.</summary>
    /// <exception cref="ArgumentException">There is no such workspace.</exception>
    public Task<IReadOnlyList<ImportedLine>> ApplyAsync(WorkspaceId workspace, IEnumerable<ImportedCustomer> lines, Instant now, CancellationToken ct) =>
        database.WriteAsync(async db => await RunAsync(await UnitAsync(db, workspace, now).ConfigureAwait(false), lines, apply: true).ConfigureAwait(false), ct);

    /// <summary>Ids and names of all workspaces.</summary>
    public Task<IReadOnlyList<(WorkspaceId Id, string Name)>> WorkspacesAsync(CancellationToken ct) => database.ReadAsync(workspaces.AllAsync, ct);

    private async Task<UnitOfWork> UnitAsync(DbSession db, WorkspaceId workspace, Instant now) => new(
        db,
        await workspaces.FindAsync(db, workspace).ConfigureAwait(false) ?? throw new ArgumentException($"There is no workspace '{workspace}'.", nameof(workspace)),
        now);

    private async Task<IReadOnlyList<ImportedLine>> RunAsync(UnitOfWork unit, IEnumerable<ImportedCustomer> lines, bool apply)
    {
        var done = new List<ImportedLine>();
        foreach (var line in lines)
        {
            var known = await customers.FindAsync(unit.Db, unit.Workspace.Id, line.Name).ConfigureAwait(false);
            var wanted = line.ApplyTo(known ?? new Customer { Name = line.Name });
            if (known is null)
            {
                if (apply) await changer.AddAsync(unit, wanted, Importer).ConfigureAwait(false);
                done.Add(new ImportedLine(line, ImportOutcome.Added));
            }
            else if (wanted == known)
            {
                done.Add(new ImportedLine(line, ImportOutcome.Unchanged));
            }
            else
            {
                if (apply) await changer.SaveAsync(unit, known, wanted).ConfigureAwait(false);
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
}

public sealed record ImportedLine(ImportedCustomer Customer, ImportOutcome Outcome);
