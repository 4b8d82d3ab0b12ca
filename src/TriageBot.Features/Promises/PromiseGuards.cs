using NodaTime;
using TriageBot.Core.Promises;
using TriageBot.Core.ServiceLevels;

namespace TriageBot.Features.Promises;

/// <summary>Loads what the guard of a promise judges by (rule C7).</summary>
internal sealed class PromiseGuards(LikeStore likes, PromiseLoads loads)
{
    public async Task<PromiseBasis> JudgeAsync(UnitOfWork unit, Promise promise, LevelTerms terms)
    {
        var like = await likes.OfAsync(unit, terms, promise.Number).ConfigureAwait(false);
        var load = await loads.OfAsync(unit, promise).ConfigureAwait(false);
        return PromiseGuard.Judge(like, terms.Calendar.WorkingTime(unit.Now, promise.DueAt), load);
    }

    /// <summary>How long the work really takes its maker, by the agenda's factor.</summary>
    public Task<Duration> NeedAsync(UnitOfWork unit, Promise promise) => loads.NeedAsync(unit, promise);
}
