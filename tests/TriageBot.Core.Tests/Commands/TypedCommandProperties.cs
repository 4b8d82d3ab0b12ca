using FsCheck;
using FsCheck.Fluent;
using TriageBot.Core.Commands;

namespace TriageBot.Core.Tests.Commands;

public sealed class TypedCommandProperties
{
    private static readonly Gen<string> Pieces = Gen.Elements(
        "/urgent", "/done", "/promise", "/customer", "due:", "customer:", "custmer:", "what:", "\"", "“", "”", "\\", "\\\"", " ", "  ", "\n", ":", "Acme",
        "142", "#", "show", "value:$10", "http://x", "é", "\U0001F600", "\uD83D", "\0", "/", "45m", "Re:", "'");

    private static readonly Gen<string> Values =
        from pieces in Gen.NonEmptyListOf(Pieces)
        let value = string.Concat(pieces)
        where !string.IsNullOrWhiteSpace(value) && value.Length <= 80
        select value;

    [Fact]
    public void Any_line_is_read_or_answered_with_a_place_in_it_and_a_line_that_works()
    {
        var lines = Gen.OneOf(
            Gen.ListOf(Pieces).Select(string.Concat),
            Gen.ListOf(Pieces).Select(pieces => "/urgent " + string.Concat(pieces)),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => "/promise " + text.Get));
        Prop.ForAll(Arb.From(lines), line => TypedCommandReader.Read(line, SampleCommands.Tree) switch
        {
            ParseResult.Problem problem => problem.Position >= 0 && problem.Position <= line.Length
                && problem.Sentence.Length > 0 && TypedCommandReader.Read(problem.Example, SampleCommands.Tree) is ParseResult.Command,
            _ => true,
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void A_printed_command_is_read_back_with_the_same_values()
    {
        var values =
            from what in Values
            from customer in Gen.OneOf(Gen.Constant(""), Values)
            from due in Gen.OneOf(Gen.Constant(""), Values)
            select Given(("what", what), ("customer", customer), ("due", due));
        RoundTrip(SampleCommands.Urgent, values);
    }

    [Fact]
    public void A_printed_command_with_several_positional_options_is_read_back_too()
    {
        var customers =
            from action in Gen.Elements("", "add", "show", "note")
            from name in Gen.OneOf(Gen.Constant(""), Gen.Elements("add", "show Acme", "note"), Values)
            from listed in Gen.Elements("", "yes", "no")
            select Given(("action", action), ("name", name), ("listed", listed));
        var promises =
            from customer in Values
            from what in Values
            from due in Values
            select Given(("customer", customer), ("what", what), ("due", due));
        RoundTrip(SampleCommands.Customer, customers);
        RoundTrip(SampleCommands.Promise, promises);
    }

    [Fact]
    public void What_Discord_shows_without_quotes_is_read_as_shown_in_any_order()
    {
        var shown =
            from words in Gen.NonEmptyListOf(Gen.Elements("Acme", "cannot", "log", "in", "today", "17:00", "http://x", "142", "Re:", "(it's", "a/b)"))
            let value = string.Join(' ', words)
            where value.Length <= 80
            select value;
        var lines =
            from what in shown
            from customer in shown
            from due in shown
            from order in Gen.Shuffle(new[] { ("what", what), ("customer", customer), ("due", due) })
            select order;
        Prop.ForAll(Arb.From(lines), given =>
        {
            var line = "/urgent " + string.Join(' ', given.Select(option => $"{option.Item1}:{option.Item2}"));
            return TypedCommandReader.Read(line, SampleCommands.Tree) is ParseResult.Command read
                && given.All(option => read.Values[option.Item1] == option.Item2);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Ten_thousand_hostile_characters_are_answered()
    {
        foreach (var piece in new[] { "a:b ", "custome:x ", "\"", "\\", "\"x\"y ", "due:", "“ ", "\n", "abcdefgh:x ", "what:x ", "due:x 1 2 " })
        {
            var line = "/urgent " + string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length));
            Assert.IsType<ParseResult.Problem>(TypedCommandReader.Read(line, SampleCommands.Tree));
        }
    }

    private static Dictionary<string, string> Given(params (string Name, string Value)[] values) =>
        values.Where(entry => entry.Value.Length > 0).ToDictionary(entry => entry.Name, entry => entry.Value);

    private static void RoundTrip(CommandSpec spec, Gen<Dictionary<string, string>> values) =>
        Prop.ForAll(Arb.From(values), given =>
        {
            var line = CommandPrinter.Print(spec, given);
            return TypedCommandReader.Read(line, SampleCommands.Tree) is ParseResult.Command read
                && read.Values.OrderBy(entry => entry.Key).SequenceEqual(given.OrderBy(entry => entry.Key))
                ? true
                : throw new InvalidOperationException($"{line} is read as {TypedCommandReader.Read(line, SampleCommands.Tree)}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
