using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TriageBot.Core.Time;
using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Tests.Recurrences;

public sealed class RruleTests
{
    private static readonly WorkCalendar Calendar = new(DateTimeZone.Utc, WeekHours.Standard);

    private static Gen<MonthDays> MonthDay => Gen.OneOf(Gen.Choose(1, 28).Select(MonthDays.Of), Gen.Elements(MonthDays.Last, MonthDays.Of(31)));

    private static Gen<RecurrencePattern> Pattern => Gen.Choose(1, 6).SelectMany(every => Gen.OneOf(
        Gen.Constant<RecurrencePattern>(new RecurrencePattern.Days(every)),
        Gen.Choose(0, 127).Select(days => (RecurrencePattern)new RecurrencePattern.Weeks(every, (Weekdays)days)),
        Gen.Constant<RecurrencePattern>(new RecurrencePattern.Months(every)),
        Gen.Elements(29, 30).Select(day => (RecurrencePattern)new RecurrencePattern.Months(every, MonthDays.Of(day))),
        MonthDay.SelectMany(_ => MonthDay, (one, two) => (RecurrencePattern)new RecurrencePattern.Months(every, one.With(two))),
        Gen.Elements(-5, -2, -1, 1, 2, 3, 4, 5).SelectMany(
            _ => Gen.Choose(1, 7),
            (nth, day) => (RecurrencePattern)new RecurrencePattern.NthWeekday(every, nth, (IsoDayOfWeek)day)),
        Gen.Constant<RecurrencePattern>(new RecurrencePattern.Years(every)),
        Gen.Choose(1, 366).Select(day => new LocalDate(2028, 1, 1).PlusDays(day - 1))
            .Select(date => (RecurrencePattern)new RecurrencePattern.Years(every, new AnnualDate(date.Month, date.Day)))));

    private static Gen<RecurrenceEnd> End(LocalDate anchor) => Gen.OneOf(
        Gen.Constant<RecurrenceEnd>(new RecurrenceEnd.Never()),
        Gen.Choose(1, 40).Select(count => (RecurrenceEnd)new RecurrenceEnd.Times(count)),
        Gen.Choose(0, 3000).Select(days => (RecurrenceEnd)new RecurrenceEnd.Until(anchor.PlusDays(days))));

    private static Gen<Recurrence> Rule =>
        from pattern in Pattern
        from days in Gen.Choose(0, 1500)
        let anchor = new LocalDate(2026, 1, 1).PlusDays(days)
        from end in End(anchor)
        select new Recurrence(pattern, anchor, DateTimeZone.Utc) { End = end };

    [Fact]
    public void Five_hundred_random_series_agree_with_the_RFC_over_ten_years() => Holds(500, rule =>
    {
        var last = rule.Anchor.PlusYears(10);
        var text = RruleText.Write(rule)!;
        return Occurrences.Scheduled(rule, Calendar).TakeWhile(date => date <= last).SequenceEqual(RfcCalendar.Dates(text, rule.Anchor, last));
    });

    [Fact]
    public void A_written_rule_reads_back_to_the_same_dates() => Holds(2_000, rule =>
        RruleText.Read(RruleText.Write(rule)!, rule.Anchor, rule.At, rule.Zone) is ParseOutcome<Recurrence>.Success read
        && Occurrences.Scheduled(read.Value, Calendar).Take(60).SequenceEqual(Occurrences.Scheduled(rule, Calendar).Take(60)));

    [Theory]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=MO,WE", "every Monday and Wednesday")]
    [InlineData("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "every month on the second Tuesday")]
    [InlineData("freq=daily;interval=3", "every 3 days")]
    [InlineData("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "every weekday")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "every month on the 30th")]
    [InlineData("FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4", "every year on 4 July")]
    public void Rules_of_other_calendars_are_read(string text, string pattern) =>
        Assert.Equal(pattern, RecurrenceText.Pattern(Assert.IsType<ParseOutcome<Recurrence>.Success>(Read(text)).Value.Pattern));

    [Theory]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29")]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU")]
    [InlineData("FREQ=DAILY;COUNT=3;UNTIL=20270101")]
    [InlineData("FREQ=DAILY;BYHOUR=9")]
    [InlineData("FREQ=DAILY;INTERVAL=0")]
    [InlineData("")]
    [InlineData("every tuesday")]
    public void What_would_be_only_nearly_the_same_is_refused(string text) => Assert.IsType<ParseOutcome<Recurrence>.Problem>(Read(text));

    [Fact]
    public void What_only_we_can_say_is_not_written()
    {
        var rule = new Recurrence(new RecurrencePattern.Workdays(1), new LocalDate(2026, 3, 11), DateTimeZone.Utc);
        Assert.Null(RruleText.Write(rule));
        Assert.Null(RruleText.Write(rule with { Pattern = new RecurrencePattern.Days(1), Mode = RecurrenceMode.AfterCompletion }));
        Assert.Null(RruleText.Write(rule with { Pattern = new RecurrencePattern.Months(1, MonthDays.Of(15).With(MonthDays.Of(30))) }));
    }

    [Fact]
    public void The_end_of_a_series_with_a_time_is_written_in_UTC()
    {
        var oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
        var rule = new Recurrence(new RecurrencePattern.Days(1), new LocalDate(2026, 3, 11), oslo)
        {
            At = new LocalTime(9, 0),
            End = new RecurrenceEnd.Until(new LocalDate(2026, 6, 30)),
        };
        const string Text = "FREQ=DAILY;UNTIL=20260630T070000Z";
        Assert.Equal(Text, RruleText.Write(rule));
        Assert.Equal(rule, Assert.IsType<ParseOutcome<Recurrence>.Success>(RruleText.Read(Text, rule.Anchor, rule.At, oslo)).Value);
    }

    private static ParseOutcome<Recurrence> Read(string text) => RruleText.Read(text, new LocalDate(2026, 3, 11), null, DateTimeZone.Utc);

    private static void Holds(int times, Func<Recurrence, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(Rule.ToArbitrary(), property));
}
