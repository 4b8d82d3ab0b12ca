using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.Dates;
using TriageBot.Features.Tasks;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Agenda;

/// <summary>Answers <c>/agenda</c>: an owner's own, or a teammate's tasks in the same layout; never posted, so no someday-maybe turn passes on.</summary>
internal sealed class AgendaHandlers(TaskPeopleStore peopleStore, OwnerStore owners, DueInput dates, AgendaSnapshots snapshots, AgendaAnswers answers)
{
    public async Task<Reply> LookAsync(Turn turn)
    {
        var people = await peopleStore.LoadAsync(turn.Unit).ConfigureAwait(false);
        var calendar = people.CalendarOf(turn.Author.Id);
        var today = calendar.Today(turn.Now);
        var date = today;
        if (turn.Value("day") is { } typed)
        {
            var read = await dates.ReadAsync(turn, typed).ConfigureAwait(false);
            if (read is DueInputResult.Answer answer) return answer.Reply;
            if (read is not DueInputResult.Read { Due: DueValue.Day or DueValue.At } said) return answers.NoDay(typed);
            date = said.Columns.On ?? said.Columns.Local?.Date ?? today;
            if (date < today) return answers.DayOver(typed);
        }

        var plan = await owners.FindAsync(turn.Db, turn.Workspace, turn.Author.Id).ConfigureAwait(false);
        var snapshot = plan is null
            ? await snapshots.OfTeammateAsync(turn.Unit, turn.Author.Id, calendar, date).ConfigureAwait(false)
            : await snapshots.OfOwnerAsync(turn.Unit, plan, date).ConfigureAwait(false);
        return answers.Agenda(snapshot, new AgendaReader(turn.Author, people, IsNamed: false, TaskReader.Only(turn.Author.Id)), MomentOf(plan, turn.Now, date, today));
    }

    /// <summary>The moment by which a day's agenda is judged: now for today; for a later day, when it will be posted.</summary>
    private static Instant MomentOf(OwnerPlan? plan, Instant now, LocalDate date, LocalDate today) => plan is null
        ? now + Duration.FromDays(Period.DaysBetween(today, date))
        : date == today ? now : AgendaRules.AgendaAt(plan, date);
}
