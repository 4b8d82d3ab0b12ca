using Microsoft.Data.Sqlite;
using TriageBot.Chat.Web;
using TriageBot.Core.Chat;
using static TriageBot.Chat.Tests.ChatFixture;

namespace TriageBot.Chat.Tests;

public sealed class PersistenceTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("triagebot-chat-");

    private string DataFile => Path.Combine(folder.FullName, "chat.db");

    [Fact]
    public async Task History_people_and_edits_are_there_after_a_restart()
    {
        await using (var before = await ChatFixture.OpenAsync(DataFile))
        {
            await before.Chat.AddPersonAsync("Jo", CancellationToken.None);
            await before.SayAsync(Sam, Team, "hello <b>there</b>");
            var receipt = await before.SayAsync(Sam, Team, "/urgent Server down");
            await before.PressAsync(Sam, receipt, "waits", "harm");
        }

        await using var after = await ChatFixture.OpenAsync(DataFile);

        Assert.Equal(["hello <b>there</b>", "/urgent Server down", "#142: if it waits: harm."], after.TextsOf(Sam, Team));
        Assert.Equal(["hello <b>there</b>"], after.TextsOf(Kim, Team));
        var card = after.Chat.Read(Sam, Team)[^1];
        Assert.True(card.Edited);
        Assert.Equal(142, card.Item);
        Assert.Equal(["waits", "withdraw"], card.Controls.Select(control => control.Id));
        Assert.Equal(["Alex", "Sam", "Kim", "Jo"], after.Chat.People.Select(person => person.Name));
        Assert.Equal([You], after.Bot.Seen.Single().Owners);
    }

    [Fact]
    public async Task A_repetition_after_a_restart_gives_the_first_outcome_and_does_not_reach_the_bot()
    {
        ChatOutcome first;
        await using (var before = await ChatFixture.OpenAsync(DataFile)) first = await before.SayAsync(Sam, Team, "/urgent Server down", "e1");

        await using var after = await ChatFixture.OpenAsync(DataFile);
        var second = await after.SayAsync(Sam, Team, "/urgent Server down", "e1");

        Assert.Equal(first, second);
        Assert.Empty(after.Bot.Heard);
        Assert.Equal(2, after.TextsOf(Sam, Team).Count);
    }

    [Fact]
    public async Task An_outgoing_key_is_known_after_a_restart()
    {
        SendOutcome first;
        await using (var before = await ChatFixture.OpenAsync(DataFile)) first = await before.SendAsync("key-1", Team, "Agenda");

        await using var after = await ChatFixture.OpenAsync(DataFile);

        Assert.Equal(first, await after.SendAsync("key-1", Team, "Agenda"));
        Assert.Equal(["Agenda"], after.TextsOf(Kim, Team));
    }

    [Fact]
    public async Task What_was_acknowledged_survives_the_process_being_killed()
    {
        await using var before = await ChatFixture.OpenAsync(DataFile);
        await before.SayAsync(Sam, Team, "hello");
        var receipt = await before.SayAsync(Sam, Team, "/urgent Server down", "e1");
        var agenda = await before.SendAsync("key-1", Team, "Agenda");

        await using var after = await ChatFixture.OpenAsync(CopyAsAfterKill());

        Assert.Equal(before.TextsOf(Sam, Team), after.TextsOf(Sam, Team));
        Assert.Equal(receipt, await after.SayAsync(Sam, Team, "/urgent Server down", "e1"));
        Assert.Equal(agenda, await after.SendAsync("key-1", Team, "Agenda"));
        Assert.Equal(before.TextsOf(Sam, Team), after.TextsOf(Sam, Team));
        Assert.Empty(after.Bot.Heard);
    }

    [Fact]
    public async Task An_act_cut_off_by_a_kill_is_repeated_with_its_event_id_and_typed_once()
    {
        await using var before = await ChatFixture.OpenAsync(DataFile);
        var typed = before.NextAsync<ChatEvent.Posted>();
        _ = before.SayAsync(Sam, Team, "/slow", "e1");
        await typed;

        await using var after = await ChatFixture.OpenAsync(CopyAsAfterKill());
        after.Bot.AnswerSlowly(new Reply.Private(new Card(RichText.Plain("at last"))));
        await after.SayAsync(Sam, Team, "/slow", "e1");

        Assert.Equal(["/slow", "at last"], after.TextsOf(Sam, Team));
        Assert.Equal(Assert.Single(before.Bot.Heard).EventId, Assert.Single(after.Bot.Heard).EventId);
    }

    [Fact]
    public async Task A_form_opened_before_a_restart_can_be_filled_in_after_it()
    {
        ShownForm form;
        ChatOutcome card;
        await using (var before = await ChatFixture.OpenAsync(DataFile))
        {
            card = await before.SayAsync(You, Team, "/break");
            form = Assert.IsType<ChatOutcome.Opened>(await before.PressAsync(You, card, "answer")).Form;
        }

        await using var after = await ChatFixture.OpenAsync(DataFile);
        await after.Chat.FillAsync(You, form.InstanceId, new Dictionary<string, string> { ["text"] = "On it" }, null, CancellationToken.None);

        Assert.Equal("Answered #142: On it", after.MessageOf(card).Text.ToPlainText());
    }

    [Fact]
    public async Task No_event_id_or_sequence_is_given_twice_over_restarts()
    {
        var ids = new List<string>();
        var sequences = new List<long>();
        for (var run = 0; run < 3; run++)
        {
            await using var chat = await ChatFixture.OpenAsync(DataFile);
            await chat.SayAsync(Sam, Team, "/form");
            ids.AddRange(chat.Bot.Heard.Select(incoming => incoming.EventId));
            sequences.AddRange(chat.Events.Select(news => news.Sequence));
        }

        Assert.Equal(3, ids.Distinct().Count());
        Assert.Equal(6, sequences.Distinct().Count());
        Assert.Equal(sequences.Order(), sequences);
    }

    [Fact]
    public async Task A_chat_that_is_begun_anew_or_put_back_gives_no_event_or_message_id_that_the_bot_has_met()
    {
        var ids = new List<string>();
        var backup = Path.Combine(folder.FullName, "backup.db");
        async Task TalkAsync()
        {
            await using var chat = await ChatFixture.OpenAsync(DataFile);
            await chat.SayAsync(Sam, Team, "/form");
            await chat.SendAsync($"key-{ids.Count}", Team, "Agenda");
            ids.AddRange(chat.Bot.Heard.Select(incoming => incoming.EventId));
            ids.AddRange(chat.Events.OfType<ChatEvent.Posted>().Select(news => news.Message.Id));
        }

        await TalkAsync();
        SqliteConnection.ClearAllPools();
        File.Copy(DataFile, backup);
        await TalkAsync();
        SqliteConnection.ClearAllPools();
        File.Copy(backup, DataFile, overwrite: true);
        await TalkAsync();
        SqliteConnection.ClearAllPools();
        File.Delete(DataFile);
        await TalkAsync();

        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task A_log_without_its_file_is_kept_and_the_start_refused()
    {
        await (await ChatFixture.OpenAsync(DataFile)).DisposeAsync();
        SqliteConnection.ClearAllPools();
        File.Delete(DataFile);
        await File.WriteAllTextAsync(DataFile + "-wal", "acknowledged");

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => ChatFixture.OpenAsync(DataFile));

        Assert.Contains("Put the file back", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("acknowledged", await File.ReadAllTextAsync(DataFile + "-wal"));
        Assert.False(File.Exists(DataFile));
    }

    [Fact]
    public async Task Older_messages_are_read_from_the_file_without_what_the_viewer_may_not_see()
    {
        await using var chat = await ChatFixture.OpenAsync(DataFile);
        for (var number = 1; number <= 700; number++)
        {
            await chat.SendAsync($"key-{number}", Team, $"post {number}");
            await chat.SayAsync(Sam, Team, $"/unknown {number}");
        }

        var newest = chat.Chat.Read(Kim, Team, limit: 100);
        var all = new List<string>();
        for (var page = newest; page.Count > 0; page = chat.Chat.Read(Kim, Team, page[0].Sequence, 100))
        {
            all.InsertRange(0, page.Select(message => message.Text.ToPlainText()));
        }

        Assert.Equal(Enumerable.Range(1, 700).Select(number => $"post {number}"), all);
    }

    [Fact]
    public async Task A_button_of_a_message_that_memory_has_forgotten_still_works()
    {
        await using var chat = await ChatFixture.OpenAsync(DataFile);
        var receipt = Assert.IsType<ChatOutcome.Shown>(await chat.SayAsync(Sam, Team, "/urgent Server down"));
        var shown = chat.MessageOf(receipt).Sequence;
        for (var number = 1; number <= 1100; number++) await chat.SendAsync($"key-{number}", Team, "later");

        var outcome = await chat.Chat.PressAsync(Sam, receipt.MessageId, "withdraw", null, null, CancellationToken.None);

        Assert.Equal(new ChatOutcome.Updated(receipt.MessageId), outcome);
        Assert.Equal("#142 is withdrawn.", chat.Chat.Read(Sam, Team, before: shown + 1).Single(message => message.Id == receipt.MessageId).Text.ToPlainText());
    }

    [Fact]
    public async Task What_could_not_be_saved_is_said_and_a_repetition_saves_it_once()
    {
        await using (var chat = await ChatFixture.OpenAsync(DataFile))
        {
            await using (var blocking = new SqliteConnection($"Data Source={DataFile}"))
            {
                await blocking.OpenAsync();
                await using var transaction = blocking.BeginTransaction();
                await Assert.ThrowsAsync<SqliteException>(() => chat.SayAsync(Sam, Team, "/urgent Server down", "e1"));
                Assert.Empty(chat.Events);
            }

            await chat.SayAsync(Sam, Team, "/urgent Server down", "e1");
            Assert.Single(chat.Bot.Heard);
            Assert.Equal(2, chat.Events.Count);
        }

        await using var after = await ChatFixture.OpenAsync(DataFile);
        Assert.Equal(2, after.TextsOf(Sam, Team).Count);
    }

    [Fact]
    public async Task A_file_of_the_first_version_is_taken_over_with_all_it_holds()
    {
        // Written out: what the program says of its first version today must not decide what a file of that time looks like.
        await FillAsync(
            """
            create table workspace (id text primary key, runs integer not null);
            create table person (id text primary key, name text not null, is_admin integer not null, is_owner integer not null, sequence integer not null);
            create table channel (id text primary key, name text not null);
            create table message (
                id text primary key, sequence integer not null unique, changed integer not null, posted_at integer not null,
                author text, destination text not null, only_to text, item integer, event_id text, body text not null);
            create index message_by_destination on message (destination, sequence);
            create index message_by_change on message (changed);
            create table event (author text not null, event_id text not null, typed_id text, outcome text, primary key (author, event_id));
            create table sent (key text primary key, message_id text not null);
            create table form (id text primary key, sequence integer not null, member text not null, destination text not null, opened_from text, body text not null);
            pragma user_version = 1;
            insert into workspace values ('local', 3);
            insert into person values ('you', 'You', 1, 1, 0), ('sam', 'Sam', 0, 0, 0), ('jo', 'Jo', 0, 0, 12);
            insert into channel values ('team', 'team');
            insert into message values
                ('m9', 9, 9, 1795693499029, 'sam', 'channel:team', 'sam', null, 'e1', '{"Text":{"Runs":[{"Kind":"Typed","Text":"/urgent Server down"}]},"Controls":[],"Mentions":[]}'),
                ('m10', 10, 13, 1795693499193, null, 'channel:team', 'sam', 142, null, '{"Text":{"Runs":[{"Text":"#142 is held."}]},"Controls":[{"type":"button","Label":"Withdraw","Id":"withdraw"}],"Mentions":[]}'),
                ('m11', 11, 11, 1795693500000, null, 'channel:team', null, null, null, '{"Text":{"Runs":[{"Text":"Agenda"}]},"Controls":[],"Mentions":[]}');
            insert into event values ('sam', 'e1', 'm9', 'shown:m10');
            insert into sent values ('key-1', 'm11');
            """);

        await using (var chat = await ChatFixture.OpenAsync(DataFile))
        {
            Assert.Equal(["/urgent Server down", "#142 is held.", "Agenda"], chat.TextsOf(Sam, Team));
            Assert.Equal(["Agenda"], chat.TextsOf(new MemberId("jo"), Team));
            Assert.Equal(["You", "Sam", "Jo"], chat.Chat.People.Select(person => person.Name));
            var receipt = new ChatOutcome.Shown("m10");
            Assert.True(chat.MessageOf(receipt).Edited);
            Assert.Equal(receipt, await chat.SayAsync(Sam, Team, "/urgent Server down", "e1"));
            await chat.SendAsync("key-1", Team, "Agenda");
            await chat.PressAsync(Sam, receipt, "withdraw");
            Assert.True(chat.MessageOf(receipt).Changed > 13);
        }

        await using var after = await ChatFixture.OpenAsync(DataFile);
        Assert.Equal(["/urgent Server down", "#142 is withdrawn.", "Agenda"], after.TextsOf(Sam, Team));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        await File.WriteAllTextAsync(DataFile, "my diary, which is certainly longer than a hundred bytes so that nobody takes it for an empty file, dear diary");

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => ChatFixture.OpenAsync(DataFile));

        Assert.Contains("move the file away", refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("my diary", await File.ReadAllTextAsync(DataFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_refused()
    {
        await (await ChatFixture.OpenAsync(DataFile)).DisposeAsync();
        await FillAsync("pragma user_version = 99");

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => ChatFixture.OpenAsync(DataFile));

        Assert.Contains("newer TriageBot", refusal.Message, StringComparison.Ordinal);
    }

    private async Task FillAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={DataFile}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The files as a killed process leaves them: nothing closed, nothing moved from the write-ahead log.</summary>
    private string CopyAsAfterKill()
    {
        var copy = Path.Combine(folder.FullName, "killed.db");
        File.Copy(DataFile, copy);
        File.Copy(DataFile + "-wal", copy + "-wal");
        return copy;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
