using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Core.Promises;
using TriageBot.Core.Time;
using TriageBot.Features.Customers;
using TriageBot.Features.Escalations;
using TriageBot.Features.Promises;
using TriageBot.Features.ServiceLevels;

namespace TriageBot.Features.Agenda;

/// <summary>Loads what customers wait for on a day: escalations, promises, and who is to be contacted (rule A2).</summary>
internal sealed class AgendaCustomers(EscalationStore escalations, LevelBook levels, PromiseStore promises, IEnumerable<ICustomerTouches> touches)
{
    /// <summary>So many are looked at; an agenda shows the first of them.</summary>
    private const int MostEscalations = 10;

    public async Task<CustomerDay> OfAsync(UnitOfWork unit, MemberId owner, WorkCalendar calendar, LocalDate date)
    {
        var isToday = date == calendar.Today(unit.Now);
        var (due, more) = isToday ? await EscalationsAsync(unit, owner).ConfigureAwait(false) : ([], 0);
        var contact = new List<CustomerTouch>();
        foreach (var capability in touches) contact.AddRange(await capability.DueAsync(unit, owner, date).ConfigureAwait(false));
        return new CustomerDay(due, more, await PromisesAsync(unit, owner, calendar, date).ConfigureAwait(false), contact);
    }

    /// <summary>Due on that day; today those that are late as well.</summary>
    private async Task<IReadOnlyList<DuePromise>> PromisesAsync(UnitOfWork unit, MemberId owner, WorkCalendar calendar, LocalDate date)
    {
        var day = LogicalDay.Bounds(date, calendar.Zone, calendar.DayStart);
        // A promise for a day is due at its very end.
        var owed = await promises.OwedByAsync(unit.Db, unit.Workspace.Id, owner, day.End + Duration.FromMilliseconds(1)).ConfigureAwait(false);
        return [.. owed.Where(promise => date == calendar.Today(unit.Now) || promise.DueAt > day.Start).Select(promise => new DuePromise(
            promise.Number, promise.Customer, promise.What, Text(promise, unit.Now, calendar)))];
    }

    private static string Text(Promise promise, Instant now, WorkCalendar calendar)
    {
        var when = promise.DueOn is { } on
            ? on == calendar.Today(now) ? "today" : TimeText.Day(on, calendar.Today(now))
            : TimeText.Moment(promise.DueAt, now, calendar.Zone);
        return promise.DueAt < now ? $"overdue, was due {when}" : $"due {when}";
    }

    /// <summary>Which of them is the most pressing on another day is not known yet, so only today's agenda lists them.</summary>
    private async Task<(IReadOnlyList<DueEscalation> Due, int More)> EscalationsAsync(UnitOfWork unit, MemberId owner)
    {
        var open = await escalations.DueOfMemberAsync(unit.Db, unit.Workspace.Id, owner, MostEscalations).ConfigureAwait(false);
        var due = new List<DueEscalation>();
        foreach (var escalation in open.First)
        {
            var terms = await levels.TermsAsync(unit, escalation.Level).ConfigureAwait(false);
            if (DueEscalation.Of(escalation, terms.Calendar, unit.Now) is { } line) due.Add(line);
        }

        return (CustomerDay.Sorted(due), open.Count - due.Count);
    }
}

/// <summary>What other capabilities tell an agenda.</summary>
internal sealed record AgendaGlances(IQueueGlance Queue, AgendaCustomers Customers);
