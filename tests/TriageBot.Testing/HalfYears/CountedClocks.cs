using NodaTime;

namespace TriageBot.Testing.HalfYears;

/// <param name="Kind">As the bot names it.</param>
/// <param name="Used">Working minutes counted up to its end; 0 where it has not ended.</param>
/// <param name="BreachedAt">Null where it was kept so far.</param>
public sealed record CountedClock(string Kind, int Ordinal, int Used, Instant? BreachedAt, bool IsEnded);

/// <summary>The clocks of every matter counted minute by minute from what people did (rules C1–C3, T7). Shares nothing with the bot.</summary>
public sealed class CountedClocks
{
    private readonly HalfYearLedger ledger;
    private readonly Dictionary<string, NaiveService> lines = [];

    /// <summary>Open minutes of each level after each closure that was said.</summary>
    private readonly Dictionary<string, List<bool[]>> open = [];

    private readonly Instant first;
    private readonly int end;

    public CountedClocks(HalfYearLedger ledger)
    {
        this.ledger = ledger;
        first = ledger.Matters.Min(matter => matter.Steps[0].At) - Duration.FromDays(1);
        end = MinuteOf(ledger.EndsAt);
        foreach (var level in HalfYear.Levels)
        {
            // Beyond the end, because somebody may still wait for a day after it.
            var line = new NaiveService(DateTimeZoneProviders.Tzdb[level.Zone], first, (end / 1440) + 14);
            lines[level.Name] = line;
            open[level.Name] =
            [
                .. Enumerable.Range(0, ledger.Closures.Count + 1)
                    .Select(said => line.Open(level.Windows, ledger.Closures.Take(said).Select(closure => closure.Date).ToHashSet())),
            ];
        }
    }

    public IReadOnlyList<CountedClock> Of(Matter matter)
    {
        var (start, steps) = (MinuteOf(matter.Steps[0].At), matter.Steps.GroupBy(step => MinuteOf(step.At)).ToDictionary(group => group.Key, group => group.ToList()));
        var changes = ledger.LevelChanges.Where(change => change.Customer == matter.Customer).ToDictionary(change => MinuteOf(change.At), change => change.Level);
        var closures = ledger.Closures.Select(closure => MinuteOf(closure.SaidAt)).ToList();
        var level = LevelAt(matter.Customer, start);
        var clocks = new List<Counting>();
        var (isAnswered, goesOnAt) = (false, -1);
        for (var minute = start; minute < end; minute++)
        {
            var isOpen = open[level.Name][closures.Count(said => said <= minute)];
            if (minute > start && changes.TryGetValue(minute, out var name))
            {
                level = HalfYear.Levels.Single(each => each.Name == name);
                isOpen = open[level.Name][closures.Count(said => said <= minute)];
                foreach (var clock in clocks) clock.Retarget(TargetOf(clock.Kind, level), minute);
            }

            if (minute == goesOnAt) GoOn();
            foreach (var step in steps.GetValueOrDefault(minute, []))
            {
                switch (step.Act)
                {
                    case MatterAct.Opened:
                        clocks.Add(new Counting("FirstAnswer", 1, level.First));
                        clocks.Add(new Counting("Resolution", 1, level.Resolution));
                        break;
                    case MatterAct.Answered:
                        isAnswered = true;
                        foreach (var clock in clocks.Where(clock => clock.Kind != "Resolution")) clock.End(minute);
                        break;
                    case MatterAct.Heard:
                        GoOn();
                        if (isAnswered && clocks.All(clock => clock.Kind != "NextAnswer" || clock.IsEnded))
                        {
                            clocks.Add(new Counting("NextAnswer", clocks.Count(clock => clock.Kind == "NextAnswer") + 1, level.Next));
                        }

                        break;
                    case MatterAct.Waits:
                        foreach (var clock in clocks) clock.IsRunning = false;
                        goesOnAt = step.Until is { } day ? OpeningOf(level, isOpen, day) : -1;
                        break;
                    default:
                        foreach (var clock in clocks) clock.End(minute);
                        break;
                }
            }

            if (isOpen[minute]) foreach (var clock in clocks) clock.Count(minute);
        }

        return [.. clocks.Select(clock => clock.Result(end, minute => first + Duration.FromMinutes(minute)))];

        void GoOn()
        {
            goesOnAt = -1;
            foreach (var clock in clocks) clock.IsRunning = true;
        }
    }

    public PromisedLevel LevelAt(string customer, int minute)
    {
        var last = ledger.LevelChanges.LastOrDefault(change => change.Customer == customer && MinuteOf(change.At) <= minute).Level;
        return HalfYear.Levels.Single(level => level.Name == (last ?? ledger.Levels[customer]));
    }

    /// <summary>Who waits until a day goes on when that day opens, or the next that does.</summary>
    private int OpeningOf(PromisedLevel level, bool[] isOpen, LocalDate day)
    {
        var line = lines[level.Name];
        return Enumerable.Range(0, line.Count).First(minute => isOpen[minute] && line.DateAt(minute) >= day);
    }

    private static int TargetOf(string kind, PromisedLevel level) => kind switch
    {
        "FirstAnswer" => level.First,
        "NextAnswer" => level.Next,
        _ => level.Resolution,
    };

    private int MinuteOf(Instant at) => (int)(at - first).TotalMinutes;

    private sealed class Counting(string kind, int ordinal, int target)
    {
        private int target = target;
        private int used;
        private int due = -1;
        private int endedAt = -1;

        public string Kind { get; } = kind;

        public bool IsRunning { get; set; } = true;

        public bool IsEnded => endedAt >= 0;

        public void End(int minute)
        {
            if (!IsEnded) endedAt = minute;
        }

        public void Count(int minute)
        {
            if (IsEnded || !IsRunning) return;
            used++;
            if (due < 0 && used >= target) due = minute + 1;
        }

        /// <summary>Past the new target already: a tenth of it from now on. What was late stays late.</summary>
        public void Retarget(int wanted, int minute)
        {
            if (IsEnded || (due >= 0 && due < minute)) return;
            (target, due) = (used >= wanted ? used + (wanted / 10) : wanted, -1);
        }

        public CountedClock Result(int end, Func<int, Instant> at) =>
            new(Kind, ordinal, IsEnded ? used : 0, due >= 0 && due < (IsEnded ? endedAt : end) ? at(due) : null, IsEnded);
    }
}
