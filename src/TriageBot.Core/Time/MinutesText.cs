using System.Globalization;

namespace TriageBot.Core.Time;

/// <summary>A span of minutes as typed: <c>45m</c>, <c>45 min</c>, <c>1h30</c>, <c>1h 30m</c>, <c>1.5h</c>, <c>2 hours</c>; a bare number is minutes.</summary>
public static class MinutesText
{
    private const int MaxDigits = 5;

    /// <summary>Null when the text is no span of minutes. 0 is read; its meaning is the caller's.</summary>
    public static int? Read(string text)
    {
        var scanner = new TextScanner(text.Trim());
        if (Number(scanner) is not { } first) return null;
        var tenths = scanner.Take(symbol => symbol == '.') ? Number(scanner) : 0;
        var unit = Unit(scanner);
        if (unit == 60)
        {
            if (tenths is null or > 9) return null;
            if (scanner.AtEnd) return (first * 60) + (tenths * 6);
            return tenths == 0 && Number(scanner) is < 60 and var rest && Unit(scanner) == 1 && scanner.AtEnd ? (first * 60) + rest : null;
        }

        return unit == 1 && tenths == 0 && scanner.AtEnd ? first : null;
    }

    private static int? Number(TextScanner scanner)
    {
        var digits = scanner.TakeDigits();
        return digits.Length is > 0 and <= MaxDigits ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
    }

    private static int? Unit(TextScanner scanner)
    {
        scanner.SkipSpaces();
        int? minutes = scanner.TakeLetters().ToLowerInvariant() switch
        {
            "" or "m" or "min" or "mins" or "minute" or "minutes" => 1,
            "h" or "hr" or "hrs" or "hour" or "hours" => 60,
            _ => null,
        };
        scanner.SkipSpaces();
        return minutes;
    }
}
