using TriageBot.Core.Commands;

namespace TriageBot.Core.Tests.Commands;

public sealed class TypedCommandReaderTests
{
    [Theory]
    [InlineData("/urgent Server down", "what=Server down")]
    [InlineData("  /URGENT Server down", "what=Server down")]
    [InlineData("/urgent Server down at Acme customer:Acme due:\"today 5pm\"", "what=Server down at Acme|customer=Acme|due=today 5pm")]
    [InlineData("/urgent due:tomorrow Server down customer:\"Acme Corp\"", "what=Server down|customer=Acme Corp|due=tomorrow")]
    [InlineData("/urgent Server customer:Acme down", "what=Server down|customer=Acme")]
    [InlineData("/urgent Server DUE:noon", "what=Server|due=noon")]
    [InlineData("/urgent what:\"Server down\" due:noon", "what=Server down|due=noon")]
    [InlineData("/urgent Server due:“today 5pm”", "what=Server|due=today 5pm")]
    [InlineData("/urgent Server if-it-waits:\"they say \\\"stop\\\"\"", "what=Server|if-it-waits=they say \"stop\"")]
    [InlineData("/promise Acme refund for the pump due:friday", "customer=Acme|what=refund for the pump|due=friday")]
    [InlineData("/promise \"Acme Corp\" refund due:friday", "customer=Acme Corp|what=refund|due=friday")]
    [InlineData("/promise refund for them customer:Acme due:friday", "customer=Acme|what=refund for them|due=friday")]
    [InlineData("/customer ADD Acme Corp", "action=add|name=Acme Corp")]
    [InlineData("/customer Acme Corp", "name=Acme Corp")]
    [InlineData("/customer show Acme value:$100 listed:TRUE", "action=show|name=Acme|value=$100|listed=yes")]
    [InlineData("/customer listed:no", "listed=no")]
    [InlineData("/done #142 1h30", "id=142|minutes=90")]
    [InlineData("/done 142 1h 30m", "id=142|minutes=90")]
    [InlineData("/done 142", "id=142")]
    [InlineData("/requests", "")]
    public void A_line_is_read_as_it_was_meant(string line, string values) => Assert.Equal(values, Values(line));

    [Theory]
    [InlineData("/urgent what:Acme cannot log in due:today 17:00", "what=Acme cannot log in|due=today 17:00")]
    [InlineData("/urgent due:next friday customer:Acme Corp what:Server down", "what=Server down|customer=Acme Corp|due=next friday")]
    [InlineData("/urgent what:Re: invoice, see http://x.example at 12:30 due:noon", "what=Re: invoice, see http://x.example at 12:30|due=noon")]
    [InlineData("/urgent what:he said \"due: tomorrow\" and left due:noon", "what=he said \"due: tomorrow\" and left|due=noon")]
    [InlineData("/urgent what:first line\n  second line\nif-it-waits:she cancels", "what=first line\n  second line|if-it-waits=she cancels")]
    [InlineData("/promise customer:Acme Corp what:refund for the pump due:in 3 days", "customer=Acme Corp|what=refund for the pump|due=in 3 days")]
    [InlineData("/customer action:show name:Acme Corp listed:yes", "action=show|name=Acme Corp|listed=yes")]
    [InlineData("/done id:142 minutes:1h 30m", "id=142|minutes=90")]
    [InlineData("/edit id:142 what:Refund Kay in full customer:Acme Corp", "id=142|what=Refund Kay in full|customer=Acme Corp")]
    [InlineData("/tasks customer:Acme Corp text:invoice of May due-before:next monday", "customer=Acme Corp|text=invoice of May|due-before=next monday")]
    public void Where_all_is_named_as_Discord_shows_it_a_value_reaches_to_the_next_name(string line, string values) => Assert.Equal(values, Values(line));

    [Theory]
    [InlineData("/urgent Acme cannot log in due:today 17:00", "what=Acme cannot log in|due=today 17:00")]
    [InlineData("/urgent due:next friday at 5 pm Server down", "what=Server down|due=next friday at 5 pm")]
    [InlineData("/urgent due:friday all servers are down", "what=all servers are down|due=friday")]
    [InlineData("/urgent Server down due:today 25:00", "what=Server down|due=today 25:00")]
    [InlineData("/urgent Server due:tomorrow (again) is down", "what=Server (again) is down|due=tomorrow")]
    [InlineData("/urgent May I refund? if-it-waits:she cancels due:noon", "what=May I refund?|due=noon|if-it-waits=she cancels")]
    [InlineData("/urgent if-it-waits:chaos Server down", "what=Server down|if-it-waits=chaos")]
    [InlineData("/urgent customer:Acme call them back", "what=call them back|customer=Acme")]
    [InlineData("/promise Acme Corp what:refund for the pump due:friday", "customer=Acme Corp|what=refund for the pump|due=friday")]
    [InlineData("/promise what:\"refund\" Acme due:friday", "customer=Acme|what=refund|due=friday")]
    [InlineData("/customer add listed:no Acme Corp", "action=add|name=Acme Corp|listed=no")]
    [InlineData("/edit 142 what:Refund Kay in full customer:Acme Corp estimate:1h 30m", "id=142|what=Refund Kay in full|customer=Acme Corp|estimate=90")]
    [InlineData("/edit estimate:1h 30m 142", "id=142|estimate=90")]
    [InlineData("/edit estimate:1h 30m customer:Acme 142", "id=142|customer=Acme|estimate=90")]
    [InlineData("/tasks @sam customer:Acme Corp", "for=@sam|customer=Acme Corp")]
    [InlineData("/tasks all:yes @sam", "for=@sam|all=yes")]
    public void Beside_words_without_a_name_a_value_is_as_many_words_as_it_can_mean(string line, string values) => Assert.Equal(values, Values(line));

    [Theory]
    [InlineData("/urgent Server down customer:Acme Group", "what=Server down|customer=Acme Group")]
    [InlineData("/urgent Server customer:Acme Group Ltd down", "what=Server|customer=Acme Group Ltd down;what=Server down|customer=Acme Group Ltd;what=Server Ltd down|customer=Acme Group")]
    [InlineData("/urgent customer:Acme Group is down", "what=down|customer=Acme Group is;what=is down|customer=Acme Group")]
    [InlineData("/promise Acme Group refund due:friday", "customer=Acme Group|what=refund|due=friday")]
    [InlineData("/urgent Server down customer:\"Acme\" Group", "")]
    [InlineData("/promise \"Acme\" Group refund due:friday", "")]
    [InlineData("/urgent Server down customer:Acme due:noon", "")]
    [InlineData("/urgent what:Server down customer:Acme Group", "")]
    [InlineData("/urgent Server down", "")]
    public void A_customer_may_be_more_than_one_of_the_words(string line, string readings)
    {
        var command = Assert.IsType<ParseResult.Command>(TypedCommandReader.Read(line, SampleCommands.Tree));
        Assert.Equal(readings, string.Join(';', command.WithLongerCustomer.Select(values => Printed(command with { Values = values }))));
    }

    [Theory]
    [InlineData("see http://status.acme.com/a:b now")]
    [InlineData("Re: invoice of May")]
    [InlineData("call back at 12:30")]
    [InlineData("C:\\logs\\server.txt is full")]
    [InlineData("the 15\" monitor and the 5'10\" rack")]
    [InlineData("note: ask Sam, cc:bob")]
    [InlineData("first line\n  second line\n\nthird   line")]
    [InlineData("he said \"due: tomorrow is fine\" and left")]
    [InlineData("it costs 5:1 :) ::")]
    public void Ordinary_text_comes_through_as_typed(string text) => Assert.Equal("what=" + text, Values("/urgent " + text));

    [Fact]
    public void A_main_option_in_quotes_loses_them_and_is_not_searched_for_options()
    {
        Assert.Equal("what=due: tomorrow is fine", Values("/urgent \"due: tomorrow is fine\""));
        Assert.Equal("what=custmer:Acme due:x|due=noon", Values("/urgent \"custmer:Acme due:x\" due:noon"));
    }

    [Fact]
    public void A_line_break_around_a_named_option_stays_a_line_break() =>
        Assert.Equal("what=Server down\nplease|customer=Acme", Values("/urgent Server down\ncustomer:Acme\nplease"));

    [Theory]
    [InlineData("/urgnet Server down", 0, "/urgent Server down", "/urgent")]
    [InlineData("/xyzzy Server down", 0, "/help", "/xyzzy")]
    [InlineData("/", 0, "/help", "command")]
    [InlineData("Server down", 0, "/help", "slash")]
    [InlineData("/urgent Server custmer:Acme", 15, "/urgent Server customer:Acme", "“customer”")]
    [InlineData("/urgent Server duee:noon", 15, "/urgent Server due:noon", "“due”")]
    [InlineData("/urgent Server due: noon", 15, "/urgent Server due:noon", "“due:”")]
    [InlineData("/urgent Server due:", 15, "/urgent Server down at Acme customer:Acme due:\"today 5pm\"", "“due:”")]
    [InlineData("/urgent Server due:\"\"", 19, "/urgent Server down at Acme customer:Acme due:\"today 5pm\"", "“due”")]
    [InlineData("/urgent Server due:\"today 5pm", 19, "/urgent Server due:\"today 5pm\"", "not closed")]
    [InlineData("/urgent Server due:“today 5pm", 19, "/urgent Server due:“today 5pm”", "not closed")]
    [InlineData("/urgent \"Server down", 8, "/urgent \"Server down\"", "not closed")]
    [InlineData("/urgent Server due:\"5pm\"customer:A", 24, "/urgent Server due:\"5pm\" customer:A", "space")]
    [InlineData("/urgent Server due:noon due:\"5 pm\" now", 24, "/urgent Server due:noon now", "twice")]
    [InlineData("/urgent Server what:Printer", 8, "/urgent Server Printer", "twice")]
    [InlineData("/urgent Ask what:ever they need due:today 17:00", 8, "/urgent Ask ever they need due:\"today 17:00\"", "twice")]
    [InlineData("/urgent what:\"Server down\" at Acme", 27, "/urgent Server down at Acme", "twice")]
    [InlineData("/urgent what:Acme cannot log in due:today due:friday 17:00", 42, "/urgent what:Acme cannot log in due:today", "twice")]
    [InlineData("/promise what:refund for them due:friday", 40, "/promise Acme refund for the broken pump due:friday", "“customer” is missing")]
    [InlineData("/urgent customer:Acme", 21, "/urgent Server down at Acme customer:Acme due:\"today 5pm\"", "“what” is missing")]
    [InlineData("/promise Acme", 13, "/promise Acme refund for the broken pump due:friday", "“what” is missing")]
    [InlineData("/requests now please", 10, "/requests", "takes no text")]
    [InlineData("/customer show Acme value:$50", 26, "/customer show Acme value:$10", "$1, $10, $100")]
    [InlineData("/customer show Acme value:$1000", 26, "/customer show Acme value:$100", "$1, $10, $100")]
    [InlineData("/customer show Acme listed:maybe", 27, "/customer show Acme listed:yes", "yes or no")]
    [InlineData("/done x12", 6, "/done 142 45m", "number of an item")]
    [InlineData("/done 0", 6, "/done 142 45m", "number of an item")]
    [InlineData("/done 142 long", 10, "/done 142 45m", "45m")]
    [InlineData("/urgent customr:Acme duee:noon", 8, "/urgent Server down at Acme customer:Acme due:\"today 5pm\"", "customr")]
    public void A_bad_line_is_answered_with_what_is_wrong_where_and_a_line_that_works(string line, int position, string example, string says)
    {
        var problem = Assert.IsType<ParseResult.Problem>(TypedCommandReader.Read(line, SampleCommands.Tree));

        Assert.Contains(says, problem.Sentence);
        Assert.Equal((position, example), (problem.Position, problem.Example));
        Assert.IsType<ParseResult.Command>(TypedCommandReader.Read(problem.Example, SampleCommands.Tree));
    }

    [Fact]
    public void A_value_that_is_too_long_is_refused_with_its_length_and_never_cut_silently()
    {
        var problem = Assert.IsType<ParseResult.Problem>(
            TypedCommandReader.Read("/urgent Server customer:" + new string('x', 81), SampleCommands.Tree));

        Assert.Equal("“customer” may have at most 80 characters; this has 81.", problem.Sentence);
        Assert.Equal(24, problem.Position);
        Assert.Equal("/urgent Server customer:" + new string('x', 80), problem.Example);
    }

    [Fact]
    public void Every_example_of_a_command_is_readable() =>
        Assert.All(SampleCommands.Tree.All.SelectMany(spec => spec.Examples), example => Values(example));

    [Fact]
    public void Values_a_platform_told_apart_go_through_the_same_checks()
    {
        var good = TypedCommandReader.CheckValues(SampleCommands.Customer, new Dictionary<string, string> { ["action"] = "SHOW", ["listed"] = "True", ["name"] = " " });
        var bad = TypedCommandReader.CheckValues(SampleCommands.Done, new Dictionary<string, string> { ["id"] = "142", ["minutes"] = "long" });
        var missing = TypedCommandReader.CheckValues(SampleCommands.Done, new Dictionary<string, string> { ["minutes"] = "5" });
        var unknown = TypedCommandReader.CheckValues(SampleCommands.Done, new Dictionary<string, string> { ["id"] = "1", ["colour"] = "red" });

        Assert.Equal("action=show|listed=yes", Printed(good));
        Assert.Equal("/done 142 45m", Assert.IsType<ParseResult.Problem>(bad).Example);
        Assert.Contains("“id” is missing", Assert.IsType<ParseResult.Problem>(missing).Sentence);
        Assert.Contains("colour", Assert.IsType<ParseResult.Problem>(unknown).Sentence);
    }

    private static string Values(string line) => Printed(TypedCommandReader.Read(line, SampleCommands.Tree));

    private static string Printed(ParseResult result)
    {
        var command = Assert.IsType<ParseResult.Command>(result);
        return string.Join('|', command.Spec.Options
            .Where(option => command.Values.ContainsKey(option.Name))
            .Select(option => $"{option.Name}={command.Values[option.Name]}"));
    }
}
