using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Outbox;
using TriageBot.Features.Someday;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Agenda;

/// <summary>Writes an owner's agenda to the outbox, and passes the someday-maybe turn on (rule S2).</summary>
internal sealed class AgendaPoster(AgendaCards cards, TaskPeopleStore peopleStore, SomedayTurns someday, OutboxStore outbox)
{
    public async Task PostAsync(UnitOfWork unit, OwnerPlan plan, AgendaDay day)
    {
        var people = await peopleStore.LoadAsync(unit).ConfigureAwait(false);
        var reader = new AgendaReader(people.Find(plan.Owner), people, IsNamed: people.OwnerCount > 1, SightOf(plan));
        var plannedAt = day.Outcome == AgendaOutcome.Late ? AgendaRules.AgendaAt(plan, day.On) : (NodaTime.Instant?)null;
        var (agenda, card) = await cards.OfAsync(unit, plan, reader, day.On, plannedAt).ConfigureAwait(false);
        if (plan.IsQuiet && agenda.HasNothingToDo) return;
        await outbox.PostAsync(unit, DestinationOf(plan), card).ConfigureAwait(false);
        await someday.ShownAsync(unit, plan.Owner, agenda.Someday?.Shown ?? [], day.On).ConfigureAwait(false);
        await someday.ShowPrivateAsync(unit, plan.Owner, day.On).ConfigureAwait(false);
    }

    private static TaskReader SightOf(OwnerPlan plan) => DestinationOf(plan) is Destination.Direct ? TaskReader.Only(plan.Owner) : TaskReader.Everybody;

    /// <summary>A workspace without channels has only private conversations.</summary>
    private static Destination DestinationOf(OwnerPlan plan) =>
        plan.AgendaChannel.Length == 0 ? new Destination.Direct(plan.Owner) : new Destination.Channel(plan.AgendaChannel);
}
