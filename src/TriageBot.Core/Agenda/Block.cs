using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Agenda;

/// <summary>A span reserved for one function each week: customers, billing, shipping. Whatever it is for is done in it, so the rest of the day has less time (rule A3).</summary>
/// <param name="Function">Lower case, one word, at most <see cref="LongestFunction"/> characters.</param>
public sealed record Block(string Function, WeekHours Hours)
{
    public const int LongestFunction = 30;

    /// <summary>More would leave nothing of a line that is read at a glance.</summary>
    public const int MostBlocks = 12;

    /// <summary>"Customers"</summary>
    public string Name => Function.Length == 0 ? Function : char.ToUpperInvariant(Function[0]) + Function[1..];

    /// <summary>Its spans that start on a date, in order.</summary>
    public IEnumerable<Interval> On(LocalDate date, DateTimeZone zone)
    {
        foreach (var window in Hours.On(date.DayOfWeek))
        {
            var (start, end) = window.On(date);
            var (opens, closes) = (ZoneTime.ToInstant(start, zone), ZoneTime.ToInstant(end, zone));
            if (opens < closes) yield return new Interval(opens, closes);
        }
    }
}
