using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Time;
using TriageBot.Core.Urgent;

namespace TriageBot.Core.Tests.Urgent;

public sealed class HoldRulesTests
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
    private static readonly WorkCalendar Calendar = new(Oslo, WeekHours.Standard);
    private static readonly IReadOnlyDictionary<string, int> Empty = new Dictionary<string, int>();

    [Fact]
    public void The_promise_is_the_end_of_the_next_break_and_a_margin()
    {
        var place = Place(At(9, 20), [Break("a", 10, 30, 15)], Empty);

        Assert.Equal(("a", At(11, 0), false), (place.Break.Key, place.PromisedAt, place.PutsInBreak));
    }

    [Theory]
    [InlineData(12, 30, 12, 30)]
    [InlineData(12, 31, 12, 35)]
    [InlineData(12, 34, 12, 35)]
    public void A_promise_is_rounded_up_to_five_minutes(int hour, int minute, int promisedHour, int promisedMinute)
    {
        var span = Break("a", hour, minute - 30 + 15, 0) with { Start = At(hour, minute) - Duration.FromMinutes(30), End = At(hour, minute) - Duration.FromMinutes(15) };

        Assert.Equal(At(promisedHour, promisedMinute), HoldRules.PromiseOf(span, HoldSettings.Standard));
    }

    [Fact]
    public void A_full_break_sends_the_next_message_to_the_one_after()
    {
        Break[] breaks = [Break("a", 10, 30, 15), Break("b", 11, 30, 30)];

        Assert.Equal("a", Place(At(9, 20), breaks, new Dictionary<string, int> { ["a"] = 6 }).Break.Key);
        Assert.Equal("b", Place(At(9, 20), breaks, new Dictionary<string, int> { ["a"] = 7 }).Break.Key);
    }

    [Fact]
    public void A_break_that_would_come_after_the_ceiling_is_forced_earlier()
    {
        var place = Place(At(9, 20), [Break("a", 15, 30, 15)], Empty);

        Assert.True(place.PutsInBreak);
        Assert.Equal(At(12, 20), place.Break.Start);
        Assert.Equal(BreakKind.Forced, place.Break.Kind);
    }

    [Fact]
    public void One_forced_break_is_enough_and_a_crowded_one_promises_later()
    {
        Break[] breaks = [Break("forced", 12, 20, 15) with { Kind = BreakKind.Forced }, Break("a", 15, 30, 15)];

        var place = Place(At(9, 20), breaks, new Dictionary<string, int> { ["forced"] = 19 });

        Assert.Equal(("forced", false), (place.Break.Key, place.PutsInBreak));
        Assert.Equal(At(13, 15), place.PromisedAt);
    }

    [Fact]
    public void A_ceiling_that_is_past_does_not_force_a_break_but_names_the_next_one()
    {
        var place = HoldRules.Place(At(9, 0), At(13, 0), [Break("a", 15, 30, 15)], Empty, Calendar, HoldSettings.Standard);

        Assert.Equal(("a", false), (place.Break.Key, place.PutsInBreak));
    }

    [Fact]
    public void The_break_that_begins_at_this_very_moment_still_counts()
    {
        Assert.Equal("a", Place(At(10, 30), [Break("a", 10, 30, 15), Break("b", 12, 30, 15)], Empty).Break.Key);
    }

    [Theory]
    [InlineData("Server down at Acme", "SERVER DOWN AT ACME!!!", true)]
    [InlineData("Server down", "server   down ?", true)]
    [InlineData("@alex Server down 🔥🔥", "alex server down", true)]
    [InlineData("Server down at Acme", "Server down at Birch", false)]
    [InlineData("🔥", "🔥🔥", false)]
    [InlineData("År 1", "år 1", true)]
    public void Loud_is_not_another_question(string first, string second, bool same)
    {
        Assert.Equal(same, SameText.Of(first) == SameText.Of(second));
    }

    [Theory]
    [InlineData("Server down at Acme since this morning, nobody can log in", "SERVER DOWN at Acme since this morning -- nobody can log in!!!", true)]
    [InlineData("Server down at Acme since this morning, nobody can log in", "Server down at Acme since this morning, nobody can log out", false)]
    [InlineData("Server down", "SERVER DOWN!", true)]
    [InlineData("Server down", "Server up", false)]
    public void What_is_stored_to_find_the_same_text_again_is_short_and_tells_them_apart_to_the_last_word(string first, string second, bool same)
    {
        Assert.Equal(same, SameText.KeyOf(first) == SameText.KeyOf(second));
        Assert.True(SameText.KeyOf(first).Length <= 24);
    }

    private static HoldPlace Place(Instant now, Break[] breaks, IReadOnlyDictionary<string, int> load) =>
        HoldRules.Place(now, now, breaks, load, Calendar, HoldSettings.Standard);

    private static Break Break(string key, int hour, int minute, int minutes) =>
        new(key, BreakKind.Planned, At(hour, minute), At(hour, minute) + Duration.FromMinutes(minutes));

    private static Instant At(int hour, int minute) => ZoneTime.ToInstant(new LocalDateTime(2026, 3, 13, hour, 0).PlusMinutes(minute), Oslo);
}
