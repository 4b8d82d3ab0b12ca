using NodaTime;
using TriageBot.Core.Commands;

namespace TriageBot.Core.Time;

/// <summary>Reads a week's hours: days, then their windows, then the next days. Commas are only pauses.</summary>
/// <remarks>
/// hours  = "closed" | { days , ( "closed" | window { window } ) }
/// days   = day [ dash day ] { day [ dash day ] } | "daily" | "weekdays" | "weekend"
/// window = time dash time
/// </remarks>
internal sealed class WeekHoursReader(string text)
{
    private const int MaxLength = 500;
    private const string Example = "mon-fri 09:00-17:00, sat 10:00-14:00";

    private readonly TextScanner scanner = new(text);
    private readonly List<(IsoDayOfWeek Day, TimeWindow Window)> windows = [];
    private readonly HashSet<IsoDayOfWeek> seen = [];
    private readonly List<IsoDayOfWeek> days = [];
    private int daysAt;
    private bool daysHaveHours;
    private bool closed;
    private (IsoDayOfWeek Day, int Position)? repeated;
    private ParseOutcome<WeekHours>.Problem? problem;

    /// <summary>An example that would be refused itself, because more than one thing is wrong, gives way to the usual one.</summary>
    public static ParseOutcome<WeekHours> Read(string text) => new WeekHoursReader(text).Read() switch
    {
        ParseOutcome<WeekHours>.Problem wrong when new WeekHoursReader(wrong.Example).Read() is ParseOutcome<WeekHours>.Problem => wrong with { Example = Example },
        var outcome => outcome,
    };

    private ParseOutcome<WeekHours> Read()
    {
        if (text.Length > MaxLength) Fail($"Hours may be at most {MaxLength} characters long.", MaxLength);
        for (scanner.SkipSeparators(); problem is null && !scanner.AtEnd; scanner.SkipSeparators()) ReadPart();
        return problem ?? Finished();
    }

    private void ReadPart()
    {
        if (char.IsAsciiDigit(scanner.Next)) ReadWindow();
        else if (char.IsAsciiLetter(scanner.Next)) ReadWord();
        else Fail($"“{scanner.Next}” has no meaning in hours.", scanner.Position);
    }

    private void ReadWord()
    {
        var start = scanner.Position;
        var word = scanner.TakeLetters().ToLowerInvariant();
        if (word is "and") return;
        if (word is "closed" or "none" or "off") Close(start);
        else if (DaysNamed(word, start) is { } named) AddDays(named, start);
    }

    private void Close(int start)
    {
        if (days.Count > 0 && !daysHaveHours) daysHaveHours = true;
        else if (seen.Count == 0 && !closed) closed = true;
        else Fail($"Which days are closed? Name them before “{scanner.Since(start)}”.", start, scanner.Corrected(start, "sun closed"));
    }

    private IReadOnlyList<IsoDayOfWeek>? DaysNamed(string word, int start)
    {
        if (word is "daily" or "everyday") return WeekHours.Days;
        if (word is "weekdays") return WeekHours.Days[..5];
        if (word is "weekend" or "weekends") return WeekHours.Days[5..];
        if (Day(word, start) is not { } first) return null;
        if (!scanner.TakeDash()) return [first];

        var lastAt = scanner.Position;
        if (Day(scanner.TakeLetters().ToLowerInvariant(), lastAt) is not { } last) return null;
        var length = (((int)last - (int)first + 7) % 7) + 1;
        return [.. Enumerable.Range((int)first - 1, length).Select(index => WeekHours.Days[index % 7])];
    }

    private IsoDayOfWeek? Day(string word, int start)
    {
        foreach (var day in WeekHours.Days)
        {
            var name = day.ToString().ToLowerInvariant();
            if ((word.Length >= 2 && name.StartsWith(word, StringComparison.Ordinal)) || word == name + "s" || word == name[..3] + "s") return day;
        }

        var names = WeekHours.Days.Select(day => day.ToString()).SelectMany(name => new[] { name[..3].ToLowerInvariant(), name.ToLowerInvariant() });
        var near = names.FirstOrDefault(name => Spelling.Distance(name, word) <= Math.Max(1, Spelling.Tolerance(word)));
        var sentence = word.Length == 0 ? "A day is missing here." : $"“{word}” is no day of the week.";
        Fail(sentence, start, word.Length == 0 || near is null ? Example : scanner.Corrected(start, near));
        return null;
    }

    private void AddDays(IReadOnlyList<IsoDayOfWeek> named, int start)
    {
        if (days.Count == 0 || daysHaveHours)
        {
            days.Clear();
            (daysAt, daysHaveHours) = (start, false);
        }

        foreach (var day in named)
        {
            if (!seen.Add(day))
            {
                repeated ??= (day, start);
                windows.RemoveAll(entry => entry.Day == day);
            }

            if (!days.Contains(day)) days.Add(day);
        }
    }

    private void ReadWindow()
    {
        var start = scanner.Position;
        if (ReadClock() is not { } opens) return;
        if (!scanner.TakeDash())
        {
            Fail($"“{scanner.Since(start)}” needs an end.", start, scanner.Corrected(start, $"{TimeText.Clock(opens.Time)}-17:00"));
            return;
        }

        if (ReadClock() is not { } closes) return;
        if (days.Count == 0) Fail("Name the days before their hours.", start, $"mon-fri {scanner.Since(start)}");
        else if (TimeWindow.IsEmpty(opens.Time, closes.Time)) Fail($"“{scanner.Since(start)}” has no length. Round the clock is 00:00-24:00.", start, scanner.Corrected(start, "00:00-24:00"));
        else if (IsLikelyAfternoon(opens, closes)) FailOverMidnight(start, opens, closes);
        else AddWindow(new TimeWindow(opens.Time, closes.Time));
    }

    private TypedClock? ReadClock()
    {
        var start = scanner.Position;
        if (!char.IsAsciiDigit(scanner.Next))
        {
            Fail("A time is missing here.", start);
            return null;
        }

        var clock = TypedClock.Take(scanner);
        if (clock is null) Fail($"“{scanner.Since(start)}” is no time of day. Times are 00:00 to 24:00.", start);
        return clock;
    }

    /// <summary>"9-5" is nearly always 09:00–17:00, but as it stands it runs until the next morning: ask, do not guess.</summary>
    private static bool IsLikelyAfternoon(TypedClock opens, TypedClock closes) =>
        closes.MayBeAfternoon && closes.Minutes > 0 && closes.Minutes <= opens.Minutes && closes.Minutes + (TypedClock.MinutesOfDay / 2) > opens.Minutes;

    private void FailOverMidnight(int start, TypedClock opens, TypedClock closes)
    {
        var (from, to) = (TimeText.Clock(opens.Time), TimeText.Clock(closes.Time));
        var afternoon = TimeText.Clock(closes.Time.PlusHours(12));
        Fail(
            $"“{scanner.Since(start)}” would last until {to} the next morning. Write {from}-{afternoon} or, if the morning is meant, {from}-{to}.",
            start,
            scanner.Corrected(start, $"{from}-{afternoon}"));
    }

    private void AddWindow(TimeWindow window)
    {
        windows.AddRange(days.Select(day => (day, window)));
        daysHaveHours = true;
    }

    private ParseOutcome<WeekHours> Finished()
    {
        if (days.Count > 0 && !daysHaveHours)
        {
            Fail($"“{text[daysAt..].Trim()}” has no hours.", daysAt, $"{text.TrimEnd(' ', ',', ';')} 09:00-17:00");
        }
        else if (days.Count == 0 && !closed)
        {
            Fail("There are no hours here. For none at all write “closed”.", 0);
        }
        else if (closed && seen.Count > 0)
        {
            Fail("Either “closed” alone, or days with their hours.", 0, new WeekHours(windows).ToString());
        }
        else if (repeated is { } twice)
        {
            Fail($"{twice.Day} is named twice. Put all its hours in one place.", twice.Position, new WeekHours(windows).ToString());
        }

        return problem ?? (ParseOutcome<WeekHours>)new ParseOutcome<WeekHours>.Success(new WeekHours(windows));
    }

    private void Fail(string sentence, int position, string example = Example) =>
        problem ??= new ParseOutcome<WeekHours>.Problem(sentence, position, example);
}
