using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Core.Duty;

/// <summary>A time in which an owner is away: a rest without reading. Half-open.</summary>
/// <param name="Cover">Who reads meanwhile; null where nobody does.</param>
public sealed record Absence(Instant From, Instant Until, MemberId? Cover)
{
    /// <summary>Longest absence, in days, alone or with those that join it: beyond it there would soon be no open time to promise anything in.</summary>
    public const int MostDays = 180;

    public bool Contains(Instant at) => From <= at && at < Until;
}

/// <summary>What an owner's absences become when another begins or one ends.</summary>
public static class Absences
{
    /// <summary>So long past ones are kept: the days they closed still count as not worked (rule A7).</summary>
    private static readonly Duration Kept = Duration.FromDays(60);

    /// <summary>One more, in place of what it overlaps; what of that is over already stays.</summary>
    public static ImmutableArray<Absence> With(IEnumerable<Absence> all, Absence added, Instant now) => Tidy(Cut(all, added.From, added.Until).Append(added), now);

    /// <summary>The longest time still to come from the beginning of an absence to the end of one that joins it. Less than a week between two need hold no working day.</summary>
    public static Duration LongestRun(IEnumerable<Absence> all, Instant now)
    {
        var (longest, from, until) = (Duration.Zero, now, now);
        foreach (var one in all.Where(one => one.Until > now).OrderBy(one => one.From))
        {
            if (one.From - until >= Duration.FromDays(7)) from = one.From;
            until = Instant.Max(until, one.Until);
            longest = Duration.Max(longest, until - from);
        }

        return longest;
    }

    /// <summary>Back now: what goes on ends, and what has not begun is called off.</summary>
    public static ImmutableArray<Absence> Back(IEnumerable<Absence> all, Instant now) => Tidy(Cut(all, now, Instant.MaxValue), now);

    /// <summary>A line each: "from until cover", instants in Unix milliseconds.</summary>
    public static string Print(IEnumerable<Absence> all) => string.Join(
        '\n',
        all.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.From.ToUnixTimeMilliseconds()} {one.Until.ToUnixTimeMilliseconds()} {one.Cover?.Value}")));

    /// <summary>Reads what <see cref="Print"/> wrote.</summary>
    /// <exception cref="FormatException">The text was not written by it.</exception>
    public static ImmutableArray<Absence> Parse(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 3) is [var from, var until, var cover]
            ? new Absence(At(from), At(until), cover.Length == 0 ? null : new MemberId(cover))
            : throw new FormatException("A stored absence cannot be read."))];

    private static IEnumerable<Absence> Cut(IEnumerable<Absence> all, Instant from, Instant until)
    {
        foreach (var one in all)
        {
            if (one.Until <= from || one.From >= until) yield return one;
            else if (one.From < from) yield return one with { Until = from };
        }
    }

    private static ImmutableArray<Absence> Tidy(IEnumerable<Absence> all, Instant now) => [.. all.Where(one => one.Until > now - Kept).OrderBy(one => one.From)];

    private static Instant At(string milliseconds) => Instant.FromUnixTimeMilliseconds(long.Parse(milliseconds, CultureInfo.InvariantCulture));
}
