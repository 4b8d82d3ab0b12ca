using System.Text.RegularExpressions;
using TriageBot.Chat.Discord.Rendering;
using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Tests.Rendering;

/// <summary>What people typed reads as they typed it and does nothing (rule X6).</summary>
public sealed partial class LiteralTextTests
{
    public static TheoryData<string> Hostile => [.. InjectionTexts.All("400000000000000001", "500000000000000001")];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void No_mark_of_Discords_stays_a_mark(string typed)
    {
        var shown = LiteralText.Escape(typed);

        // Whatever is left when escaped letters are made ordinary ones must mean nothing to Discord.
        var bare = Escaped().Replace(shown, "x");
        Assert.DoesNotMatch(Marks(), bare);
        Assert.DoesNotMatch(DirectionMarks(), bare.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Server down at Acme", "Server down at Acme")]
    [InlineData("50% off, says Kay's shop!", "50% off, says Kay's shop!")]
    [InlineData("- first\n- second", "\\- first\n\\- second")]
    [InlineData("1. first", "1\\. first")]
    [InlineData("version 1.2 of a-b", "version 1.2 of a-b")]
    [InlineData("https://example.com/a_b", "https\\://example.com/a\\_b")]
    [InlineData("@everyone <@1>", "\\@everyone \\<\\@1\\>")]
    public void Only_what_could_come_alive_is_touched(string typed, string shown) => Assert.Equal(shown, LiteralText.Escape(typed));

    [Fact]
    public void Text_from_right_to_left_stays_within_itself_on_each_of_its_lines() =>
        Assert.Equal("\u2068שלום\u2069\nabc", LiteralText.Escape("שלום\u202e\nabc"));

    [Fact]
    public void A_label_is_one_line() => Assert.Equal("a b  c", LiteralText.Line("a\nb\r\n\u0007\tc\u202e"));

    [GeneratedRegex(@"\\[^A-Za-z0-9\s]")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"[*_~`|<>#\[\]()@\\:]|^\s*[-+]|^\s*\d+\.", RegexOptions.Multiline)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[\u202A-\u202E\u2066-\u2069\u200E\u200F]")]
    private static partial Regex DirectionMarks();
}
