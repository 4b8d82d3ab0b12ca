using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Core.Tasks;
using TriageBot.Features.Duty;

namespace TriageBot.Features.Promises;

/// <summary>Promises whose work gives way to something unplanned: it is said before the yes, and the customer's owner hears of it after (rule A6).</summary>
internal sealed class PromiseDisplaced(PromiseStore promises, PromiseNews news, DutyRoster duty, ReplyTexts texts)
{
    public async Task<IReadOnlyList<Promise>> AmongAsync(UnitOfWork unit, IEnumerable<TaskItem> moved)
    {
        var owed = new List<Promise>();
        foreach (var task in moved)
        {
            if (await promises.FindAsync(unit.Db, unit.Workspace.Id, task.Number).ConfigureAwait(false) is { } promise && PromiseRules.IsOwed(promise)) owed.Add(promise);
        }

        return owed;
    }

    /// <summary>" #131 is promised to Acme for Fri 13 Mar."</summary>
    public RichText Say(Promise promise, NodaTime.Instant now, NodaTime.DateTimeZone zone) => texts.Say(
        PromiseTexts.Gives,
        ("number", promise.Number),
        ("customer", ReplyValue.Typed(promise.Customer)),
        ("due", ReplyValue.Words(PromiseCards.DueIn(promise.Due, now, zone))));

    /// <param name="day">To which day the work moves.</param>
    /// <param name="by">What it gives way to: a number.</param>
    public async Task TellAsync(Turn turn, IReadOnlyList<Promise> displaced, string day, long by)
    {
        var owner = (await duty.AtAsync(turn.Unit, turn.Now).ConfigureAwait(false)).OnDuty?.Owner;
        foreach (var promise in displaced)
        {
            foreach (var reader in new[] { owner, promise.MakerId }.OfType<MemberId>().Distinct().Where(reader => reader != turn.Author.Id))
            {
                await news.TellDisplacedAsync(turn.Unit, reader, promise, ReplyValue.Words(day), by).ConfigureAwait(false);
            }
        }
    }
}
