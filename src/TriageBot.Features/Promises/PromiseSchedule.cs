using System.Globalization;
using NodaTime;
using TriageBot.Core.Promises;
using TriageBot.Core.Time;
using TriageBot.Features.Tasks;
using TriageBot.Features.Timers;

namespace TriageBot.Features.Promises;

/// <summary>Sets the timers of a promise: two reminders in its maker's hours (rule C8), and the moment it is broken.</summary>
internal sealed class PromiseSchedule(TimerStore timers, TaskPeopleStore people, PromiseGuards guards)
{
    public const string Half = "promise-half";
    public const string Last = "promise-last";
    public const string Due = "promise-due";

    /// <summary>Key: number and member who is to be told that it is broken.</summary>
    public const string Told = "promise-told";

    /// <summary>Done at the very moment it is due is in time.</summary>
    private static readonly Duration JustAfter = Duration.FromMilliseconds(1);

    public async Task SetAsync(UnitOfWork unit, Promise promise)
    {
        var key = KeyOf(promise);
        var isOpen = promise.State == PromiseState.Open;
        var reminders = isOpen ? await RemindersAsync(unit, promise).ConfigureAwait(false) : new PromiseReminders(null, null);
        await SetAsync(unit, Half, key, Ahead(reminders.Half, unit.Now)).ConfigureAwait(false);
        await SetAsync(unit, Last, key, Ahead(reminders.Last, unit.Now)).ConfigureAwait(false);
        await SetAsync(unit, Due, key, isOpen ? promise.DueAt + JustAfter : null).ConfigureAwait(false);
    }

    /// <summary>The maker has other hours: what they are still to be reminded of comes at its new moment, at once where that is past; what they were reminded of does not come again.</summary>
    public async Task MoveRemindersAsync(UnitOfWork unit, Promise promise)
    {
        var key = KeyOf(promise);
        var reminders = await RemindersAsync(unit, promise).ConfigureAwait(false);
        if (await timers.FindAsync(unit, Half, key).ConfigureAwait(false) is not null) await SetAsync(unit, Half, key, Ahead(reminders.Half, unit.Now)).ConfigureAwait(false);
        if (await timers.FindAsync(unit, Last, key).ConfigureAwait(false) is not null) await SetAsync(unit, Last, key, Instant.Max(reminders.Last ?? unit.Now, unit.Now)).ConfigureAwait(false);
    }

    public async Task<WorkCalendar> CalendarAsync(UnitOfWork unit, Core.Chat.MemberId member) =>
        (await people.LoadAsync(unit).ConfigureAwait(false)).CalendarOf(member);

    public Task SetAsync(UnitOfWork unit, string kind, string key, Instant? at) =>
        at is { } due ? timers.SetAsync(unit, kind, key, due) : timers.RemoveAsync(unit, kind, key);

    public static string KeyOf(Promise promise) => promise.Number.ToString(CultureInfo.InvariantCulture);

    private async Task<PromiseReminders> RemindersAsync(UnitOfWork unit, Promise promise) => PromiseTimes.Reminders(
        promise,
        await guards.NeedAsync(unit, promise).ConfigureAwait(false),
        await CalendarAsync(unit, promise.MakerId).ConfigureAwait(false));

    /// <summary>A moment that is past was either used or missed: nobody is reminded twice of one date.</summary>
    private static Instant? Ahead(Instant? at, Instant now) => at > now ? at : null;
}
