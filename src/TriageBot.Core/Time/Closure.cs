using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace TriageBot.Core.Time;

/// <summary>Days on which weekly hours do not count, both ends included (rule T6).</summary>
/// <param name="Why">In its owner's words; may be blank.</param>
public sealed record Closure(LocalDate First, LocalDate Last, string Why)
{
    /// <summary>Longest closure, in days: beyond it there would soon be no open time to promise anything in.</summary>
    public const int MostDays = 120;

    public int DayCount => Period.DaysBetween(First, Last) + 1;

    /// <summary>What is left of it before and after the days that are open again.</summary>
    public IEnumerable<Closure> Without(LocalDate first, LocalDate last)
    {
        if (last < First || first > Last) yield return this;
        else
        {
            if (First < first) yield return this with { Last = first.PlusDays(-1) };
            if (Last > last) yield return this with { First = last.PlusDays(1) };
        }
    }

    public IEnumerable<LocalDate> Days => Enumerable.Range(0, DayCount).Select(First.PlusDays);
}

/// <summary>Closures as they are stored: a line each, "2026-03-13 2026-03-27 Fair".</summary>
public static class ClosureText
{
    public static string Print(IEnumerable<Closure> closures) => string.Join(
        '\n',
        closures.OrderBy(closure => closure.First).ThenBy(closure => closure.Last)
            .Select(closure => $"{LocalDatePattern.Iso.Format(closure.First)} {LocalDatePattern.Iso.Format(closure.Last)} {OneLine(closure.Why)}".TrimEnd()));

    /// <summary>Reads what <see cref="Print"/> wrote.</summary>
    /// <exception cref="FormatException">The text was not written by it.</exception>
    public static ImmutableArray<Closure> Parse(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 3) switch
        {
            [var first, var last, .. var why] => new Closure(LocalDatePattern.Iso.Parse(first).Value, LocalDatePattern.Iso.Parse(last).Value, why is [var words] ? words : ""),
            _ => throw new FormatException("A stored closure cannot be read."),
        })];

    private static string OneLine(string why) => string.Join(' ', why.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
