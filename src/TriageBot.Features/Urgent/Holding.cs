using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Urgent;
using TriageBot.Features.Breaks;
using TriageBot.Features.Timers;

namespace TriageBot.Features.Urgent;

/// <summary>Finds each held message its break, and keeps the timers of those breaks.</summary>
public sealed class Holding(UrgentStore urgent, BreakLoadStore loads, BreakStore breaks, TimerStore timers, HoldSettings settings)
{
    /// <summary>Two moves within this time are told as one (rule H8).</summary>
    private static readonly Duration MoveGrace = Duration.FromMinutes(10);

    /// <summary>However soon a promise runs out, its requester hears of the move this much earlier.</summary>
    private static readonly Duration LastWarning = Duration.FromMinutes(5);

    /// <summary>Breaks of an owner from a moment on, in order.</summary>
    public async Task<IEnumerable<Break>> UpcomingAsync(UnitOfWork unit, OwnerPlan plan)
    {
        var sessions = await breaks.SinceAsync(unit.Db, unit.Workspace.Id, plan.Owner, unit.Now).ConfigureAwait(false);
        return BreakSchedule.From(plan, sessions, unit.Now, settings.Ceiling);
    }

    /// <summary>True when something held waits for this break.</summary>
    public async Task<bool> IsNeededAsync(UnitOfWork unit, OwnerPlan plan, Break span) =>
        (await urgent.HeldAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false)).Any(message => message.BreakKey == span.Key);

    /// <summary>Where a message asked now would wait; nothing is kept of it.</summary>
    public async Task<HoldPlace> ForecastAsync(UnitOfWork unit, OwnerPlan plan)
    {
        var load = await loads.AllAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false);
        return HoldRules.Place(unit.Now, unit.Now, await UpcomingAsync(unit, plan).ConfigureAwait(false), load, plan.Calendar, settings);
    }

    /// <summary>Finds a new message its break; nobody else is moved for it.</summary>
    /// <param name="limit">What its service level allows (rule H2).</param>
    public async Task<HoldPlace> PlaceAsync(UnitOfWork unit, OwnerPlan plan, HoldLimit? limit = null)
    {
        var load = await loads.AllAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false);
        var upcoming = await UpcomingAsync(unit, plan).ConfigureAwait(false);
        return await SettleAsync(unit, plan, HoldRules.Place(unit.Now, unit.Now, upcoming, load, plan.Calendar, settings, limit)).ConfigureAwait(false);
    }

    /// <summary>
    /// Finds all held messages their breaks anew, in the order of the queue: after the plan changed, or a break ended with some left.
    /// Who waits longer than they were told hears it once (rules H8, H13); who waits less long does not.
    /// </summary>
    /// <param name="reason">Why, for those who wait longer; empty where the reason given before stays true.</param>
    /// <param name="mayStillChange">True for changes by hand, which may be followed by another.</param>
    /// <returns>How many were moved to a later promise than told.</returns>
    public async Task<int> PlaceAllAsync(UnitOfWork unit, OwnerPlan plan, string reason, bool mayStillChange)
    {
        var held = await urgent.HeldAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false);
        var queue = HeldOrder.Sort(held.Where(message => message.SessionId is null), plan.Calendar, settings).ToList();
        var later = 0;
        foreach (var (message, place) in queue.Zip(await PlacesAsync(unit, plan, queue).ConfigureAwait(false)))
        {
            var moved = (message with { PromisedAt = place.PromisedAt }).IsLaterThanTold;
            if (place.Break.Key != message.BreakKey || place.PromisedAt != message.PromisedAt)
            {
                await urgent.PlaceAsync(unit.Db, unit.Workspace.Id, message.Number, place, moved ? reason : "").ConfigureAwait(false);
            }

            if (!moved) continue;
            later++;
            var due = mayStillChange ? Instant.Max(unit.Now, Instant.Min(unit.Now + MoveGrace, message.ToldPromiseAt - LastWarning)) : unit.Now;
            await timers.SetAsync(unit, UrgentTimers.PromiseMoved, UrgentTimers.Key(message.Number), due).ConfigureAwait(false);
        }

        await loads.RecountAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false);
        await breaks.RemoveUnneededAsync(unit, plan.Owner).ConfigureAwait(false);
        return later;
    }

    /// <summary>
    /// The places of a queue, one for each message. A break that is put in for one may be earlier than what was found for those before it, who have waited longer: then all are
    /// placed once more, with that break in the plan.
    /// </summary>
    private async Task<IReadOnlyList<HoldPlace>> PlacesAsync(UnitOfWork unit, OwnerPlan plan, IReadOnlyList<HeldMessage> queue)
    {
        var places = new List<HoldPlace>();
        var load = new Dictionary<string, int>();
        var upcoming = await UpcomingAsync(unit, plan).ConfigureAwait(false);
        while (places.Count < queue.Count)
        {
            var message = queue[places.Count];
            var found = HoldRules.Place(message.WaitingSinceAt, unit.Now, upcoming, load, plan.Calendar, settings, HoldRules.LimitOf(message, unit.Now));
            var place = await SettleAsync(unit, plan, found).ConfigureAwait(false);
            if (found.PutsInBreak) upcoming = await UpcomingAsync(unit, plan).ConfigureAwait(false);
            if (found.PutsInBreak && places.Any(earlier => earlier.Break.Start > place.Break.Start))
            {
                places.Clear();
                load.Clear();
                continue;
            }

            places.Add(place);
            load[place.Break.Key] = load.GetValueOrDefault(place.Break.Key) + 1;
        }

        return places;
    }

    /// <summary>Writes a forced break into the plan, and sets the timers of the break that now has something held for it.</summary>
    private async Task<HoldPlace> SettleAsync(UnitOfWork unit, OwnerPlan plan, HoldPlace place)
    {
        if (place.PutsInBreak)
        {
            var session = new BreakSession
            {
                Id = Guid.CreateVersion7(unit.Now.ToDateTimeOffset()).ToString("N"),
                OwnerId = plan.Owner,
                Kind = BreakKind.Forced,
                State = BreakState.Planned,
                StartAt = place.Break.Start,
                EndAt = place.Break.End,
            };
            await breaks.SaveAsync(unit.Db, unit.Workspace.Id, session).ConfigureAwait(false);
            place = place with { Break = session.AsBreak() };
        }

        await BreakTimers.WatchAsync(timers, unit, plan.Owner, place.Break).ConfigureAwait(false);
        return place;
    }
}
