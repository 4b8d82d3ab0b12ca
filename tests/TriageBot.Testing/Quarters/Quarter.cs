using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace TriageBot.Testing.Quarters;

/// <summary>
/// Thirteen weeks of a team of seven, day by day, through the whole bot: three owners, 40 tasks a week, 15 urgent messages a day, breaks that are held, missed and cut short,
/// evenings that are closed and evenings that are not. The same seed makes the same quarter.
/// </summary>
public sealed partial class Quarter
{
    private const int UrgentADay = 15;
    private const int TasksAWeek = 40;

    /// <summary>First working day, from 0, on which <see cref="Away"/> does not work; a Monday.</summary>
    private const int AwayFrom = 30;

    private const string Away = "casey";

    private static readonly string[] Owners = ["alex", "blair", "casey"];
    private static readonly string[] Others = ["sam", "kim", "lee", "max"];
    private static readonly string[] Customers = ["customer:Acme", "customer:Northside", "customer:\"Birch St\"", ""];
    private static readonly LocalDate FirstDay = new(2026, 1, 5);

    private readonly Team team;
    private readonly QuarterActor act;
    private readonly QuarterDesk desk;
    private readonly Random random;

    private Quarter(Team team, int seed)
    {
        this.team = team;
        random = new Random(seed);
        act = new QuarterActor(team);
        desk = new QuarterDesk(act, Ledger, random, Others);
    }

    public QuarterLedger Ledger { get; } = new();

    /// <param name="days">Working days, Monday to Friday; 65 for the whole quarter.</param>
    /// <returns>The team as it is at the end; the caller closes it.</returns>
    public static async Task<(Team Team, QuarterLedger Ledger)> PlayAsync(int days = 65, int seed = 20260105)
    {
        var team = await Team.StartAsync("alex:owner blair:owner casey:owner sam kim lee max", "2026-01-05 07:30");
        team.IgnoreRest("the ledger is what a quarter is about");
        var quarter = new Quarter(team, seed);
        for (var day = 0; day < days; day++) await quarter.DayAsync(day);
        return (team, quarter.Ledger);
    }

    private async Task DayAsync(int number)
    {
        var date = DateOf(number);
        foreach (var (minute, deed) in Plan(number).OrderBy(entry => entry.Minute))
        {
            var time = LocalTime.Midnight.PlusMinutes(minute);
            await team.AdvanceToAsync(string.Create(CultureInfo.InvariantCulture, $"{date:uuuu-MM-dd} {time:HH:mm}"));
            await deed();
        }
    }

    private static LocalDate DateOf(int day) => FirstDay.PlusDays((day / 5 * 7) + (day % 5));

    private IEnumerable<(int Minute, Func<Task> Deed)> Plan(int day)
    {
        // One owner is away for a week; what is asked of them meanwhile waits.
        if (day == AwayFrom - 1) yield return (At(16, 0), () => act.SayAsync(Away, $"/closures {DateOf(AwayFrom):uuuu-MM-dd} to {DateOf(AwayFrom + 4):uuuu-MM-dd}"));
        foreach (var owner in Owners.Where(owner => owner != Away || day is < AwayFrom or >= AwayFrom + 5))
        {
            yield return (At(9, 5), () => desk.CloseYesterdayAsync(owner));
            yield return (At(9, 15), () => desk.AnswerSomedayAsync(owner));
            foreach (var start in new[] { At(10, 30), At(12, 30), At(15, 30) }) yield return (start + random.Next(8), () => desk.BreakAsync(owner));
            yield return (At(11, 45), () => desk.WorkAsync(owner));
            yield return (At(16, 45), () => desk.WorkAsync(owner));
            yield return (At(17, 1 + random.Next(30)), () => desk.CloseDayAsync(owner));
        }

        foreach (var other in Others) yield return (At(16, 40), () => desk.WorkAsync(other));
        for (var urgent = 0; urgent < UrgentADay; urgent++)
        {
            var text = $"Urgent {day}/{urgent}: please look";
            var (who, owner, minute) = (Pick(Others), Pick(Owners), At(9, 0) + random.Next(8 * 60));
            var about = $" for:@{owner} {Pick(Customers)}";
            yield return (minute, () => AskAsync(who, $"/urgent {text}{about}"));
            if (urgent == 0) yield return (minute + 4, () => RepeatAsync(who, $"/urgent {text.ToUpperInvariant()}{about}"));
        }

        for (var task = 0; task < TasksAWeek / 5; task++)
        {
            var (who, text) = (Pick([.. Owners, .. Others]), $"Task {day}/{task}");
            yield return (At(8, 40) + random.Next(8 * 60), () => AddAsync(who, text));
        }

        if (day % 5 == 2) yield return (At(14, 0), () => ShelveAsync(Pick(Owners), $"Some day {day}"));
        if (day % 20 == 7) yield return (At(13, 37), team.RestartAsync);
    }

    private async Task AskAsync(string who, string command)
    {
        var card = await act.SayAsync(who, command);
        Ledger.Urgent.Add(NumberOf(card, command));
        if (random.Next(20) != 0) return;
        // Every twentieth is solved before anybody reads it.
        if (QuarterActor.Has(card, "Withdraw")) await act.PressAsync(who, card!, "Withdraw");
    }

    private async Task RepeatAsync(string who, string command)
    {
        var number = NumberOf(await act.SayAsync(who, command), command);
        if (Ledger.Urgent.Add(number)) return;
        Ledger.Repeated++;
    }

    private async Task AddAsync(string who, string text)
    {
        var day = Pick([" do:today", " do:tomorrow", " due:fri", " do:mon due:\"fri 15:00\"", ""]);
        var whom = random.Next(3) == 0 ? $" for:@{Pick(Owners)}" : "";
        var command = $"/task {text} estimate:{random.Next(1, 8) * 15}m{day}{whom}";
        Ledger.Tasks.Add(NumberOf(await act.SayAsync(who, command), command));
    }

    private async Task ShelveAsync(string who, string text) => Ledger.Someday.Add(NumberOf(await act.SayAsync(who, $"/someday {text}"), text));

    private static long NumberOf(Core.Chat.Card? card, string asked) =>
        card is not null && Number().Match(card.Text.ToPlainText()) is { Success: true } match
            ? long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : throw new TeamException($"No number in the answer to {asked}: {card?.Text.ToPlainText()}");

    private string Pick(IReadOnlyList<string> among) => among[random.Next(among.Count)];

    private static int At(int hour, int minute) => (hour * 60) + minute;

    [GeneratedRegex(@"#(\d+)")]
    private static partial Regex Number();
}
