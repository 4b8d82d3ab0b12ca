using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Features.Dates;

/// <summary>What became of typed days: the days with the other reading, or the private answer to give instead; neither where the text names a time or no day.</summary>
internal sealed record SpanRead(DaySpan? Days, NamedReading? Other = null, Reply? Answer = null);

/// <summary>Reads days in which something is: "fri", "next week", "mon to wed", "2026-03-13 to 2026-03-27".</summary>
internal static class SpanInput
{
    private const string Joint = " to ";

    /// <summary>What else people put between two days.</summary>
    private static readonly string[] OtherJoints = [" - ", " – ", " until ", " till ", " through ", "-", "–"];

    public static async Task<SpanRead> ReadSpanAsync(this DueInput input, Turn turn, string typed)
    {
        var today = (await input.CalendarAsync(turn).ConfigureAwait(false)).Today(turn.Now);
        var ends = typed.Split(Joint, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ends.Length is 0 or > 2) ends = [typed];
        if (ends.Length == 1 && await DashedAsync(input, turn, typed).ConfigureAwait(false) is { } meant)
        {
            return new SpanRead(null, Answer: await input.OfferSpanAsync(turn, typed, Named(meant)).ConfigureAwait(false));
        }

        var first = await EndAsync(input, turn, ends[0], today).ConfigureAwait(false);
        if (ends.Length == 1 || first.Days is not { } begin) return first;
        if (DaySpan.Weekday(ends[1]) is { } weekday)
        {
            return With(new DaySpan(begin.First, begin.First.Next(weekday)), FirstOf(first.Other) is { } day ? new DaySpan(day, day.Next(weekday)) : null, today);
        }

        var last = await EndAsync(input, turn, ends[1], today).ConfigureAwait(false);
        if (last.Days is not { } end) return last;
        var other = FirstOf(first.Other) is { } early ? new DaySpan(early, end.Last) : FirstOf(last.Other) is { } late ? new DaySpan(begin.First, late) : null;
        return With(new DaySpan(begin.First, end.Last), other, today);
    }

    /// <summary>A day on a button; it reads back to that day.</summary>
    public static NamedReading Named(LocalDate day) => Named(new DaySpan(day, day));

    private static NamedReading Named(DaySpan days)
    {
        var text = days.First == days.Last ? DueText.Name(days.First) : DueText.Name(days.First) + Joint + DueText.Name(days.Last);
        return new NamedReading(text, text, new DueValue.Day(days.First));
    }

    /// <summary>"mon-wed": two days with something else between them than a span is written with.</summary>
    private static async Task<DaySpan?> DashedAsync(DueInput input, Turn turn, string typed)
    {
        foreach (var joint in OtherJoints)
        {
            if (typed.Split(joint, StringSplitOptions.TrimEntries) is not [var begin, var end]) continue;
            if (await input.DayAsync(turn, begin).ConfigureAwait(false) is not { } first) continue;
            var last = DaySpan.Weekday(end) is { } weekday ? first.Next(weekday) : await input.DayAsync(turn, end).ConfigureAwait(false);
            if (last >= first) return new DaySpan(first, last.Value);
        }

        return null;
    }

    private static async Task<SpanRead> EndAsync(DueInput input, Turn turn, string typed, LocalDate today)
    {
        if (DaySpan.Of(typed, today) is { } together) return new SpanRead(together);
        return await input.ReadAsync(turn, typed).ConfigureAwait(false) switch
        {
            DueInputResult.Answer answer => new SpanRead(null, Answer: answer.Reply),
            DueInputResult.Read { Due: DueValue.Day day } read => With(
                new DaySpan(day.Date, day.Date), read.Other?.Due is DueValue.Day { Date: var other } ? new DaySpan(other, other) : null, today),
            _ => new SpanRead(null),
        };
    }

    /// <summary>With the other reading where that could be meant: it is not over, and ends after it begins.</summary>
    private static SpanRead With(DaySpan days, DaySpan? other, LocalDate today) =>
        new(days, other is not null && other != days && other.First >= today && other.Last >= other.First ? Named(other) : null);

    private static LocalDate? FirstOf(NamedReading? reading) => reading?.Due is DueValue.Day day ? day.Date : null;
}
