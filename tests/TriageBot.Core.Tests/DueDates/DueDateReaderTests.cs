using NodaTime;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Core.Tests.DueDates;

/// <summary>What somebody in Oslo gets who types on Wednesday 11 March 2026 at 10:00, the working day being 09:00–17:00.</summary>
public sealed class DueDateReaderTests
{
    private static readonly DueSettings Settings = DueTexts.Settings("Europe/Oslo");

    private static readonly Instant Now = At(new LocalDateTime(2026, 3, 11, 10, 0));

    [Theory]
    [InlineData("fri 5pm", "Fri 13 Mar 2026, 17:00 (in 2 days)")]
    [InlineData("today", "Wed 11 Mar 2026 (today)")]
    [InlineData("tomorrow", "Thu 12 Mar 2026 (tomorrow)")]
    [InlineData("in 2 hours", "Wed 11 Mar 2026, 12:00 (in 2 hours)")]
    [InlineData("by friday 5pm", "Fri 13 Mar 2026, 17:00 (in 2 days)")]
    [InlineData("in 3 business days", "Mon 16 Mar 2026 (in 5 days)")]
    [InlineData("2026-03-13T17:00", "Fri 13 Mar 2026, 17:00 (in 2 days)")]
    [InlineData("friday at 16:00 America/New_York", "Fri 13 Mar 2026, 16:00 America/New_York (in 2 days)")]
    [InlineData("friday 16:00 UTC+2", "Fri 13 Mar 2026, 16:00 UTC+02 (in 2 days)")]
    [InlineData("none", "no date")]
    [InlineData("someday", "someday")]
    [InlineData("every other tuesday at 9", "every other Tuesday at 09:00, from 17 Mar 2026")]
    public void A_success_is_echoed_with_weekday_year_and_distance(string text, string echo) => Assert.Equal(echo, Echo(text));

    [Theory]
    [InlineData("friday at midnight", "Sat 14 Mar 2026, 00:00")]
    [InlineData("eod", "Wed 11 Mar 2026, 17:00")]
    [InlineData("friday eod", "Fri 13 Mar 2026, 17:00")]
    [InlineData("end of week", "Fri 13 Mar 2026, 17:00")]
    [InlineData("end of next week", "Fri 20 Mar 2026")]
    [InlineData("end of month", "Tue 31 Mar 2026")]
    [InlineData("by next month", "Thu 30 Apr 2026")]
    [InlineData("next month", "Wed 1 Apr 2026")]
    [InlineData("before friday", "Thu 12 Mar 2026")]
    [InlineData("before friday 5pm", "Fri 13 Mar 2026, 17:00")]
    [InlineData("before next week", "Fri 13 Mar 2026")]
    [InlineData("this wednesday", "Wed 11 Mar 2026")]
    [InlineData("a week from tuesday", "Tue 24 Mar 2026")]
    [InlineData("2 days after next friday", "Sun 22 Mar 2026")]
    [InlineData("3 days before 2026-04-18", "Wed 15 Apr 2026")]
    [InlineData("monday in 2 weeks", "Mon 30 Mar 2026")]
    [InlineData("tonight at 8", "Wed 11 Mar 2026, 20:00")]
    [InlineData("9 in the morning", "Thu 12 Mar 2026, 09:00")]
    [InlineData("8 in the evening", "Wed 11 Mar 2026, 20:00")]
    [InlineData("friday morning at 9", "Fri 13 Mar 2026, 09:00")]
    [InlineData("half past three", "Wed 11 Mar 2026, 15:30")]
    [InlineData("quarter past three pm", "Wed 11 Mar 2026, 15:15")]
    [InlineData("3p", "Wed 11 Mar 2026, 15:00")]
    [InlineData("3.30pm", "Wed 11 Mar 2026, 15:30")]
    [InlineData("15.30", "Wed 11 Mar 2026, 15:30")]
    [InlineData("in 16h", "Thu 12 Mar 2026, 02:00")]
    [InlineData("29 feb", "Tue 29 Feb 2028")]
    [InlineData("13/4", "Mon 13 Apr 2026")]
    [InlineData("the 31st", "Tue 31 Mar 2026")]
    [InlineData("friday 24:00", "Sat 14 Mar 2026, 00:00")]
    [InlineData("2026-03-13T17:00-05:00", "Fri 13 Mar 2026, 17:00 UTC-05")]
    [InlineData("two and a half hours from now", "Wed 11 Mar 2026, 12:30")]
    [InlineData("last friday of the month", "Fri 27 Mar 2026")]
    [InlineData("middle of april", "Wed 15 Apr 2026")]
    [InlineData("every mon wed fri", "every Monday, Wednesday and Friday, from 11 Mar 2026")]
    public void Words_mean_what_is_written_down(string text, string name) =>
        Assert.Equal(name, DueText.Name(Value(text).Due, Settings.Calendar));

    [Theory]
    [InlineData("next friday", "Fri 13 Mar 2026")]
    [InlineData("wednesday", "Wed 11 Mar 2026")]
    [InlineData("by next week", "Mon 16 Mar 2026")]
    [InlineData("friday at midnight", "Fri 13 Mar 2026, 00:00")]
    [InlineData("16h", "Wed 11 Mar 2026, 16:00")]
    public void The_other_reading_stands_on_a_button(string text, string other) => Assert.Equal(other, Value(text).Other?.Label);

    [Theory]
    [InlineData("fri 5pm")]
    [InlineData("tomorrow")]
    [InlineData("15:00")]
    public void Clear_words_have_no_other_reading(string text) => Assert.Null(Value(text).Other);

    [Theory]
    [InlineData("at 8", "Thu 12 Mar 2026, 08:00", "Wed 11 Mar 2026, 20:00")]
    [InlineData("friday 5:20", "Fri 13 Mar 2026, 05:20", "Fri 13 Mar 2026, 17:20")]
    [InlineData("5/12", "Sat 5 Dec 2026", "Tue 12 May 2026")]
    [InlineData("biweekly", "every 2 weeks", "every monday and thursday")]
    [InlineData("every second tuesday", "every other Tuesday, from 17 Mar 2026", "every month on the second Tuesday, from 14 Apr 2026")]
    [InlineData("at 16h", "Wed 11 Mar 2026, 16:00", "Thu 12 Mar 2026, 02:00")]
    [InlineData("sat the 13th", "Fri 13 Mar 2026", "Sat 13 Jun 2026")]
    public void What_has_two_meanings_is_asked_with_both(string text, string first, string second)
    {
        var ask = Assert.IsType<DueReading.Ask>(Read(text));
        Assert.Equal([first, second], ask.Readings.Select(reading => reading.Label));
    }

    [Fact]
    public void The_end_of_a_day_that_is_over_is_asked_about()
    {
        var ask = Assert.IsType<DueReading.Ask>(DueDateReader.Read("eod", At(new LocalDateTime(2026, 3, 11, 18, 0)), Settings));
        Assert.Equal(["Thu 12 Mar 2026, 17:00", "Wed 11 Mar 2026"], ask.Readings.Select(reading => reading.Label));
    }

    [Fact]
    public void A_date_far_ahead_is_confirmed_by_its_distance()
    {
        var ask = Assert.IsType<DueReading.Ask>(Read("2031-03-12"));
        var reading = Assert.Single(ask.Readings);
        Assert.Equal("Wed 12 Mar 2031 (in 5 years)", reading.Text);
        Assert.Equal(new DueValue.Day(new LocalDate(2031, 3, 12)), Value(reading.Text).Due);
        Assert.IsType<DueReading.Ask>(Read("Wed 12 Mar 2031 (in 3 years)"));
    }

    [Theory]
    [InlineData("this monday", "Mon 16 Mar 2026")]
    [InlineData("friday 12 may 2026", "Tue 12 May 2026", "Fri 8 May 2026", "Fri 15 May 2026")]
    [InlineData("mon or tue", "mon", "tue")]
    [InlineData("friday 5pm EST", "friday 5pm")]
    [InlineData("25", "the 25th")]
    [InlineData("5", "at 5", "the 5th")]
    [InlineData("fridya 5pm", "friday 5pm")]
    [InlineData("this week", "end of this week")]
    [InlineData("march 3-5")]
    [InlineData("last friday")]
    [InlineData("christmas")]
    [InlineData("yesterday")]
    [InlineData("25:00")]
    [InlineData("3 30")]
    [InlineData("noon+5")]
    public void Only_what_is_made_from_the_typed_words_may_have_been_meant(string text, params string[] meant) =>
        Assert.Equal(meant, Assert.IsType<DueReading.Refusal>(Read(text)).Derived);

    [Fact]
    public void The_end_of_a_week_whose_work_is_over_is_asked_about()
    {
        var friday = At(new LocalDateTime(2026, 3, 13, 17, 5));
        var ask = Assert.IsType<DueReading.Ask>(DueDateReader.Read("eow", friday, Settings));
        Assert.Equal(["Fri 20 Mar 2026, 17:00", "Fri 13 Mar 2026"], ask.Readings.Select(reading => reading.Label));
        Assert.Contains("This week's working hours are over.", ask.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_distance_that_is_wrong_is_refused() =>
        Assert.Equal("Fri 13 Mar 2026 is in 2 days, not “in 9 days”.", Assert.IsType<DueReading.Refusal>(Read("Fri 13 Mar 2026 (in 9 days)")).Sentence);

    [Theory]
    [InlineData("this monday", "Mon 9 Mar 2026", "Mon 16 Mar 2026")]
    [InlineData("friday 12 may 2026", "Tue 12 May 2026 is no Friday", "Tue 12 May 2026")]
    [InlineData("today at 9:30", "is past", "Thu 12 Mar 2026, 09:30")]
    [InlineData("2025-12-24", "is past", "Thu 24 Dec 2026")]
    [InlineData("yesterday", "past", "tomorrow")]
    [InlineData("2 days ago", "past", "tomorrow")]
    [InlineData("30 feb", "February has no day 30", "end of February")]
    [InlineData("29 feb 2027", "February 2027 has 28 days", "end of February")]
    [InlineData("25:00", "24 hours", "at 17:00")]
    [InlineData("14.11", "a day or a time", "at 14:30")]
    [InlineData("in 0 days", "“in 0” is clear", "tomorrow at 17:00")]
    [InlineData("noon+5", "“noon+” is clear", "tomorrow at 17:00")]
    [InlineData("a week on monday", "“a week on” is clear", "tomorrow at 17:00")]
    [InlineData("every day at quarter past midnight", "in the night", "every day at 00:15")]
    [InlineData("start of the week", "is past", "start of next week")]
    [InlineData("14pm", "no 14 pm", "at 14:00")]
    [InlineData("9pm in the morning", "not in the morning", "at 21:00")]
    [InlineData("mon-wed", "more than one", "wed")]
    [InlineData("3-5pm", "more than one", "5pm")]
    [InlineData("mon or tue", "more than one", "mon")]
    [InlineData("christmas", "Holidays", "24 december")]
    [InlineData("next summer", "Seasons", "1 june")]
    [InlineData("next quarter", "span", "end of quarter")]
    [InlineData("asap", "/urgent", "today")]
    [InlineData("in a few days", "How many", "in 3 days")]
    [InlineData("25", "alone", "the 25th")]
    [InlineData("1730", "alone", "at 17:30")]
    [InlineData("3 30", "alone", "in 3 days")]
    [InlineData("tomorrow 3pm EST", "several zones", "tomorrow 3pm")]
    [InlineData("in 30 seconds", "Seconds", "in 5 minutes")]
    [InlineData("every 4 hours", "more often", "every day at 9:00")]
    [InlineData("fridya 5pm", "Did you mean “friday”?", "friday 5pm")]
    [InlineData("this week", "names no day", "end of this week")]
    [InlineData("in 9999 years", "too far", "in 2 weeks")]
    [InlineData("morgen", "English", "tomorrow")]
    [InlineData("7ampm", "“ampm”", "tomorrow at 17:00")]
    public void A_refusal_says_why_and_what_to_type(string text, string reason, string suggestion)
    {
        var refusal = Assert.IsType<DueReading.Refusal>(Read(text));
        Assert.Contains(reason, refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal(suggestion, refusal.Suggestion);
    }

    [Theory]
    [InlineData("friday and then", 7)]
    [InlineData("tomorrow 3pm EST", 13)]
    [InlineData("tomorrow 25:00", 9)]
    [InlineData("every friday at 25:00", 13)]
    [InlineData("2 days ago", 7)]
    public void A_refusal_points_at_the_place(string text, int position) =>
        Assert.Equal(position, Assert.IsType<DueReading.Refusal>(Read(text)).Position);

    [Fact]
    public void Until_the_day_start_today_is_still_yesterdays_date()
    {
        var night = At(new LocalDateTime(2026, 3, 14, 2, 0));
        Assert.Equal(new DueValue.Day(new LocalDate(2026, 3, 13)), Assert.IsType<DueReading.Value>(DueDateReader.Read("today", night, Settings)).Due);
        Assert.Equal(new DueValue.Day(new LocalDate(2026, 3, 14)), Assert.IsType<DueReading.Value>(DueDateReader.Read("tomorrow", night, Settings)).Due);
    }

    [Fact]
    public void Closures_and_hours_of_the_owner_count()
    {
        var closed = new WorkCalendar(
            Settings.Calendar.Zone,
            LogicalDay.DefaultStart,
            [new HourVersion(new LocalDate(2026, 1, 1), WeekHours.Daily(WeekHours.Days[..5], new TimeWindow(new LocalTime(6, 0), new LocalTime(14, 0))))],
            [new LocalDate(2026, 3, 12)],
            []);
        var settings = Settings with { Calendar = closed };
        Assert.Equal("Tue 17 Mar 2026", DueText.Name(Assert.IsType<DueReading.Value>(DueDateReader.Read("in 3 business days", Now, settings)).Due, closed));
        Assert.Equal("Fri 13 Mar 2026, 08:00", DueText.Name(Assert.IsType<DueReading.Value>(DueDateReader.Read("friday at 8", Now, settings)).Due, closed));
        Assert.Equal("Wed 11 Mar 2026, 14:00", DueText.Name(Assert.IsType<DueReading.Value>(DueDateReader.Read("eod", Now, settings)).Due, closed));
    }

    [Fact]
    public void Without_any_working_hours_only_what_needs_them_is_refused()
    {
        var settings = Settings with { Calendar = new WorkCalendar(Settings.Calendar.Zone, WeekHours.None) };
        Assert.IsType<DueReading.Value>(DueDateReader.Read("friday 17:00", Now, settings));
        Assert.IsType<DueReading.Refusal>(DueDateReader.Read("in 3 business days", Now, settings));
    }

    [Fact]
    public void A_day_is_due_until_the_logical_day_is_over()
    {
        var deadline = DueValue.DeadlineOf(new DueValue.Day(new LocalDate(2026, 3, 13)), Settings.Calendar);
        Assert.Equal(At(new LocalDateTime(2026, 3, 14, 4, 0)), deadline);
        Assert.Null(DueValue.DeadlineOf(new DueValue.Someday(), Settings.Calendar));
    }

    [Fact]
    public void A_text_over_100_characters_is_refused() => Assert.IsType<DueReading.Refusal>(Read("tomorrow" + new string(' ', 93)));

    [Fact]
    public void The_report_names_the_reading_the_other_and_the_rule() => Assert.Equal(
        ["Fri 20 Mar 2026 (in 9 days)", "or:    Fri 13 Mar 2026", "rule:  “next” is the day of the next week (Monday to Sunday)"],
        DueReport.Lines("next friday", Now, Settings, series: true));

    [Fact]
    public void The_report_of_a_series_lists_ten_dates()
    {
        var lines = DueReport.Lines("every other tuesday at 9", Now, Settings, series: true);
        Assert.Equal("Tue 17 Mar 2026, 09:00", lines[^10]);
        Assert.Equal("Tue 21 Jul 2026, 09:00", lines[^1]);
    }

    [Fact]
    public void The_report_of_a_refusal_points_at_the_place() => Assert.Equal(
        ["  tomorrow 25:00", "           ^", "try:   at 17:00"],
        DueReport.Lines("tomorrow 25:00", Now, Settings, series: false).Skip(1));

    private static Instant At(LocalDateTime local) => ZoneTime.ToInstant(local, Settings.Calendar.Zone);

    private static DueReading Read(string text) => DueDateReader.Read(text, Now, Settings);

    private static DueReading.Value Value(string text) => Assert.IsType<DueReading.Value>(Read(text));

    private static string Echo(string text) => DueText.Echo(Value(text).Due, Now, Settings.Calendar);
}
