using NodaTime;
using TriageBot.Core.Escalations;
using TriageBot.Core.Time;
using TriageBot.Testing;

namespace TriageBot.Core.Tests.Escalations;

/// <summary>The clocks against a count of minutes, for 2,000 random lives of a clock over both clock changes (rules C1–C3, T4, T6, T7).</summary>
public sealed class ClockTableTests
{
    private const int Cases = 2000;
    private const int Days = 40;

    private static readonly (string Zone, LocalDate From)[] Places =
    [
        ("Europe/Oslo", new(2026, 3, 12)), ("Europe/Oslo", new(2026, 10, 8)),
        ("America/New_York", new(2026, 2, 24)), ("America/New_York", new(2026, 10, 18)),
        ("Australia/Lord_Howe", new(2026, 3, 20)), ("Australia/Lord_Howe", new(2026, 9, 20)),
        ("Asia/Kolkata", new(2026, 5, 1)),
    ];

    private readonly record struct Act(int Minute, string What, int Level);

    private sealed record Level(IReadOnlyList<(IsoDayOfWeek Day, int Start, int End)> Windows, int Target);

    [Fact]
    public void Two_thousand_random_clocks_agree_with_a_count_of_minutes()
    {
        var lines = Places.Select(place =>
        {
            var zone = DateTimeZoneProviders.Tzdb[place.Zone];
            return (Zone: zone, Line: new NaiveService(zone, zone.AtStartOfDay(place.From).ToInstant(), Days));
        }).ToList();
        var compared = 0;
        var breached = 0;
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var (zone, line) = lines[random.Next(lines.Count)];
            var levels = Enumerable.Range(0, 3).Select(_ => RandomLevel(random)).ToList();
            var closed = Enumerable.Range(0, random.Next(4)).Select(_ => line.DateAt(random.Next(line.Count))).ToHashSet();
            var acts = RandomActs(random);

            var clock = Live(zone, line, levels, closed, acts);
            var (used, due) = Count(line, levels, closed, acts);

            Assert.True(clock.Used == Duration.FromMinutes(used), $"Case {seed}: used {clock.Used.TotalMinutes}, counted {used}.");
            Assert.True(due < 0 || clock.BreachedAt == line.At(due) || clock.DueAt == line.At(due), $"Case {seed}: due {clock.DueAt}, counted {(due < 0 ? "none" : line.At(due))}.");
            Assert.Equal(due >= 0 && due < acts[^1].Minute, clock.BreachedAt is not null);
            compared++;
            if (clock.BreachedAt is not null) breached++;
        }

        Assert.Equal(Cases, compared);
        // Both ends occur often, or the comparison would say little.
        Assert.InRange(breached, Cases / 10, Cases * 9 / 10);
    }

    /// <summary>The clock under test, through the acts in their order. The last act ends it.</summary>
    private static ServiceClock Live(DateTimeZone zone, NaiveService line, IReadOnlyList<Level> levels, HashSet<LocalDate> closures, IReadOnlyList<Act> acts)
    {
        var (level, closed) = (levels[0], closures.ToHashSet());
        var calendar = Calendar(zone, level, closed);
        var clock = ClockRules.Start(ClockKind.Resolution, 1, line.At(acts[0].Minute), Duration.FromMinutes(level.Target), calendar);
        foreach (var act in acts.Skip(1))
        {
            var now = line.At(act.Minute);
            clock = ClockRules.Breach(clock, now);
            var before = calendar;
            switch (act.What)
            {
                case "pause":
                    clock = ClockRules.Pause(clock, now, calendar);
                    break;
                case "resume":
                    clock = ClockRules.Resume(clock, now, calendar);
                    break;
                case "close":
                    closed = [.. closed, line.DateAt(act.Minute)];
                    calendar = Calendar(zone, level, closed);
                    clock = ClockRules.ChangeHours(clock, now, before, calendar);
                    break;
                case "level":
                    level = levels[act.Level];
                    calendar = Calendar(zone, level, closed);
                    clock = ClockRules.ChangeLevel(clock, now, before, calendar, Duration.FromMinutes(level.Target));
                    break;
                default:
                    clock = ClockRules.End(clock, now, calendar);
                    break;
            }
        }

        return clock;
    }

    /// <summary>The same life, counted: minutes that were open while it ran, and the minute at which they reached the target; -1 for never.</summary>
    private static (int Used, int Due) Count(NaiveService line, IReadOnlyList<Level> levels, HashSet<LocalDate> closures, IReadOnlyList<Act> acts)
    {
        var (level, closed) = (levels[0], closures.ToHashSet());
        var open = line.Open(level.Windows, closed);
        var (used, target, due, isRunning, next) = (0, level.Target, -1, true, 1);
        for (var minute = acts[0].Minute; minute < acts[^1].Minute; minute++)
        {
            for (; next < acts.Count && acts[next].Minute == minute; next++)
            {
                switch (acts[next].What)
                {
                    case "pause":
                        isRunning = false;
                        break;
                    case "resume":
                        isRunning = true;
                        break;
                    case "close":
                        closed = [.. closed, line.DateAt(minute)];
                        open = line.Open(level.Windows, closed);
                        break;
                    case "level":
                        level = levels[acts[next].Level];
                        open = line.Open(level.Windows, closed);
                        // Past the new target already: a tenth of it from now on. What was breached stays so.
                        if (due < 0 || due == minute)
                        {
                            target = used >= level.Target ? used + (level.Target / 10) : level.Target;
                            due = -1;
                        }

                        break;
                }
            }

            if (isRunning && open[minute]) used++;
            if (due < 0 && used >= target) due = minute + 1;
        }

        return (used, due);
    }

    private static WorkCalendar Calendar(DateTimeZone zone, Level level, IEnumerable<LocalDate> closed) => new(
        zone,
        new LocalTime(4, 0),
        [new HourVersion(new LocalDate(1970, 1, 1), new WeekHours(level.Windows.Select(window => (window.Day, new TimeWindow(Time(window.Start), Time(window.End))))))],
        closed,
        []);

    private static LocalTime Time(int minute) => LocalTime.FromMinutesSinceMidnight(minute % (24 * 60));

    /// <summary>A morning and an afternoon, a night over midnight, or round the clock; on some days of the week.</summary>
    private static Level RandomLevel(Random random)
    {
        var windows = new List<(IsoDayOfWeek, int, int)>();
        foreach (var day in WeekHours.Days)
        {
            if (random.Next(7) == 0) continue;
            switch (random.Next(4))
            {
                case 0:
                    windows.Add((day, (20 * 60) + random.Next(200), (24 * 60) + random.Next(1, 5 * 60)));
                    break;
                case 1:
                    windows.Add((day, 0, 24 * 60));
                    break;
                default:
                    var (opens, lunch) = (random.Next(1, 11 * 60), 12 * 60);
                    windows.Add((day, opens, lunch));
                    windows.Add((day, lunch + random.Next(5, 90), (15 * 60) + random.Next(9 * 60)));
                    break;
            }
        }

        if (windows.Count == 0) windows.Add((IsoDayOfWeek.Monday, 9 * 60, 17 * 60));
        return new Level(windows, random.Next(1, 40) * 60);
    }

    private static List<Act> RandomActs(Random random)
    {
        var acts = new List<Act> { new(random.Next(2 * 24 * 60, 8 * 24 * 60), "start", 0) };
        var isPaused = false;
        for (var count = random.Next(6); count > 0; count--)
        {
            var minute = acts[^1].Minute + random.Next(1, 2 * 24 * 60);
            var what = random.Next(4) switch
            {
                0 => "close",
                1 => "level",
                _ => isPaused ? "resume" : "pause",
            };
            if (what is "pause" or "resume") isPaused = !isPaused;
            acts.Add(new Act(minute, what, random.Next(3)));
        }

        acts.Add(new Act(acts[^1].Minute + random.Next(1, 8 * 24 * 60), "end", 0));
        return acts;
    }
}
