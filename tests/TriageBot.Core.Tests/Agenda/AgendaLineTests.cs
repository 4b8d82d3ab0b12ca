using TriageBot.Core.Agenda;
using TriageBot.Core.Chat;

namespace TriageBot.Core.Tests.Agenda;

public sealed class AgendaLineTests
{
    private static readonly AgendaLine Line = AgendaLine.Of(RichText.Plain("FIXED"), [Part("   ", "09:00 first"), Part(" · ", "13:00 second"), Part(" · ", "15:00 third")]);

    [Fact]
    public void A11_a_wide_screen_shows_one_line() => Assert.Equal("FIXED   09:00 first · 13:00 second · 15:00 third", Line.Within(100).ToPlainText());

    [Fact]
    public void A11_a_narrow_one_breaks_between_the_pieces_and_never_inside_one() =>
        Assert.Equal("FIXED   09:00 first\n   13:00 second\n   15:00 third", Line.Within(22).ToPlainText());

    [Fact]
    public void A11_an_emoji_family_is_one_character_wide()
    {
        var line = AgendaLine.Of(RichText.Plain("👨‍👩‍👧‍👦👨‍👩‍👧‍👦"), [Part(" ", "ab")]);

        Assert.DoesNotContain('\n', line.Within(5).ToPlainText());
    }

    [Theory]
    [InlineData(40)]
    [InlineData(7)]
    public void A11_what_is_too_long_for_a_message_ends_early_between_two_characters(int limit)
    {
        var family = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 30));
        var narrow = new ChatCapabilities { TextLength = limit };

        var cut = RichTextCut.To(RichText.Plain("a").Then(RichText.Typed(family)), narrow).ToPlainText();

        Assert.True(cut.Length <= limit);
        Assert.EndsWith("…", cut);
        Assert.Equal(0, (cut.Length - 2) % "👨‍👩‍👧‍👦".Length);
    }

    [Fact]
    public void A11_what_neutralising_adds_counts()
    {
        var doubled = new ChatCapabilities { TextLength = 11, LengthOf = run => run.Kind == RunKind.Typed ? 2 * run.Text.Length : run.Text.Length };

        Assert.Equal("*****…", RichTextCut.To(RichText.Typed("**********"), doubled).ToPlainText());
    }

    private static LinePart Part(string before, string text) => new(before, RichText.Plain(text));
}
