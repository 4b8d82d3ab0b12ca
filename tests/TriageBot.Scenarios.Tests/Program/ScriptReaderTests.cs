using NodaTime;
using TriageBot.Simulate;

namespace TriageBot.Scenarios.Tests.Program;

public sealed class ScriptReaderTests
{
    private const string Head = "zone Europe/Oslo\npeople alex:owner sam kim:owner,admin\nat 2026-03-13 08:25\n";

    [Fact]
    public void Every_step_of_a_day_is_read()
    {
        var script = ScriptReader.Read("day.txt", Head + """
            sam: /urgent Server down at Acme customer:Acme
            kim in #support: hello               # plain text in a channel
            alex dm: /agenda
            at 10:30                             # everything due on the way happens
            alex: press Answer #1
            alex: press Do today #1
            alex: press "Not now"
            alex: choose The business may stop #12
            alex: fill text:"On it, 20 minutes" minutes:5
            alex: menu "Hold for the next break" "printer is down"
            expect sam: On it
            expect none #team
            expect none sam
            """);

        ScriptStep[] expected =
        [
            new ScriptStep.At(3, Instant.FromUtc(2026, 3, 13, 7, 25)),
            new ScriptStep.Say(4, "sam", "team", "/urgent Server down at Acme customer:Acme"),
            new ScriptStep.Say(5, "kim", "support", "hello"),
            new ScriptStep.Say(6, "alex", null, "/agenda"),
            new ScriptStep.At(7, Instant.FromUtc(2026, 3, 13, 9, 30)),
            new ScriptStep.Press(8, "alex", "Answer", 1),
            new ScriptStep.Press(9, "alex", "Do today", 1),
            new ScriptStep.Press(10, "alex", "Not now", null),
            new ScriptStep.Press(11, "alex", "The business may stop", 12),
            new ScriptStep.Menu(13, "alex", "Hold for the next break", "printer is down"),
            new ScriptStep.Expect(14, "sam", "On it"),
            new ScriptStep.ExpectNone(15, "#team"),
            new ScriptStep.ExpectNone(16, "sam"),
        ];
        Assert.Equal(expected, script.Steps.Where(step => step is not ScriptStep.Fill));
        var fill = Assert.Single(script.Steps.OfType<ScriptStep.Fill>());
        Assert.Equal("On it, 20 minutes", fill.Values["text"]);
        Assert.Equal("5", fill.Values["minutes"]);
        Assert.Equal([new("alex", IsOwner: true), new("sam"), new("kim", IsOwner: true, IsAdmin: true)], script.People);
    }

    [Fact]
    public void A_number_and_a_channel_are_no_comments()
    {
        var script = ScriptReader.Read("day.txt", Head + "sam: see #1 in  #team\n  # a comment\n#another");
        Assert.Equal("see #1 in  #team", Assert.IsType<ScriptStep.Say>(script.Steps[^1]).Text);
    }

    [Fact]
    public void A_channel_exists_when_it_is_named() =>
        Assert.Equal(["team", "support", "shipping"], ScriptReader.Read("day.txt", Head + "sam in #shipping: hello").Channels);

    [Theory]
    [InlineData("+20m", "2026-03-13T07:45:00Z")]
    [InlineData("+1h30m", "2026-03-13T08:55:00Z")]
    [InlineData("23:59", "2026-03-13T22:59:00Z")]
    [InlineData("2026-03-29 02:30", "2026-03-29T01:30:00Z")] // in the gap: 03:30
    [InlineData("2026-10-25 02:30", "2026-10-25T00:30:00Z")] // comes twice: the first
    public void A_time_is_a_span_a_time_of_day_or_a_date(string when, string instant)
    {
        var script = ScriptReader.Read("day.txt", Head + "at " + when);
        Assert.Equal(instant, Assert.IsType<ScriptStep.At>(script.Steps[^1]).Time.ToString());
    }

    [Theory]
    [InlineData("expct sam: hello", "'expct' begins no step; did you mean 'expect'?")]
    [InlineData("aelx: hello", "nobody is called 'aelx'; did you mean 'alex'? Expected one of: alex, sam, kim")]
    [InlineData("expect bob: hello", "nobody is called 'bob'.")]
    [InlineData("expect none #taem", "nobody has used #taem; did you mean '#team'?")]
    [InlineData("expect sam", "expected: expect NAME: text")]
    [InlineData("at 08:24", "'08:24' goes back in time: it is already Fri 13 Mar 08:25.")]
    [InlineData("at 2026-03-12 09:00", "goes back in time")]
    [InlineData("at noon", "'noon' is no time; expected HH:MM, +20m, +2h or YYYY-MM-DD HH:MM")]
    [InlineData("at +", "'+' is no time")]
    [InlineData("zone Europe/Paris", "the zone must stand before the first 'at'")]
    [InlineData("sam: press", "expected the label of a button: sam: press Answer #1")]
    [InlineData("sam: fill On it", "expected the form's fields by name: sam: fill text:\"On it\"")]
    [InlineData("sam: fill text:one text:two", "expected the form's fields by name")]
    [InlineData("sam: menu Hold", "both in quotes")]
    [InlineData("sam:", "sam says nothing")]
    public void A_line_that_means_nothing_is_named_with_what_was_expected(string line, string expected)
    {
        var problem = Assert.Throws<ScriptException>(() => ScriptReader.Read("day.txt", Head + line)).Message;
        Assert.StartsWith("day.txt:4: ", problem);
        Assert.Contains(expected, problem);
    }

    [Theory]
    [InlineData("", "day.txt:1: the script ends before the clock was set")]
    [InlineData("zone Europe/Olso", "day.txt:1: 'Europe/Olso' is no time zone; did you mean 'Europe/Oslo'?")]
    [InlineData("people alex sam", "day.txt:1: a team needs an owner")]
    [InlineData("people alex:boss", "day.txt:1: 'boss' is no role")]
    [InlineData("people alex:owner alex", "day.txt:1: 'alex' is there twice")]
    [InlineData("at 2026-03-13 08:25", "day.txt:1: the zone is not known yet. Expected first: zone Europe/Oslo")]
    [InlineData("zone UTC\nat 2026-03-13 08:25", "day.txt:2: nobody is there yet. Expected first: people")]
    [InlineData("zone UTC\npeople alex:owner\nalex: hello", "day.txt:3: the clock is not set yet")]
    [InlineData("zone UTC\npeople alex:owner\nat 08:25", "day.txt:3: '08:25' is no time; the first 'at' needs a date")]
    public void A_day_that_is_not_set_up_says_what_comes_first(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<ScriptException>(() => ScriptReader.Read("day.txt", text)).Message);
}
