using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.ServiceLevels;
using TriageBot.Features.Escalations;

namespace TriageBot.Features.ServiceLevels;

/// <summary>Changes levels and closures, moves what is open by them, and edits the published cards.</summary>
internal sealed class LevelChanger(LevelStore levels, LevelBook book, LevelCards cards, ClockStore clocks, IEnumerable<ILevelHoursChanged> watchers)
{
    private static readonly Duration Measured = Duration.FromDays(90);

    public LevelBook Book => book;

    public LevelStore Store => levels;

    public Task<int> SaveAsync(UnitOfWork unit, ServiceLevel level, MemberId by, string reason) => ChangeAsync(unit, () => levels.SaveAsync(unit, level, by), reason);

    public Task<int> CloseAsync(UnitOfWork unit, LevelClosure closure, string reason) => ChangeAsync(unit, () => levels.CloseAsync(unit, closure), reason);

    public Task<int> ReopenAsync(UnitOfWork unit, string level, LocalDate on, string reason) => ChangeAsync(unit, () => levels.ReopenAsync(unit, level, on), reason);

    /// <summary>How many of the last 90 days' first answers would have kept the new target; null where that is no worry (rule C5).</summary>
    public async Task<(int Kept, int Count)?> WouldNotBeKeptAsync(UnitOfWork unit, ServiceLevel wanted)
    {
        var used = await clocks.FirstAnswersAsync(unit.Db, unit.Workspace.Id, wanted.Name, unit.Now - Measured).ConfigureAwait(false);
        return LevelRules.WouldNotBeKept(used, wanted.Targets.FirstAnswer) ? (used.Count(time => time <= wanted.Targets.FirstAnswer), used.Count) : null;
    }

    /// <returns>How many open items moved.</returns>
    private async Task<int> ChangeAsync(UnitOfWork unit, Func<Task> change, string reason)
    {
        var before = (await book.AllAsync(unit).ConfigureAwait(false)).ToDictionary(terms => terms.Name);
        await change().ConfigureAwait(false);
        var moved = 0;
        foreach (var after in await book.AllAsync(unit).ConfigureAwait(false))
        {
            // A new level moves nothing, but its hours are published from now on.
            var old = before.GetValueOrDefault(after.Name, after);
            foreach (var watcher in watchers) moved += await watcher.LevelHoursChangedAsync(unit, old, after, reason).ConfigureAwait(false);
        }

        await cards.RefreshAsync(unit).ConfigureAwait(false);
        return moved;
    }
}
