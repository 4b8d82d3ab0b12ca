using NodaTime;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Core.Tests.DueDates;

public sealed class FreeTextTests
{
    private static readonly DueSettings Settings = DueTexts.Settings("Europe/Oslo");

    private static readonly Instant Now = ZoneTime.ToInstant(new LocalDateTime(2026, 3, 11, 10, 0), Settings.Calendar.Zone);

    [Theory]
    [InlineData("call Kay back by friday 5pm", "call Kay back", "Fri 13 Mar 2026, 17:00")]
    [InlineData("send the offer due by friday", "send the offer", "Fri 13 Mar 2026")]
    [InlineData("send the offer, due tomorrow", "send the offer", "Thu 12 Mar 2026")]
    [InlineData("read the minutes of the meeting on monday on tuesday", "read the minutes of the meeting on monday", "Tue 17 Mar 2026")]
    [InlineData("check the server in 2 hours", "check the server", "Wed 11 Mar 2026, 12:00")]
    [InlineData("water the plants every friday", "water the plants", "every Friday, from 13 Mar 2026")]
    [InlineData("Ship it AT 16:00  ", "Ship it", "Wed 11 Mar 2026, 16:00")]
    [InlineData("fix the 5\" pipe by friday", "fix the 5\" pipe", "Fri 13 Mar 2026")]
    public void A_date_after_a_marker_at_the_end_is_taken_out(string text, string rest, string due)
    {
        var found = FreeText.Find(text, Now, Settings);
        Assert.NotNull(found);
        Assert.Equal(rest, found.Text);
        Assert.Equal(due, DueText.Name(Assert.IsType<DueReading.Value>(found.Reading).Due, Settings.Calendar));
        Assert.Equal(text.TrimEnd(), text[..found.Start] + text.Substring(found.Start, found.Length));
    }

    [Fact]
    public void An_unsure_time_is_asked_about()
    {
        var found = FreeText.Find("call Kay back at 8", Now, Settings);
        Assert.Equal("call Kay back", found?.Text);
        Assert.IsType<DueReading.Ask>(found?.Reading);
    }

    [Theory]
    [InlineData("call Kay tomorrow")]
    [InlineData("by friday we need the report from Acme")]
    [InlineData("she said \"call me at 5pm\"")]
    [InlineData("she said “back by friday”")]
    [InlineData("what do we do on maybe")]
    [InlineData("put it in the biweekly report")]
    [InlineData("translate the letter written by Tom")]
    [InlineData("pay the invoice issued in May")]
    [InlineData("order by 10")]
    [InlineData("by friday")]
    [InlineData("")]
    public void Elsewhere_or_in_quotes_nothing_is_a_date(string text) => Assert.Null(FreeText.Find(text, Now, Settings));

    [Theory]
    [InlineData("information fripple")]
    [InlineData("Julian Lee")]
    [InlineData("injunction")]
    [InlineData("Mark")]
    [InlineData("Jane")]
    [InlineData("Decide")]
    [InlineData("paprika")]
    [InlineData("I spent $300")]
    [InlineData("the second most important")]
    [InlineData("To whom this may concern")]
    [InlineData("Page 1 of 1")]
    [InlineData("software may be more fully described")]
    [InlineData("Version 1.10.30")]
    [InlineData("at 650-650-6500")]
    [InlineData("Pay ABC 2000")]
    [InlineData("schedule me a 1:1")]
    public void Strings_that_fooled_other_readers_are_no_dates(string text)
    {
        Assert.Null(FreeText.Find(text, Now, Settings));
        Assert.Null(FreeText.Find("please note: " + text, Now, Settings));
        Assert.Null(FreeText.Find("we meet in " + text, Now, Settings));
        Assert.IsType<DueReading.Refusal>(DueDateReader.Read(text, Now, Settings));
    }
}
