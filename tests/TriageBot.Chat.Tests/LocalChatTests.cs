using TriageBot.Chat.Web;
using TriageBot.Core.Chat;
using static TriageBot.Chat.Tests.ChatFixture;

namespace TriageBot.Chat.Tests;

public sealed class LocalChatTests
{
    [Fact]
    public async Task The_bot_is_told_at_start_who_and_what_is_here()
    {
        await using var chat = await ChatFixture.OpenAsync();

        var seen = Assert.Single(chat.Bot.Seen);
        Assert.Equal(["Alex", "Sam", "Kim"], seen.People.Select(person => person.Name));
        Assert.Equal(["team", "support"], seen.Channels.Select(channel => channel.Name));
        Assert.Equal([You], seen.Owners);
        Assert.Equal("local", seen.Platform);
    }

    [Fact]
    public async Task A_command_in_a_channel_and_its_private_answer_are_seen_by_the_author_only()
    {
        await using var chat = await ChatFixture.OpenAsync();

        await chat.SayAsync(Sam, Team, "/urgent Server down");

        Assert.Equal(2, chat.TextsOf(Sam, Team).Count);
        Assert.Equal("/urgent Server down", chat.TextsOf(Sam, Team)[0]);
        Assert.Contains("Held as #142", chat.TextsOf(Sam, Team)[1], StringComparison.Ordinal);
        Assert.Empty(chat.TextsOf(Kim, Team));
        Assert.All(chat.Events, news => Assert.False(news.IsVisibleTo(Kim)));
        Assert.IsType<IncomingBody.Typed>(Assert.Single(chat.Bot.Heard).Body);
    }

    [Fact]
    public async Task Plain_talk_and_a_public_answer_are_seen_by_everybody()
    {
        await using var chat = await ChatFixture.OpenAsync();

        var talk = await chat.SayAsync(Sam, Team, "hello");
        await chat.SayAsync(Sam, Team, "/agenda");

        Assert.IsType<ChatOutcome.Nothing>(talk);
        Assert.Equal(["hello", "Agenda of today"], chat.TextsOf(Kim, Team));
    }

    [Fact]
    public async Task Nobody_else_reads_or_writes_a_private_conversation()
    {
        await using var chat = await ChatFixture.OpenAsync();
        await chat.SayAsync(Sam, SamAndBot, "between us");
        await chat.SendAsync("key-1", SamAndBot, "for Sam");

        var intrusion = await chat.SayAsync(Kim, SamAndBot, "hello?");

        Assert.Equal(["between us", "Try /urgent", "for Sam"], chat.TextsOf(Sam, SamAndBot));
        Assert.Empty(chat.TextsOf(Kim, SamAndBot));
        Assert.Contains("no such channel", Assert.IsType<ChatOutcome.Refused>(intrusion).Sentence, StringComparison.Ordinal);
        Assert.All(chat.Events, news => Assert.Equal(Sam, news.OnlyFor));
    }

    [Fact]
    public async Task A_pressed_button_edits_its_message_in_place()
    {
        await using var chat = await ChatFixture.OpenAsync();
        var receipt = await chat.SayAsync(Sam, Team, "/urgent Server down");

        var outcome = await chat.PressAsync(Sam, receipt, "withdraw");

        var message = chat.MessageOf(Assert.IsType<ChatOutcome.Updated>(outcome));
        Assert.Equal(chat.MessageOf(receipt).Id, message.Id);
        Assert.Equal("#142 is withdrawn.", message.Text.ToPlainText());
        Assert.True(message.Edited);
        Assert.Equal(Sam, message.VisibleOnlyTo);
        Assert.Equal(2, chat.TextsOf(Sam, Team).Count);
    }

    [Fact]
    public async Task Somebody_elses_private_message_cannot_be_pressed_or_put_into_a_menu()
    {
        await using var chat = await ChatFixture.OpenAsync();
        var receipt = await chat.SayAsync(Sam, Team, "/urgent Server down");
        var id = chat.MessageOf(receipt).Id;

        var press = await chat.Chat.PressAsync(Kim, id, "withdraw", null, null, CancellationToken.None);
        var menu = await chat.Chat.UseMenuAsync(Kim, "Hold for the next break", id, null, CancellationToken.None);

        Assert.IsType<ChatOutcome.Refused>(press);
        Assert.IsType<ChatOutcome.Refused>(menu);
        Assert.Single(chat.Bot.Heard);
    }

    [Fact]
    public async Task A_form_is_shown_to_the_one_who_pressed_and_its_answer_replaces_the_message_it_came_from()
    {
        await using var chat = await ChatFixture.OpenAsync();
        var card = await chat.SayAsync(You, Team, "/break");
        var form = Assert.IsType<ChatOutcome.Opened>(await chat.PressAsync(You, card, "answer")).Form;

        var stranger = await FillAsync(chat, Kim, form, "mine now");
        var outcome = await FillAsync(chat, You, form, "On it, 20 minutes");

        Assert.IsType<ChatOutcome.Refused>(stranger);
        Assert.Equal(chat.MessageOf(card).Id, Assert.IsType<ChatOutcome.Updated>(outcome).MessageId);
        Assert.Equal("Answered #142: On it, 20 minutes", chat.MessageOf(card).Text.ToPlainText());
        Assert.Equal(You, Assert.Single(chat.Events.OfType<ChatEvent.FormOpened>()).OnlyFor);
    }

    [Fact]
    public async Task A_form_opened_by_a_command_is_answered_privately()
    {
        await using var chat = await ChatFixture.OpenAsync();
        var form = Assert.IsType<ChatOutcome.Opened>(await chat.SayAsync(You, Team, "/form")).Form;

        var outcome = await FillAsync(chat, You, form, "Done");

        Assert.Equal(You, chat.MessageOf(Assert.IsType<ChatOutcome.Shown>(outcome)).VisibleOnlyTo);
    }

    [Theory]
    [InlineData("text", "", "Fill in “Answer”.")]
    [InlineData("minutes", "12345", "“Minutes it took” is 5 characters long; 4 fit.")]
    [InlineData("colour", "red", "The form has no field “colour”. Its fields are: text, minutes.")]
    public async Task A_form_says_which_field_is_wrong(string field, string value, string sentence)
    {
        await using var chat = await ChatFixture.OpenAsync();
        var form = Assert.IsType<ChatOutcome.Opened>(await chat.SayAsync(You, Team, "/form")).Form;

        var values = new Dictionary<string, string> { ["text"] = "x", [field] = value };
        var outcome = await chat.Chat.FillAsync(You, form.InstanceId, values, null, CancellationToken.None);

        Assert.Equal(sentence, Assert.IsType<ChatOutcome.Refused>(outcome).Sentence);
    }

    [Fact]
    public async Task A_menu_hands_the_message_with_its_text_to_the_bot()
    {
        await using var chat = await ChatFixture.OpenAsync();
        await chat.SayAsync(Kim, Team, "the printer burns");
        var message = Assert.Single(chat.Chat.Read(Sam, Team));

        await chat.Chat.UseMenuAsync(Sam, "Hold for the next break", message.Id, null, CancellationToken.None);

        Assert.Equal(new IncomingBody.MenuUsed("Hold for the next break", message.Id, "the printer burns"), chat.Bot.Heard.Last().Body);
        Assert.Equal(["the printer burns"], chat.TextsOf(Kim, Team));
    }

    [Fact]
    public async Task The_same_event_id_gives_the_same_outcome_and_no_second_message()
    {
        await using var chat = await ChatFixture.OpenAsync();

        var first = await chat.SayAsync(Sam, Team, "/urgent Server down", "e1");
        var second = await chat.SayAsync(Sam, Team, "/urgent Server down", "e1");
        var others = await chat.SayAsync(Kim, Team, "/urgent Server down", "e1");

        Assert.Equal(first, second);
        Assert.NotEqual(first, others);
        Assert.Equal(2, chat.TextsOf(Sam, Team).Count);
        Assert.Equal(2, chat.Bot.Heard.Count);
        Assert.Equal(2, chat.Bot.Heard.Select(incoming => incoming.EventId).Distinct().Count());
    }

    [Fact]
    public async Task A_repetition_while_the_first_is_under_way_waits_for_its_outcome()
    {
        await using var chat = await ChatFixture.OpenAsync();

        var first = chat.SayAsync(Sam, Team, "/slow", "e1");
        var second = chat.SayAsync(Sam, Team, "/slow", "e1");
        chat.Bot.AnswerSlowly(new Reply.Private(new Card(RichText.Plain("at last"))));

        Assert.Equal(await first, await second);
        Assert.Equal(["/slow", "at last"], chat.TextsOf(Sam, Team));
        Assert.Single(chat.Bot.Heard);
    }

    [Fact]
    public async Task The_same_outgoing_key_makes_one_message()
    {
        await using var chat = await ChatFixture.OpenAsync();

        var first = await chat.SendAsync("key-1", Team, "Agenda");
        var second = await chat.SendAsync("key-1", Team, "Agenda");

        Assert.Equal(first, second);
        Assert.Equal(["Agenda"], chat.TextsOf(Kim, Team));
    }

    [Fact]
    public async Task A_repeated_older_edit_does_not_undo_a_newer_one()
    {
        await using var chat = await ChatFixture.OpenAsync();
        var id = Assert.IsType<SendOutcome.Sent>(await chat.SendAsync("key-1", Team, "one")).MessageId;
        await chat.SendAsync("key-2", Team, "two", editOf: id);
        await chat.SendAsync("key-3", Team, "three", editOf: id);

        await chat.SendAsync("key-2", Team, "two", editOf: id);

        Assert.Equal(["three"], chat.TextsOf(Kim, Team));
    }

    [Fact]
    public async Task Sending_where_nobody_is_is_refused_with_a_sentence()
    {
        await using var chat = await ChatFixture.OpenAsync();

        var channel = await chat.SendAsync("key-1", new Destination.Channel("nowhere"), "x");
        var member = await chat.SendAsync("key-2", new Destination.Direct(new MemberId("nobody")), "x");
        var message = await chat.SendAsync("key-3", Team, "x", editOf: "m999");

        Assert.All([channel, member, message], outcome => Assert.EndsWith("local chat.", Assert.IsType<SendOutcome.Refused>(outcome).Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failing_bot_costs_nobody_what_they_typed()
    {
        await using var chat = await ChatFixture.OpenAsync();

        var outcome = await chat.SayAsync(Sam, Team, "/throw");

        var line = chat.MessageOf(outcome);
        Assert.Equal(Sam, line.VisibleOnlyTo);
        Assert.Contains("try again", line.Text.ToPlainText(), StringComparison.Ordinal);
        Assert.EndsWith("/throw", line.Text.ToPlainText(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", line.Text.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_bot_is_announced_and_its_late_answer_still_comes()
    {
        var waiting = new HandClock();
        await using var chat = await ChatFixture.OpenAsync(new LocalChatOptions { WaitingClock = waiting });

        var asked = chat.SayAsync(Sam, Team, "/slow");
        waiting.Elapse();
        var outcome = await asked;
        var answered = chat.NextAsync<ChatEvent.Posted>();
        chat.Bot.AnswerSlowly(new Reply.Private(new Card(RichText.Plain("at last"))));
        await answered;

        Assert.Contains("taking longer than usual", chat.MessageOf(outcome).Text.ToPlainText(), StringComparison.Ordinal);
        Assert.Equal("at last", chat.TextsOf(Sam, Team)[^1]);
    }

    [Theory]
    [InlineData("   ", "Type something first.")]
    [InlineData(null, "That is 4001 characters long; 4000 fit into one message. Shorten it or send it in parts.")]
    public async Task Text_that_does_not_fit_is_refused_with_a_sentence(string? text, string sentence)
    {
        await using var chat = await ChatFixture.OpenAsync();

        var outcome = await chat.SayAsync(Sam, Team, text ?? new string('x', 4001));

        Assert.Equal(sentence, Assert.IsType<ChatOutcome.Refused>(outcome).Sentence);
        Assert.Empty(chat.Events);
        Assert.Empty(chat.Bot.Heard);
    }

    [Fact]
    public async Task A_new_person_is_made_known_to_everybody_and_to_the_bot()
    {
        await using var chat = await ChatFixture.OpenAsync();

        var added = Assert.IsType<PersonOutcome.Added>(await chat.Chat.AddPersonAsync(" Jo Ann ", CancellationToken.None)).Person;
        var again = await chat.Chat.AddPersonAsync("jo ann", CancellationToken.None);
        await chat.SayAsync(added.Id, Team, "hi");

        Assert.Equal(new Author(new MemberId("jo-ann"), "Jo Ann"), added);
        Assert.IsType<PersonOutcome.Refused>(again);
        Assert.Contains(added, chat.Bot.Seen.Last().People);
        Assert.Equal(added, chat.Events.OfType<ChatEvent.PersonAdded>().Single().Person);
        Assert.Equal(["hi"], chat.TextsOf(Kim, Team));
    }

    [Fact]
    public async Task Events_come_in_one_rising_order_also_when_many_talk_at_once()
    {
        await using var chat = await ChatFixture.OpenAsync();

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), async (number, _) => await chat.SayAsync(Sam, Team, $"/urgent number {number}"));

        var order = chat.Events.Select(news => news.Sequence).ToList();
        Assert.Equal(400, order.Count);
        Assert.Equal(order.Order(), order);
        Assert.Equal(order.Distinct(), order);
    }

    private static Task<ChatOutcome> FillAsync(ChatFixture chat, MemberId author, ShownForm form, string text) =>
        chat.Chat.FillAsync(author, form.InstanceId, new Dictionary<string, string> { ["text"] = text }, null, CancellationToken.None);
}
