using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.TimeLog;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.TimeLog;

/// <summary><c>/log</c>: writes time down, or shows a day.</summary>
internal sealed class LogHandlers(TimeStore entries, LogInput input, TimeCards cards, TimeWords words, TaskPeopleStore peopleStore)
{
    /// <summary>The rest of a day with more entries is only counted (rule A11).</summary>
    private const int MostShown = 15;

    private static readonly string[] Usual = [TimeRules.Customers, TimeRules.Tasks, "billing", "shipping"];

    public async Task<Reply> LogAsync(Turn turn)
    {
        var people = await peopleStore.LoadAsync(turn.Unit).ConfigureAwait(false);
        if (turn.Values.Keys.All(name => name == "day")) return new Reply.Private(await DayAsync(turn, people).ConfigureAwait(false));
        return await input.ReadAsync(turn, people).ConfigureAwait(false) switch
        {
            LogRead.Answer answer => answer.Reply,
            LogRead.Draft draft => await SaveAsync(turn, people, draft.Entry).ConfigureAwait(false),
            _ => throw new InvalidOperationException("Unknown outcome of reading time spent."),
        };
    }

    private async Task<Reply> SaveAsync(Turn turn, TaskPeople people, TimeEntry draft)
    {
        var known = await entries.FunctionsAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        var entry = await entries.AddAsync(turn.Unit, draft).ConfigureAwait(false);
        var day = await entries.OfDayAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, entry.OnDate).ConfigureAwait(false);
        var logged = words.Say(
            TimeTexts.Logged,
            ("entry", words.Entry(entry, turn.Now, turn.AuthorZone)),
            ("day", DayName(turn, people, entry.OnDate)),
            ("total", TimeWords.Minutes(Total(day))));
        return new Reply.Private(cards.Kept(RichText.Lines([logged, .. HintAt(entry.Function, known)]), entry));
    }

    /// <summary>A function that nobody has used yet may be a slip of the pen; it is kept as typed.</summary>
    private IEnumerable<RichText> HintAt(string function, IReadOnlyList<string> known)
    {
        if (Usual.Contains(function) || known.Contains(function)) yield break;
        var all = string.Join(", ", known.Concat(Usual).Distinct());
        yield return words.Say(TimeTexts.NewFunction, ("function", ReplyValue.Typed(function)), ("functions", ReplyValue.Typed(all)));
    }

    private async Task<Card> DayAsync(Turn turn, TaskPeople people)
    {
        var calendar = people.CalendarOf(turn.Author.Id);
        var date = calendar.Today(turn.Now).PlusDays(turn.Value("day") == TimeCommands.Yesterday ? -1 : 0);
        var day = await entries.OfDayAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, date).ConfigureAwait(false);
        if (day.Count == 0) return new Card(words.Say(TimeTexts.DayEmpty, ("day", DayName(turn, people, date))));
        var sums = day.Where(entry => entry.Minutes > 0 && entry.State == TimeEntryState.Kept).GroupBy(entry => entry.Function)
            .Select(group => (Function: group.Key, Minutes: group.Sum(entry => entry.Minutes))).OrderByDescending(sum => sum.Minutes).ThenBy(sum => sum.Function)
            .Select(sum => RichText.Plain(" · ").Then(RichText.Typed(sum.Function)).Then($" {TimeWords.Minutes(sum.Minutes).Text.ToPlainText()}"));
        var lines = new List<RichText>
        {
            words.Say(
                TimeTexts.Day,
                ("day", DayName(turn, people, date)),
                ("total", TimeWords.Minutes(Total(day))),
                ("sums", sums.Aggregate(RichText.Empty, (all, next) => all.Then(next)))),
        };
        lines.AddRange(day.Take(MostShown).Select(entry => words.Entry(entry, turn.Now, turn.AuthorZone)));
        if (day.Count > MostShown) lines.Add(words.Say(TimeTexts.More, ("count", day.Count - MostShown)));
        if (people.IsOwner(turn.Author.Id) && Worked(calendar, date, turn.Now) is > 0 and var working)
        {
            lines.Add(words.Say(
                TimeTexts.Unlogged,
                ("minutes", TimeWords.Minutes(Math.Max(0, working - Total(day)))),
                ("working", TimeWords.Minutes(working))));
        }

        return new Card(RichText.Lines(lines), [.. day.Where(entry => entry.State == TimeEntryState.Kept).TakeLast(1).Select(TimeCards.Undo)]);
    }

    private static int Total(IEnumerable<TimeEntry> day) => day.Where(entry => entry.State == TimeEntryState.Kept).Sum(entry => entry.Minutes);

    /// <summary>Working minutes of a day up to now.</summary>
    private static int Worked(WorkCalendar calendar, LocalDate date, Instant now) =>
        (int)calendar.WindowsOf(date).Where(span => span.Start < now).Sum(span => (Instant.Min(span.End, now) - span.Start).TotalMinutes);

    private static ReplyValue DayName(Turn turn, TaskPeople people, LocalDate date)
    {
        var today = people.CalendarOf(turn.Author.Id).Today(turn.Now);
        return ReplyValue.Words(date == today ? "Today" : TimeText.Day(date, today));
    }
}
