using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using TriageBot.Chat.Discord.Rendering;
using TriageBot.Core.Chat;

namespace TriageBot.Discord.Tests.Rendering;

/// <summary>Whatever a card holds, Discord takes it (rule A11).</summary>
public sealed class CardRendererTests
{
    private static readonly Gen<string> Words = Gen.Elements("a", "Server down", "👨‍👩‍👧", "e\u0301", "***", "@everyone", "שלום", "\n", "\n\n", " ", "\ud83d", "https://example.com/", new string('x', 900), new string('*', 700));

    private static readonly Gen<TextRun> Runs =
        from kind in Gen.Elements(RunKind.Plain, RunKind.Strong, RunKind.Typed, RunKind.Moment, RunKind.Person, RunKind.Link)
        from words in Gen.ListOf(Words)
        select new TextRun(kind, string.Concat(words), At: 1_773_399_600_000, Member: "400000000000000001", Url: "https://discord.com/channels/1/2/3");

    private static readonly Gen<Control> Controls = Gen.OneOf(
        from id in Gen.Choose(1, 30) from label in Words select (Control)new Button($"b:{id}", label),
        from id in Gen.Choose(1, 30) from label in Words from choices in Gen.ListOf(Words) select (Control)new Select($"s:{id}", label, [.. choices.Select(choice => new Choice(choice, choice))]));

    private static readonly Gen<Card> Cards =
        from runs in Gen.ListOf(Runs)
        from controls in Gen.ListOf(Controls)
        select new Card(new RichText([.. runs]), [.. controls]);

    [Fact]
    public void Every_card_keeps_every_limit() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Arb.From(Cards), card =>
    {
        var body = CardRenderer.Render(card, "").Body;

        var embeds = body.Embeds!;
        Assert.NotEmpty(embeds);
        Assert.InRange(embeds.Count, 1, 2);
        Assert.All(embeds, embed => Assert.InRange(embed.Description.Length, 1, 4096));
        Assert.InRange(embeds.Sum(embed => embed.Description.Length), 1, 6000);
        var rows = body.Components ?? [];
        Assert.InRange(rows.Count, 0, 5);
        var components = rows.SelectMany(row => row.Components).ToList();
        Assert.Equal(components.Count, components.Select(component => component.CustomId).Distinct().Count());
        Assert.All(rows, row => Assert.True(row.Components.Count is >= 1 and <= 5 && (row.Components.Count == 1 || row.Components.All(component => component.Type == 2))));
        Assert.All(components, component =>
        {
            if (component.Type == 2) Assert.InRange(component.Label!.Length, 1, 80);
            else Assert.InRange(component.Options!.Count, 1, 25);
            Assert.All(component.Options ?? [], option => Assert.InRange(option.Label.Length, 1, 100));
        });
    }));

    [Fact]
    public void A_text_that_fits_is_shown_whole_and_without_a_file()
    {
        var rendered = CardRenderer.Render(new Card(RichText.Lines(Enumerable.Range(1, 60).Select(line => RichText.Plain($"line {line}")))), "");
        Assert.Equal(string.Join('\n', Enumerable.Range(1, 60).Select(line => $"line {line}")), Assert.Single(rendered.Body.Embeds!).Description);
        Assert.Empty(rendered.Files);
    }

    [Fact]
    public void What_does_not_fit_is_counted_in_lines_and_comes_whole_in_a_file()
    {
        var rendered = CardRenderer.Render(new Card(RichText.Lines(Enumerable.Range(1, 900).Select(line => RichText.Plain($"line number {line}")))), "");
        var shown = string.Join('\n', rendered.Body.Embeds!.Select(embed => embed.Description)).Split('\n');

        Assert.Equal($"+{900 - (shown.Length - 1)} more lines, in the file", shown[^1]);
        Assert.Equal("line number 1", shown[0]);
        Assert.Single(rendered.Files);
    }

    [Fact]
    public void A_moment_is_shown_in_the_readers_zone_and_a_member_by_their_name_without_a_ping()
    {
        var text = new RichText([new TextRun(RunKind.Moment, "11:00", At: 1_773_399_600_000), new TextRun(RunKind.Plain, " for "), new TextRun(RunKind.Person, "Sam", Member: "400000000000000001")]);
        var body = CardRenderer.Render(new Card(text), "").Body;

        Assert.Equal("<t:1773399600:t> for <@400000000000000001>", body.Embeds![0].Description);
        Assert.Null(body.Content);
        Assert.Empty(body.AllowedMentions!.Parse);
    }

    [Fact]
    public void Only_whom_a_card_names_is_pinged()
    {
        var body = CardRenderer.Render(new Card(RichText.Typed("<@2> look")) { Mentions = [new MemberId("1")] }, "").Body;
        Assert.Equal("<@1>", body.Content);
        Assert.Equal(["1"], body.AllowedMentions!.Users!);
    }

    [Fact]
    public void Words_emphasised_beside_each_other_are_emphasised_together()
    {
        var text = new RichText([new TextRun(RunKind.Strong, "1"), new TextRun(RunKind.Strong, " of "), new TextRun(RunKind.Strong, "3")]);
        Assert.Equal("**1 of 3**", CardRenderer.Render(new Card(text), "").Body.Embeds![0].Description);
    }

    [Fact]
    public void More_buttons_than_there_is_room_for_are_counted()
    {
        ImmutableArray<Control> buttons = [.. Enumerable.Range(1, 30).Select(number => new Button($"b:{number}", $"{number}"))];
        var body = CardRenderer.Render(new Card(RichText.Plain("x"), buttons), "").Body;
        Assert.Contains("+5 more below than Discord shows", body.Embeds![0].Description.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_of_a_private_conversation_names_its_server_and_is_read_back()
    {
        var body = CardRenderer.Render(new Card(RichText.Plain("x"), [new Button("done:1:1:a~b", "Done")]), ControlTag.For(200000000000000001)).Body;
        Assert.Equal((200000000000000001UL, "done:1:1:a~b"), ControlTag.Read(body.Components![0].Components[0].CustomId!));
        Assert.Equal((null, "done:1:1:a~b"), ControlTag.Read("done:1:1:a~b"));
    }
}
