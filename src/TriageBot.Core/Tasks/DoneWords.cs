using System.Globalization;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tasks;

/// <summary>What may stand after the first number of <c>/done</c>: numbers of further tasks, and once how long it took.</summary>
/// <param name="Minutes">1–1440; null when none were typed.</param>
public sealed record DoneWords(IReadOnlyList<long> Numbers, int? Minutes)
{
    private const int MinutesOfDay = 24 * 60;

    /// <summary>Null when there is anything else, or no time that a day could hold.</summary>
    public static DoneWords? Read(string text)
    {
        var words = text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // "14 25m", "14 1h 30m", "14 25 min": a span begins where letters do, at the number before them.
        var first = Array.FindIndex(words, word => word.Any(char.IsLetter));
        if (first > 0 && !words[first].Any(char.IsAsciiDigit)) first--;
        var numbers = new List<long>();
        foreach (var word in first < 0 ? words : words[..first])
        {
            if (!long.TryParse(word.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) return null;
            numbers.Add(number);
        }

        if (first < 0) return new DoneWords(numbers, Minutes: null);
        return MinutesText.Read(string.Join(' ', words[first..])) is >= 1 and <= MinutesOfDay and var minutes ? new DoneWords(numbers, minutes) : null;
    }
}
