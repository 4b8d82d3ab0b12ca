using NodaTime;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Core.Tests.DueDates;

/// <summary>More ways to say what the contract allows. It is Wednesday, 11 March 2026, 10:00 UTC; work is Monday to Friday, 09:00 to 17:00.</summary>
public sealed class WiderGrammarTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 11, 10, 0);

    private static readonly DueSettings Settings = new(new WorkCalendar(DateTimeZone.Utc, WeekHours.Standard), DateOrder.DayMonth);

    [Theory]
    [InlineData("the coming friday", "Fri 13 Mar 2026")]
    [InlineData("march 15, sunday", "Sun 15 Mar 2026")]
    [InlineData("2026-03-15 sunday 9am", "Sun 15 Mar 2026, 09:00")]
    [InlineData("in two weeks' time", "Wed 25 Mar 2026")]
    [InlineData("in a week's time at 9am", "Wed 18 Mar 2026, 09:00")]
    [InlineData("in 3 hours time", "Wed 11 Mar 2026, 13:00")]
    [InlineData("the day before friday", "Thu 12 Mar 2026")]
    [InlineData("the day after the 20th", "Sat 21 Mar 2026")]
    [InlineData("week from tuesday", "Tue 24 Mar 2026")]
    [InlineData("month end", "Tue 31 Mar 2026")]
    [InlineData("by year end", "Thu 31 Dec 2026")]
    [InlineData("in a quarter of an hour", "Wed 11 Mar 2026, 10:15")]
    [InlineData("in three quarters of an hour", "Wed 11 Mar 2026, 10:45")]
    [InlineData("in half a year", "Fri 11 Sep 2026")]
    [InlineData("in 1000 hours", "Wed 22 Apr 2026, 02:00")]
    [InlineData("in sixty days", "Sun 10 May 2026")]
    [InlineData("in the next 3 days", "Sat 14 Mar 2026")]
    [InlineData("within the next hour", "Wed 11 Mar 2026, 11:00")]
    [InlineData("no later than friday", "Fri 13 Mar 2026")]
    [InlineData("friday 5pm at the latest", "Fri 13 Mar 2026, 17:00")]
    [InlineData("in 3 days by noon", "Sat 14 Mar 2026, 12:00")]
    [InlineData("9am, in 3 days", "Sat 14 Mar 2026, 09:00")]
    [InlineData("end of the monday", "Mon 16 Mar 2026, 17:00")]
    [InlineData("end of work", "Wed 11 Mar 2026, 17:00")]
    [InlineData("tomorrow 15:30h", "Thu 12 Mar 2026, 15:30")]
    [InlineData("the 3rd next month", "Fri 3 Apr 2026")]
    [InlineData("march twenty one two thousand and twenty seven", "Sun 21 Mar 2027")]
    [InlineData("march-2027-15", "Mon 15 Mar 2027")]
    [InlineData("2027/15/mar", "Mon 15 Mar 2027")]
    public void A_date_is_read(string text, string name) => Assert.Equal(name, DueText.Name(Value(text).Due, Settings.Calendar));

    [Theory]
    [InlineData("weekly on friday at 9am", "every Friday at 09:00")]
    [InlineData("fortnightly on monday", "every other Monday")]
    [InlineData("monthly on the 1st", "every month on the 1st")]
    [InlineData("monthly on the first monday", "every month on the first Monday")]
    [InlineData("yearly on march 3", "every year on 3 March")]
    [InlineData("once a week", "every week")]
    [InlineData("once every 2 weeks", "every other week")]
    [InlineData("every single day", "every day")]
    [InlineData("every tuesday & thursday", "every Tuesday and Thursday")]
    [InlineData("every 2nd week on monday", "every other Monday")]
    [InlineData("every 4pm", "every day at 16:00")]
    [InlineData("nightly at 9pm", "every day at 21:00")]
    [InlineData("every mornings at 8", "every day at 08:00")]
    [InlineData("workdays at 9", "every workday at 09:00")]
    [InlineData("end of every month", "every month on the last day")]
    [InlineData("every month end", "every month on the last day")]
    [InlineData("every monday beginning april 6", "every Monday")]
    public void A_series_is_read(string text, string pattern) =>
        Assert.Equal(pattern, DueText.Name(Value(text).Due, Settings.Calendar).Split(", from ")[0]);

    [Theory]
    [InlineData("march 15, monday")]
    [InlineData("every monday through friday")]
    [InlineData("every 4")]
    [InlineData("quarterly on the 1st")]
    [InlineData("in the next week")]
    [InlineData("the week after friday")]
    [InlineData("1530h")]
    [InlineData("1530 hours")]
    [InlineData("in a quarter")]
    [InlineData("31-feb-2027")]
    [InlineData("once")]
    [InlineData("at the latest")]
    [InlineData("no later than")]
    [InlineData("march 3 twenty thirty")]
    public void What_could_mean_something_else_is_not_guessed(string text) =>
        Assert.IsType<DueReading.Refusal>(DueDateReader.Read(text, Now, Settings));

    [Fact]
    public void A_day_of_this_month_that_is_over_is_offered_in_the_next() =>
        Assert.Equal("Wed 1 Apr 2026", Assert.IsType<DueReading.Refusal>(DueDateReader.Read("the 1st of the month", Now, Settings)).Suggestion);

    private static DueReading.Value Value(string text) => Assert.IsType<DueReading.Value>(DueDateReader.Read(text, Now, Settings));
}
