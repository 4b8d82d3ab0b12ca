using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Time;

public sealed class WeekHoursTests
{
    [Theory]
    [InlineData("mon-fri 09:00-17:00, sat 10:00-14:00", "Mon–Fri 09:00–17:00, Sat 10:00–14:00")]
    [InlineData("mon-thu 09:00-12:00 13:00-17:00", "Mon–Thu 09:00–12:00 13:00–17:00")]
    [InlineData("mon-thu 9-12, 13-17", "Mon–Thu 09:00–12:00 13:00–17:00")]
    [InlineData("Monday to Friday 9 to 17", "Mon–Fri 09:00–17:00")]
    [InlineData("mon,wed 9-17", "Mon 09:00–17:00, Wed 09:00–17:00")]
    [InlineData("sat-mon 9:00-17:00", "Mon 09:00–17:00, Sat–Sun 09:00–17:00")]
    [InlineData("Mon – Fri 09.30 – 17.15", "Mon–Fri 09:30–17:15")]
    [InlineData("weekdays 9am-5pm; weekend closed", "Mon–Fri 09:00–17:00")]
    [InlineData("daily 00:00-24:00", "Mon–Sun 00:00–24:00")]
    [InlineData("fri 22:00-06:00", "Fri 22:00–06:00")]
    [InlineData("fri 18:00-24:00", "Fri 18:00–24:00")]
    [InlineData("fri 22-6", "Fri 22:00–06:00")]
    [InlineData("tue 0900-1700", "Tue 09:00–17:00")]
    [InlineData("tue 9-13 12-17 17-18", "Tue 09:00–18:00")]
    [InlineData("closed", "closed")]
    [InlineData("None", "closed")]
    public void Hours_are_read_as_people_type_them(string typed, string printed) => Assert.Equal(printed, Read(typed).ToString());

    [Theory]
    [InlineData("", 0)]
    [InlineData("9-17", 0)]
    [InlineData("mon-fri", 0)]
    [InlineData("mon-fri 9-17, sat", 14)]
    [InlineData("mno-fri 9-17", 0)]
    [InlineData("mon-fir 9-17", 4)]
    [InlineData("mon-fri 9", 8)]
    [InlineData("mon-fri 25:00-26:00", 8)]
    [InlineData("mon-fri 9-17:75", 10)]
    [InlineData("mon-fri 9-", 10)]
    [InlineData("mon-fri 09:00-09:00", 8)]
    [InlineData("mon-fri 9-5", 8)]
    [InlineData("mon-fri 9-17, fri 9-14", 14)]
    [InlineData("mon-fri 9-17 & sat", 13)]
    [InlineData("mon 9-17, closed", 10)]
    [InlineData("closed, mon 9-17", 0)]
    public void What_cannot_be_meant_is_refused_at_its_place_with_an_example_that_works(string typed, int position)
    {
        var problem = Assert.IsType<ParseOutcome<WeekHours>.Problem>(WeekHours.Read(typed));

        Assert.Equal(position, problem.Position);
        Assert.EndsWith(".", problem.Sentence);
        Read(problem.Example);
    }

    [Theory]
    [InlineData("mno-fri 9-17", "mon-fri 9-17")]
    [InlineData("mon-fri 9-5", "mon-fri 09:00-17:00")]
    [InlineData("mon-fri 9-17, sat", "mon-fri 9-17, sat 09:00-17:00")]
    [InlineData("mon-fri 9-17, fri 9-14", "Mon–Thu 09:00–17:00, Fri 09:00–14:00")]
    public void The_example_is_what_was_typed_put_right(string typed, string example) =>
        Assert.Equal(example, Assert.IsType<ParseOutcome<WeekHours>.Problem>(WeekHours.Read(typed)).Example);

    [Fact]
    public void Printed_hours_are_read_back_as_the_same_hours() =>
        Prop.ForAll(Arb.From(RandomHours), hours => Read(hours.ToString()).Equals(hours)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_answered_with_hours_or_an_example_that_works()
    {
        var pieces = Gen.Elements("mon", "fri", "-", "–", " ", ",", "9", "17:00", "24:00", "99", ":", "closed", "to", "am", "x", "é", "\n", "0");
        var texts = Gen.ListOf(pieces).Select(list => string.Concat(list));
        Prop.ForAll(Arb.From(texts), text => WeekHours.Read(text) switch
        {
            ParseOutcome<WeekHours>.Problem problem => problem.Position >= 0 && problem.Position <= text.Length && WeekHours.Read(problem.Example) is ParseOutcome<WeekHours>.Success,
            _ => true,
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_window_of_no_length_is_an_error() =>
        Assert.Throws<ArgumentException>(() => new TimeWindow(new LocalTime(9, 0), new LocalTime(9, 0)));

    internal static Gen<WeekHours> RandomHours { get; } =
        from windows in Gen.ListOf(
            from day in Gen.Choose(1, 7)
            from start in Gen.Choose(0, 95)
            from length in Gen.Choose(1, 95)
            select ((IsoDayOfWeek)day, new TimeWindow(Quarter(start), Quarter(start + length))))
        select new WeekHours(windows);

    private static LocalTime Quarter(int quarters) => LocalTime.FromMinutesSinceMidnight(quarters * 15 % (24 * 60));

    private static WeekHours Read(string typed) => WeekHours.Read(typed) switch
    {
        ParseOutcome<WeekHours>.Success success => success.Value,
        ParseOutcome<WeekHours>.Problem problem => throw new InvalidOperationException($"{typed}: {problem.Sentence}"),
        _ => throw new InvalidOperationException(),
    };
}
