using System.Globalization;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.Dates;
using TriageBot.Features.Tasks;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Agenda;

/// <summary>Answers <c>/agenda</c>: an owner's own, or a teammate's tasks in the same layout; never posted, so no someday-maybe turn passes on.</summary>
internal sealed class AgendaHandlers(TaskPeopleStore peopleStore, OwnerStore owners, DueInput dates, AgendaCards cards, AgendaAnswers answers)
{
    /// <summary>Verb of the button under a shortened agenda. It stands in messages for ever.</summary>
    public const string All = "agenda-all";

    /// <summary>Verb of a day that could be meant. It stands in messages for ever.</summary>
    public const string Day = "agenda-day";

    public static ControlId AllButton(LocalDate date, MemberId whose) =>
        new(All, NumberOf(date), Extra: whose.Value);

    public static ControlId DayButton(LocalDate date) => new(Day, NumberOf(date));

    public async Task<Reply> LookAsync(Turn turn)
    {
        var people = await peopleStore.LoadAsync(turn.Unit).ConfigureAwait(false);
        var (typed, isWhole) = Words(turn.Value("day"));
        var today = people.CalendarOf(turn.Author.Id).Today(turn.Now);
        var date = today;
        if (typed.Length > 0)
        {
            var read = await dates.ReadAsync(turn, typed).ConfigureAwait(false);
            if (read is DueInputResult.Answer answer) return answers.WhichDay(answer, today);
            if (read is not DueInputResult.Read { Due: DueValue.Day or DueValue.At } said) return answers.NoDay(typed);
            date = said.Columns.On ?? said.Columns.Local?.Date ?? today;
            if (date < today) return answers.DayOver(typed);
        }

        return await ShowAsync(turn, people, turn.Author, date, isWhole).ConfigureAwait(false);
    }

    /// <summary>All of an agenda that was posted or shown, as it is now, to whoever asks for it. Once its day is over, today's.</summary>
    public async Task<Reply> ShowAllAsync(Turn turn)
    {
        var people = await peopleStore.LoadAsync(turn.Unit).ConfigureAwait(false);
        var whose = people.Find(new MemberId(turn.Control.Extra));
        var today = people.CalendarOf(whose.Id).Today(turn.Now);
        return await ShowAsync(turn, people, whose, LocalDate.Max(DateOf(turn.Control), today), isWhole: true).ConfigureAwait(false);
    }

    /// <summary>The day that was meant. Once it is over, today.</summary>
    public async Task<Reply> ShowDayAsync(Turn turn)
    {
        var people = await peopleStore.LoadAsync(turn.Unit).ConfigureAwait(false);
        var today = people.CalendarOf(turn.Author.Id).Today(turn.Now);
        return await ShowAsync(turn, people, turn.Author, LocalDate.Max(DateOf(turn.Control), today), isWhole: false).ConfigureAwait(false);
    }

    private async Task<Reply> ShowAsync(Turn turn, TaskPeople people, Member whose, LocalDate date, bool isWhole)
    {
        var plan = await owners.FindAsync(turn.Db, turn.Workspace, whose.Id).ConfigureAwait(false);
        var reader = new AgendaReader(whose, people, IsNamed: whose.Id != turn.Author.Id, TaskReader.Only(turn.Author.Id));
        return new Reply.Private((await cards.OfAsync(turn.Unit, plan, reader, date, isWhole: isWhole).ConfigureAwait(false)).Card);
    }

    private static int NumberOf(LocalDate date) => int.Parse(date.ToString("uuuuMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static LocalDate DateOf(ControlId control)
    {
        var number = (int)control.Item;
        return new LocalDate(number / 10000, number / 100 % 100, number % 100);
    }

    /// <summary>"all" before or after the day asks for everything.</summary>
    private static (string Day, bool IsWhole) Words(string? typed)
    {
        var words = (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [.. var day, { } last] when last.Equals("all", StringComparison.OrdinalIgnoreCase) => (string.Join(' ', day), true),
            [{ } first, .. var day] when first.Equals("all", StringComparison.OrdinalIgnoreCase) => (string.Join(' ', day), true),
            _ => (typed ?? "", false),
        };
    }
}
