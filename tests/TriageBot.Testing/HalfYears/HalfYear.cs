using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using TriageBot.Testing.Quarters;

namespace TriageBot.Testing.HalfYears;

/// <summary>
/// Twenty-six weeks of twenty customers on three service levels through the whole bot: 30 escalations a week, answered soon, late or never, waiting and written to again,
/// with holidays, some of them said only on the day, and customers who change their level. The same seed makes the same half-year.
/// </summary>
public sealed partial class HalfYear
{
    private const int Customers = 20;
    private const int EscalationsAWeek = 30;
    private const int SeldomAnswered = 12;
    private const int PromisesAWeek = 5;

    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
    private static readonly LocalDate FirstDay = new(2026, 1, 5);
    private static readonly string[] Owners = ["alex", "blair", "casey"];
    private static readonly string[] Others = ["sam", "kim", "lee"];
    private static readonly IsoDayOfWeek[] Weekdays = [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    /// <summary>Days on which nobody works, and the moment on which the team says so.</summary>
    private static readonly (LocalDate Day, LocalDateTime Said)[] Holidays =
    [
        (new(2026, 4, 2), new(2026, 4, 2, 13, 0)),
        (new(2026, 4, 3), new(2026, 3, 27, 9, 30)),
        (new(2026, 4, 6), new(2026, 3, 27, 9, 31)),
        (new(2026, 5, 1), new(2026, 4, 24, 9, 30)),
        (new(2026, 5, 14), new(2026, 5, 14, 11, 0)),
        (new(2026, 5, 25), new(2026, 5, 18, 9, 30)),
    ];

    /// <summary>Weeks, from 0, in which an owner is away from Monday to Friday, and who covers.</summary>
    private static readonly (int Week, string Owner, string Cover)[] Absences = [(6, "alex", "blair"), (14, "casey", "alex")];

    private readonly Team team;
    private readonly QuarterActor act;
    private readonly Random random;
    private readonly PriorityQueue<Func<Task>, (Instant At, int Order)> deeds = new();
    private int order;

    private HalfYear(Team team, int seed)
    {
        this.team = team;
        random = new Random(seed);
        act = new QuarterActor(team);
    }

    public static IReadOnlyList<PromisedLevel> Levels { get; } =
    [
        new("gold", "Europe/Oslo", "mon-fri 08:00-18:00", Windows((8 * 60, 18 * 60)), 60, 120, 960),
        new("silver", "Europe/Oslo", "mon-fri 09:00-12:00 13:00-17:00", Windows((9 * 60, 12 * 60), (13 * 60, 17 * 60)), 240, 480, 2400),
        new("bronze", "Europe/London", "mon-fri 10:00-16:00", Windows((10 * 60, 16 * 60)), 480, 960, 4800),
    ];

    private HalfYearLedger Ledger { get; } = new();

    /// <summary>Who has to be told first: duty changes each Monday when the day begins, and who is away is told nothing.</summary>
    public static string OnDutyAt(Instant at)
    {
        var week = Period.DaysBetween(FirstDay, at.InZone(Oslo).LocalDateTime.PlusHours(-4).Date) / 7;
        var owner = Owners[week % Owners.Length];
        return Absences.FirstOrDefault(absence => absence.Week == week && absence.Owner == owner).Cover ?? owner;
    }

    /// <returns>The team as it is at the end; the caller closes it.</returns>
    public static async Task<(Team Team, HalfYearLedger Ledger)> PlayAsync(int weeks = 26, int seed = 20260105)
    {
        var team = await Team.StartAsync("alex:owner blair:owner casey:owner sam kim lee ada:admin", "2026-01-05 07:30");
        team.IgnoreRest("the clocks are what a half-year is about");
        var half = new HalfYear(team, seed);
        await half.SetUpAsync();
        half.Plan(weeks);
        await half.RunAsync(FirstDay.PlusWeeks(weeks));
        return (team, half.Ledger);
    }

    private async Task SetUpAsync()
    {
        foreach (var level in Levels)
        {
            await SucceedAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"/levels set level:{level.Name} zone:{level.Zone} hours:\"{level.Hours}\" first:{level.First}m next:{level.Next}m resolution:{level.Resolution}m"), "alex");
        }

        await SucceedAsync($"/rotation {string.Join(' ', Owners.Select(owner => "@" + owner))}", "ada");
        for (var number = 0; number < Customers; number++)
        {
            var (name, level) = (NameOf(number), Levels[number % Levels.Count].Name);
            await act.SayAsync("alex", $"/customer add {name} level:{level}");
            Ledger.Levels[name] = level;
        }
    }

    private void Plan(int weeks)
    {
        var end = FirstDay.PlusWeeks(weeks);
        foreach (var (day, said) in Holidays.Where(holiday => holiday.Said.Date < end)) At(said, () => CloseAsync(day));
        foreach (var (week, owner, cover) in Absences.Where(absence => absence.Week < weeks))
        {
            var monday = FirstDay.PlusWeeks(week);
            At(monday.PlusDays(-3).At(new LocalTime(15, 0)), () => SucceedAsync($"/away from:{monday:uuuu-MM-dd} until:{monday.PlusDays(5):uuuu-MM-dd} cover:@{cover}", owner));
        }

        for (var week = 0; week < weeks; week++)
        {
            var monday = FirstDay.PlusWeeks(week);
            for (var number = 0; number < EscalationsAWeek; number++)
            {
                // One in ten comes on a Saturday, some before or after hours.
                var day = random.Next(10) == 0 ? 5 : random.Next(5);
                At(monday.PlusDays(day).At(new LocalTime(7, 0)).PlusMinutes(random.Next(12 * 60)), () => EscalateAsync());
            }

            for (var number = 0; number < PromisesAWeek; number++)
            {
                At(monday.PlusDays(random.Next(5)).At(new LocalTime(9, 0)).PlusMinutes(random.Next(7 * 60)), PromiseAsync);
            }

            if (week % 2 == 1) At(monday.PlusDays(2).At(new LocalTime(10, 7)), ChangeLevelAsync);
        }
    }

    private async Task RunAsync(LocalDate end)
    {
        while (deeds.TryDequeue(out var deed, out var when))
        {
            var local = when.At.InZone(Oslo).LocalDateTime;
            if (local.Date >= end) break;
            await AdvanceAsync(local);
            await deed();
        }

        await AdvanceAsync(end.AtMidnight());
        Ledger.EndsAt = Now;
        Ledger.Tally = (await act.SayAsync("alex", "/promises all:yes"))?.Text.ToPlainText() ?? "";
    }

    private async Task EscalateAsync()
    {
        var (customer, who) = (NameOf(random.Next(Customers)), Pick(Others));
        var card = await act.SayAsync(who, $"/escalate {customer} fault {random.Next():x8}")
            ?? throw new TeamException("An escalation was not answered.");
        var matter = new Matter(long.Parse(Number().Match(card.Text.ToPlainText()).Groups[1].ValueSpan, CultureInfo.InvariantCulture), customer, who);
        matter.Steps.Add(new MatterStep(Now, MatterAct.Opened));
        Ledger.Matters.Add(matter);
        Live(matter);
    }

    /// <summary>Plans what becomes of a matter that has just been opened.</summary>
    private void Live(Matter matter)
    {
        if (random.Next(SeldomAnswered) == 0)
        {
            Later(matter, Now.InZone(Oslo).LocalDateTime.PlusDays(8), MatterAct.Solved);
            return;
        }

        var at = Later(matter, Now.InZone(Oslo).LocalDateTime.PlusMinutes(Delay()), MatterAct.Answered);
        for (var rounds = random.Next(3); rounds > 0; rounds--)
        {
            if (random.Next(3) == 0)
            {
                LocalDate? until = random.Next(2) == 0 ? at.Date.PlusDays(2 + random.Next(4)) : null;
                at = Later(matter, at.PlusMinutes(5), MatterAct.Waits, until);
            }

            at = Later(matter, at.PlusMinutes(30 + random.Next(4 * 24 * 60)), MatterAct.Heard);
            at = Later(matter, at.PlusMinutes(Delay()), MatterAct.Answered);
        }

        Later(matter, at.PlusMinutes(30 + random.Next(5 * 24 * 60)), MatterAct.Solved);
    }

    /// <summary>Minutes until somebody answers: often soon, sometimes after days.</summary>
    private int Delay() => random.Next(10) switch
    {
        < 5 => 10 + random.Next(50),
        < 8 => 60 + random.Next(6 * 60),
        _ => 24 * 60 * (1 + random.Next(3)),
    };

    /// <summary>People act in the daytime.</summary>
    private LocalDateTime Later(Matter matter, LocalDateTime wanted, MatterAct what, LocalDate? until = null)
    {
        var at = wanted.Hour < 7 ? wanted.Date.At(new LocalTime(8, wanted.Minute)) : wanted.Hour >= 20 ? wanted.Date.PlusDays(1).At(new LocalTime(8, wanted.Minute)) : wanted;
        At(at, () => StepAsync(matter, what, until));
        return at;
    }

    private async Task StepAsync(Matter matter, MatterAct what, LocalDate? until)
    {
        // Until a day that has come meanwhile is until nobody knows.
        var day = until > Now.InZone(Oslo).Date ? until : null;
        await act.SayAsync(Pick(Owners), what switch
        {
            MatterAct.Answered => $"/answered {matter.Number}",
            MatterAct.Heard => $"/heard {matter.Number}",
            MatterAct.Waits when day is { } date => $"/wait {matter.Number} photos until:{date:uuuu-MM-dd}",
            MatterAct.Waits => $"/wait {matter.Number} photos",
            _ => $"/solved {matter.Number}",
        });
        matter.Steps.Add(new MatterStep(Now, what, what == MatterAct.Waits ? day : null));
    }

    /// <summary>Half of the promises are kept in time; others late, never, or after being put off once or twice.</summary>
    private async Task PromiseAsync()
    {
        var (who, made) = (Pick(Others), Now.InZone(Oslo).Date);
        var day = WorkingDayAfter(made, 2 + random.Next(6));
        var card = await act.SayAsync(who, $"/promise {NameOf(random.Next(Customers))} \"job {random.Next():x8}\" due:{day:uuuu-MM-dd}");
        if (QuarterActor.Has(card, "Promise anyway")) card = await act.PressAsync(who, card!, "Promise anyway");
        if (card?.Item is not { } number) throw new TeamException($"Not promised: {card?.Text.ToPlainText()}");
        var promise = new PromisedDay(number);
        promise.Days.Add(day);
        Ledger.Book.Promises.Add(promise);
        var fate = random.Next(10);
        for (var moves = fate switch { 0 or 1 => 1, 2 => 2, _ => 0 }; moves > 0; moves--)
        {
            var (next, before) = (WorkingDayAfter(day, 2 + random.Next(4)), day);
            At(before.At(new LocalTime(9, random.Next(60))), () => PutOffAsync(who, promise, next));
            day = next;
        }

        if (fate == 3) return;
        At((fate == 4 ? WorkingDayAfter(day, 2) : day).At(new LocalTime(14, random.Next(60))), () => KeepAsync(who, promise));
    }

    private async Task PutOffAsync(string who, PromisedDay promise, LocalDate day)
    {
        await act.SayAsync(who, $"/renegotiate {promise.Number} {day:uuuu-MM-dd}");
        promise.Days.Add(day);
    }

    private async Task KeepAsync(string who, PromisedDay promise)
    {
        await act.SayAsync(who, $"/kept {promise.Number}");
        promise.KeptAt = Now;
    }

    private static LocalDate WorkingDayAfter(LocalDate date, int days)
    {
        for (; days > 0; days--)
        {
            do date = date.PlusDays(1);
            while (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || Holidays.Any(holiday => holiday.Day == date));
        }

        return date;
    }

    private async Task ChangeLevelAsync()
    {
        var (customer, level) = (NameOf(random.Next(Customers)), Levels[random.Next(Levels.Count)].Name);
        await act.SayAsync("alex", $"/customer level {customer} level:{level}");
        Ledger.LevelChanges.Add((Now, customer, level));
    }

    /// <summary>An error repeats what was typed, a refusal names who can.</summary>
    private async Task SucceedAsync(string command, string who)
    {
        var answer = (await act.SayAsync(who, command))?.Text.ToPlainText() ?? "";
        if (answer.Length == 0 || answer.Contains("You typed", StringComparison.Ordinal) || answer.Contains("Who can:", StringComparison.Ordinal)) throw new TeamException($"{command}: {answer}");
    }

    private async Task CloseAsync(LocalDate day)
    {
        await act.SayAsync("alex", $"/levels close on:{day:uuuu-MM-dd} name:holiday");
        Ledger.Closures.Add((Now, day));
    }

    private Instant Now => team.Now;

    private void At(LocalDateTime local, Func<Task> deed) => deeds.Enqueue(deed, (local.InZoneLeniently(Oslo).ToInstant(), order++));

    private Task AdvanceAsync(LocalDateTime local) => team.AdvanceToAsync(string.Create(CultureInfo.InvariantCulture, $"{local:uuuu-MM-dd HH:mm}"));

    private static string NameOf(int customer) => string.Create(CultureInfo.InvariantCulture, $"Customer{customer:00}");

    private string Pick(IReadOnlyList<string> among) => among[random.Next(among.Count)];

    private static IReadOnlyList<(IsoDayOfWeek Day, int Start, int End)> Windows(params (int Start, int End)[] windows) =>
        [.. Weekdays.SelectMany(day => windows.Select(window => (day, window.Start, window.End)))];

    [GeneratedRegex(@"#(\d+)")]
    private static partial Regex Number();
}
