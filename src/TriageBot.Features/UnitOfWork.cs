using NodaTime;
using TriageBot.Features.Workspaces;
using TriageBot.Storage;

namespace TriageBot.Features;

/// <summary>One transaction: the session, the workspace it belongs to, and the one moment at which all of it happens.</summary>
public sealed class UnitOfWork(DbSession db, Workspace workspace, Instant now)
{
    private int ordinal;

    public DbSession Db { get; } = db;

    public Workspace Workspace { get; } = workspace;

    public Instant Now { get; } = now;

    /// <summary>When the soonest thing becomes due that this unit has planned; null when it has planned none.</summary>
    public Instant? SoonestDue { get; private set; }

    /// <summary>Notes that something becomes due, so that the cycle wakes in time for it.</summary>
    public void Plans(Instant due) => SoonestDue = SoonestDue is { } sooner && sooner <= due ? sooner : due;

    /// <summary>Counts the messages written in this unit, so that they are sent in the order in which they were written.</summary>
    public int NextOrdinal() => ordinal++;
}
