using NodaTime;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Core.Tests.DueDates;

/// <summary>
/// Every way to join a date and a time that the contract names, with values worked out by hand: nothing is read wrongly, and what is refused is on a short list.
/// It is Wednesday, 11 March 2026, 10:00 UTC; work is Monday to Friday, 09:00 to 17:00.
/// </summary>
public sealed class CombinationTests
{
    private static readonly DueSettings Settings = new(new WorkCalendar(DateTimeZone.Utc, WeekHours.Standard), DateOrder.DayMonth);

    private static readonly (string Text, int Month, int Day)[] Dates =
    [
        ("tomorrow", 3, 12), ("the day after tomorrow", 3, 13), ("friday", 3, 13), ("Fri.", 3, 13), ("monday", 3, 16), ("wednesday", 3, 18), ("this friday", 3, 13),
        ("coming friday", 3, 13), ("next friday", 3, 20), ("friday next week", 3, 20), ("next week on friday", 3, 20), ("this weekend", 3, 14), ("15 march", 3, 15),
        ("the 15th of march", 3, 15), ("march 15th", 3, 15), ("march 15, 2026", 3, 15), ("15-mar-2026", 3, 15), ("2026-03-15", 3, 15), ("15/3/2026", 3, 15),
        ("15/3", 3, 15), ("the 15th", 3, 15), ("sunday, march 15", 3, 15), ("sunday the 15th", 3, 15), ("in 3 days", 3, 14), ("3 days from now", 3, 14),
        ("in 2 weeks", 3, 25), ("a week from friday", 3, 20), ("2 days after friday", 3, 15), ("in 3 business days", 3, 16), ("end of month", 3, 31),
        ("last friday of march", 3, 27), ("the third tuesday of march", 3, 17), ("mid april", 4, 15), ("first workday of april", 4, 1),
    ];

    private static readonly (string Text, int Hour, int Minute)[] Times =
    [
        ("9am", 9, 0), ("9 a.m.", 9, 0), ("9:00", 9, 0), ("09:00", 9, 0), ("5pm", 17, 0), ("5:30 PM", 17, 30), ("5.30pm", 17, 30), ("17:30", 17, 30), ("noon", 12, 0),
        ("midday", 12, 0), ("12pm", 12, 0), ("5 o'clock pm", 17, 0), ("half past three pm", 15, 30), ("quarter to six pm", 17, 45), ("3 in the afternoon", 15, 0),
        ("8 in the evening", 20, 0), ("3:05pm", 15, 5), ("three thirty pm", 15, 30),
    ];

    private static readonly string[] Joins = ["{0} {1}", "{0} at {1}", "{0} @ {1}", "{0}, {1}", "{0} by {1}", "by {0} at {1}", "due {0} {1}", "{1} {0}", "{1}, {0}", "{1} on {0}"];

    [Fact]
    public void A_date_and_a_time_in_any_order_are_what_they_say()
    {
        var (read, refused) = (0, new List<string>());
        foreach (var (date, month, day) in Dates)
        {
            foreach (var (time, hour, minute) in Times)
            {
                var expected = new DueValue.At(new LocalDateTime(2026, month, day, hour, minute), DateTimeZone.Utc);
                foreach (var join in Joins)
                {
                    var text = string.Format(null, join, date, time);
                    if (DueDateReader.Read(text, Instant.FromUtc(2026, 3, 11, 10, 0), Settings) is not DueReading.Value value) refused.Add(text);
                    else
                    {
                        Assert.True(expected.Equals(value.Due), $"“{text}” gave {value.Due}");
                        read++;
                    }
                }
            }
        }

        // "9am on in 3 days" is no English, and "friday half past three" has a 3 that might be a day.
        Assert.InRange(refused.Count(text => !text.Contains(" on in ", StringComparison.Ordinal)), 0, read / 50);
    }
}
