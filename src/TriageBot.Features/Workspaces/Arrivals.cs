using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Storage;

namespace TriageBot.Features.Workspaces;

/// <summary>Takes in who and what is in a workspace; sets a new one up so that it works at once.</summary>
public sealed class Arrivals(BotSettings settings, ArrivalParts parts, IEnumerable<IOwnerPlanChanged> watchers)
{
    private readonly WorkspaceStore workspaces = parts.Workspaces;
    private readonly MemberStore members = parts.Members;
    private readonly OwnerStore owners = parts.Owners;

    public async Task<bool> SeenAsync(DbSession db, WorkspaceSeen seen, Instant now)
    {
        var workspace = await workspaces.FindAsync(db, seen.Id).ConfigureAwait(false);
        var isNew = workspace is null;
        workspace ??= await CreateAsync(db, seen, now).ConfigureAwait(false);
        await ReturnAsync(db, workspace, seen, now).ConfigureAwait(false);
        if (workspace.GreetedAt is null && seen.Greeting is { } where) await parts.Greetings.GreetAsync(new UnitOfWork(db, workspace, now), where).ConfigureAwait(false);
        foreach (var channel in seen.Channels) await workspaces.ChannelSeenAsync(db, seen.Id, channel).ConfigureAwait(false);
        foreach (var person in seen.People) await members.SeenAsync(db, seen.Id, person).ConfigureAwait(false);
        if (!isNew) return false;
        foreach (var owner in seen.Owners) await MakeOwnerAsync(new UnitOfWork(db, workspace, now), owner, owner == seen.Owners[0]).ConfigureAwait(false);
        return true;
    }

    /// <summary>Makes a member an owner with the defaults of a first start, or brings back what they had set up before.</summary>
    public async Task MakeOwnerAsync(UnitOfWork unit, MemberId owner, bool isOnDuty)
    {
        await members.SetOwnerAsync(unit.Db, unit.Workspace.Id, owner, isOwner: true).ConfigureAwait(false);
        await owners.AddAsync(unit.Db, unit.Workspace.Id, owner, await AgendaChannelAsync(unit).ConfigureAwait(false), isOnDuty).ConfigureAwait(false);
        foreach (var watcher in watchers) await watcher.OwnerPlanChangedAsync(unit, owner).ConfigureAwait(false);
    }

    /// <summary>A workspace seen again is no longer left: its timed work goes on. A name left out stays as it was.</summary>
    private async Task ReturnAsync(DbSession db, Workspace workspace, WorkspaceSeen seen, Instant now)
    {
        if (seen.Name.Length > 0 && seen.Name != workspace.Name) await workspaces.RenameAsync(db, seen.Id, seen.Name).ConfigureAwait(false);
        if (workspace.LeftAt is not null) await parts.Departures.ReturnedAsync(new UnitOfWork(db, workspace, now)).ConfigureAwait(false);
    }

    private async Task<Workspace> CreateAsync(DbSession db, WorkspaceSeen seen, Instant now)
    {
        var workspace = new Workspace
        {
            Id = seen.Id,
            Platform = seen.Platform,
            Name = seen.Name,
            Zone = settings.Team.Zone.Id,
            DayStart = LogicalDay.DefaultStart,
            Emergency = settings.Emergency,
        };
        await workspaces.InsertAsync(db, workspace, now).ConfigureAwait(false);
        return workspace;
    }

    private async Task<string> AgendaChannelAsync(UnitOfWork unit)
    {
        var channels = await workspaces.ChannelsAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false);
        return (channels.FirstOrDefault(channel => channel.Name == settings.Team.AgendaChannel) ?? channels.FirstOrDefault())?.Id ?? "";
    }
}

/// <summary>What arrivals work with.</summary>
public sealed record ArrivalParts(WorkspaceStore Workspaces, MemberStore Members, OwnerStore Owners, Greetings Greetings, Departures Departures);

/// <summary>A capability that has something to do when a member became an owner, or an owner's zone, hours, breaks or agenda changed.</summary>
public interface IOwnerPlanChanged
{
    /// <summary>Also called when the member is no longer an owner; <see cref="OwnerStore.FindAsync"/> then finds no plan.</summary>
    Task OwnerPlanChangedAsync(UnitOfWork unit, MemberId owner);
}
