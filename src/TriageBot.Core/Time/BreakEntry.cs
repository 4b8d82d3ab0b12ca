using Outcome = TriageBot.Core.Time.ParseOutcome<TriageBot.Core.Time.BreakWindow>;

namespace TriageBot.Core.Time;

/// <summary>Reads one break: a time, then a length.</summary>
internal static class BreakEntry
{
    private const string UsualLength = "15m";

    public static Outcome Read(string entry)
    {
        var scanner = new TextScanner(entry);
        var clock = TypedClock.Take(scanner);
        // "10 15" could be 10:15: a bare hour is not taken.
        if (clock is not { Minutes: < TypedClock.MinutesOfDay } start || scanner.Position <= 2)
        {
            return new Outcome.Problem($"“{FirstWord(entry)}” is no time of day. A break is a time and a length, such as 10:30 15m.", 0, "10:30 15m");
        }

        var time = TimeText.Clock(start.Time);
        scanner.SkipSpaces();
        var lengthAt = scanner.Position;
        if (scanner.AtEnd) return new Outcome.Problem($"How long is the break at {time}?", entry.Length, $"{time} {UsualLength}");
        return MinutesText.Read(entry[lengthAt..]) switch
        {
            null => new Outcome.Problem($"“{entry[lengthAt..]}” is no length. Lengths are 15m, 30 min or 1h.", lengthAt, $"{time} {UsualLength}"),
            0 => new Outcome.Problem("A break lasts at least 1 minute.", lengthAt, $"{time} {UsualLength}"),
            > BreakWindow.MaxMinutes => new Outcome.Problem($"A break lasts at most {BreakWindow.MaxMinutes} minutes. A longer rest is “away”.", lengthAt, $"{time} {BreakWindow.MaxMinutes}m"),
            { } minutes => new Outcome.Success(new BreakWindow(start.Time, minutes)),
        };
    }

    private static string FirstWord(string entry) => entry.Split((char[]?)null, 2)[0];
}
