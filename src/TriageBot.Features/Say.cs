using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Features;

/// <summary>Values for the bot's sentences that are said the same everywhere.</summary>
internal static class Say
{
    /// <summary>A moment for a reader: the clock time today, else with its date; with the zone where the reader's is not <paramref name="home"/> (rule T8).</summary>
    public static ReplyValue Moment(Instant moment, Instant now, DateTimeZone reader, DateTimeZone home) =>
        new TextRun(RunKind.Moment, TimeText.Moment(moment, now, reader, nameZone: !reader.Equals(home)), At: moment.ToUnixTimeMilliseconds());

    public static ReplyValue Moment(Instant moment, Instant now, DateTimeZone zone) => Moment(moment, now, zone, zone);

    /// <summary>When something is due: a day by its name, never as the moment at which it ends (rule T3); a time as a moment.</summary>
    /// <param name="owner">Of whoever is to keep it.</param>
    public static ReplyValue Due(DueValue due, Instant now, WorkCalendar owner, DateTimeZone reader) => due switch
    {
        DueValue.Day day when day.Date == owner.Today(now) => ReplyValue.Words("today"),
        DueValue.Day day => ReplyValue.Words(TimeText.Day(day.Date, owner.Today(now))),
        _ => DueValue.DeadlineOf(due, owner) is { } moment ? Moment(moment, now, reader, owner.Zone) : RichText.Empty,
    };

    /// <summary>A sentence of the date reader: what it quotes of the typed text is what a person typed, the rest is the bot's own.</summary>
    public static RichText Sentence(string sentence, string typed)
    {
        var runs = new List<TextRun>();
        var done = 0;
        for (var open = sentence.IndexOf('“', StringComparison.Ordinal); open >= 0; open = sentence.IndexOf('“', open + 1))
        {
            // The longest that was typed: it may hold quotation marks of its own.
            var close = sentence.LastIndexOf('”');
            while (close > open && !typed.Contains(sentence[(open + 1)..close], StringComparison.OrdinalIgnoreCase)) close = sentence.LastIndexOf('”', close - 1);
            if (close <= open + 1) continue;
            runs.Add(new TextRun(RunKind.Plain, sentence[done..(open + 1)]));
            runs.Add(new TextRun(RunKind.Typed, sentence[(open + 1)..close]));
            (done, open) = (close, close);
        }

        return new RichText([.. runs, new TextRun(RunKind.Plain, sentence[done..])]);
    }

    public static ReplyValue Span(Duration span) => ReplyValue.Words(TimeText.Span(span));

    /// <summary>What a person typed, in one line and at most so many characters; cut between what a reader sees as characters.</summary>
    public static ReplyValue Title(string typed, int length = 120) => ReplyValue.Typed(Shorten(typed, length));

    public static string Shorten(string typed, int length)
    {
        var line = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= length) return line;
        var end = 0;
        while (System.Globalization.StringInfo.GetNextTextElementLength(line, end) is var next && next > 0 && end + next < length) end += next;
        return line[..end] + "…";
    }

    public static ReplyValue Ordinal(int number) => ReplyValue.Words(number + (number % 100 is 11 or 12 or 13 ? "th" : (number % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    }));
}
