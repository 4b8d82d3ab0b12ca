using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Features.Outbox;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Review;

/// <summary>The two messages that ask an owner to close a day, in their private conversation.</summary>
internal sealed class ReviewPrompts(ReplyTexts texts, OutboxStore outbox, TaskPeopleStore peopleStore, ReviewCards cards)
{
    public async Task AskEveningAsync(UnitOfWork unit, OwnerPlan plan, LocalDate day, IReadOnlyList<TaskItem> left)
    {
        var people = await peopleStore.LoadAsync(unit).ConfigureAwait(false);
        var heading = texts.Say(ReviewTexts.Evening, ("day", Name(unit, plan, day)), ("count", left.Count));
        await outbox.TellAsync(unit, plan.Owner, cards.Prompt(unit, people, plan, day, heading, left)).ConfigureAwait(false);
    }

    public async Task AskMorningAsync(UnitOfWork unit, OwnerPlan plan, LocalDate day, IReadOnlyList<TaskItem> left)
    {
        var people = await peopleStore.LoadAsync(unit).ConfigureAwait(false);
        var heading = texts.Say(ReviewTexts.Morning, ("day", Name(unit, plan, day)), ("count", left.Count));
        await outbox.TellAsync(unit, plan.Owner, cards.Prompt(unit, people, plan, day, heading, left)).ConfigureAwait(false);
    }

    private static ReplyValue Name(UnitOfWork unit, OwnerPlan plan, LocalDate day) => ReplyValue.Words(TimeText.Day(day, plan.Calendar.Today(unit.Now)));
}
