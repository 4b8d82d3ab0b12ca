using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Features.Duty;

namespace TriageBot.Features.Promises;

/// <summary>
/// What becomes due for a promise: two reminders (rule C8), the moment it is broken, and the news of that.
/// Catch-up: a reminder that is late is given at the next open moment before it is due, or not at all; broken is noted and told late, once.
/// </summary>
internal sealed class PromiseTimers(PromiseChanger changer, PromiseSchedule schedule, PromiseNews news, PromiseGuards guards, DutyRoster duty)
{
    public Task HalfDueAsync(UnitOfWork unit, string key) => RemindAsync(unit, key, PromiseSchedule.Half, PromiseTexts.RemindHalf);

    public Task LastDueAsync(UnitOfWork unit, string key) => RemindAsync(unit, key, PromiseSchedule.Last, PromiseTexts.RemindLast);

    public async Task DueAsync(UnitOfWork unit, string key)
    {
        if (await FindAsync(unit, key).ConfigureAwait(false) is not { } promise || PromiseRules.Break(promise, unit.Now) is not PromiseOutcome.Changed broken) return;
        if (await changer.SaveAsync(unit, broken, new PromiseBy(null, "it was due and not done")).ConfigureAwait(false) is not { } saved) return;
        var owner = (await duty.AtAsync(unit, unit.Now).ConfigureAwait(false)).OnDuty?.Owner;
        foreach (var reader in new[] { saved.MakerId, owner }.OfType<MemberId>().Distinct()) await TellBrokenAsync(unit, saved, reader).ConfigureAwait(false);
    }

    /// <summary>News that waited for their reader's hours. What was kept in the meantime is no news any more.</summary>
    public async Task TellDueAsync(UnitOfWork unit, string key)
    {
        if (key.Split(' ', 2) is not [var number, var reader]) return;
        if (await FindAsync(unit, number).ConfigureAwait(false) is { State: PromiseState.Broken } promise) await TellBrokenAsync(unit, promise, new MemberId(reader)).ConfigureAwait(false);
    }

    private async Task TellBrokenAsync(UnitOfWork unit, Promise promise, MemberId reader)
    {
        var calendar = await schedule.CalendarAsync(unit, reader).ConfigureAwait(false);
        if (PromiseTimes.IsAtWork(calendar, unit.Now))
        {
            await news.TellBrokenAsync(unit, reader, promise).ConfigureAwait(false);
            return;
        }

        await schedule.SetAsync(unit, PromiseSchedule.Told, $"{PromiseSchedule.KeyOf(promise)} {reader.Value}", calendar.NextOpen(unit.Now)).ConfigureAwait(false);
    }

    private async Task RemindAsync(UnitOfWork unit, string key, string kind, ReplyText text)
    {
        if (await FindAsync(unit, key).ConfigureAwait(false) is not { State: PromiseState.Open } promise || unit.Now >= promise.DueAt) return;
        var calendar = await schedule.CalendarAsync(unit, promise.MakerId).ConfigureAwait(false);
        if (!PromiseTimes.IsAtWork(calendar, unit.Now))
        {
            var opening = calendar.NextOpen(unit.Now);
            await schedule.SetAsync(unit, kind, key, opening < promise.DueAt ? opening : null).ConfigureAwait(false);
            return;
        }

        await news.RemindAsync(unit, promise, text, await guards.NeedAsync(unit, promise).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private Task<Promise?> FindAsync(UnitOfWork unit, string key) =>
        changer.Store.FindAsync(unit.Db, unit.Workspace.Id, long.Parse(key, CultureInfo.InvariantCulture));
}
