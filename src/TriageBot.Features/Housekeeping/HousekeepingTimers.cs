using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Features.Inbox;
using TriageBot.Features.Outbox;
using TriageBot.Features.Timers;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Housekeeping;

/// <summary>Once a day in each workspace. Catch-up: a missed day is made good by the next.</summary>
internal sealed class HousekeepingTimers(TimerStore timers, InboxStore inbox, OutboxStore outbox) : IOwnerPlanChanged
{
    public const string Kind = "housekeeping";

    private const string Daily = "daily";

    /// <summary>No platform delivers an event again after this time.</summary>
    private static readonly Duration EventsAreKept = Duration.FromDays(7);

    private static readonly Duration SentMessagesAreKept = Duration.FromDays(30);

    /// <summary>A workspace begins with its first owner. Later changes put nothing off: where plans change every day it would never come.</summary>
    public async Task OwnerPlanChangedAsync(UnitOfWork unit, MemberId owner)
    {
        if (await timers.FindAsync(unit, Kind, Daily).ConfigureAwait(false) is null) await ArmAsync(unit).ConfigureAwait(false);
    }

    public async Task ForgetAsync(UnitOfWork unit, string key)
    {
        await inbox.ForgetBeforeAsync(unit.Db, unit.Workspace.Id, unit.Now - EventsAreKept).ConfigureAwait(false);
        await outbox.ForgetBeforeAsync(unit.Db, unit.Workspace.Id, unit.Now - SentMessagesAreKept).ConfigureAwait(false);
        await ArmAsync(unit).ConfigureAwait(false);
    }

    private Task ArmAsync(UnitOfWork unit) => timers.SetAsync(unit, Kind, Daily, unit.Now + Duration.FromDays(1));
}
