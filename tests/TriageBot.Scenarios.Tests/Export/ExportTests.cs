using System.IO.Compression;
using System.Text;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Export;

public sealed class ExportTests
{
    [Fact]
    public async Task An_admin_gets_everything_in_a_zip_with_a_page_that_explains_it()
    {
        await using var team = await TeamAsync();
        await team.SaysAsync("sam", "/urgent Server down customer:Acme");
        await team.SaysAsync("alex", "/promise Acme \"the new quote\" due:\"fri 15:00\"");
        await team.SaysAsync("sam", "/escalate Acme \"no power\"");
        await team.SaysAsync("alex", "/customer note Acme note:\"pays late\"");
        await team.SaysAsync("alex", "/log 30m customers Acme");

        var (text, zip) = await ExportAsync(team, "alex");

        Assert.Contains("README.txt", text);
        Assert.Contains("Save it now", text);
        Assert.Equal("Server down", Cell(zip, "urgent_messages", 0, "what"));
        Assert.Equal("sam", Cell(zip, "urgent_messages", 0, "requester_name"));
        Assert.Equal("2026-03-13T07:25:00Z", Cell(zip, "urgent_messages", 0, "waiting_since_at"));
        Assert.Equal("the new quote", Cell(zip, "promises", 0, "what"));
        Assert.Equal("2026-03-20T14:00:00Z", Cell(zip, "promises", 0, "due_at"));
        Assert.Equal("Acme", Cell(zip, "customer_notes", 0, "customer_name"));
        Assert.Equal("pays late", Cell(zip, "customer_notes", 0, "note"));
        Assert.Equal("30", Cell(zip, "time_entries", 0, "minutes"));
        Assert.Equal("no power", Cell(zip, "escalations", 0, "what"));
        Assert.NotEmpty(Rows(zip, "escalation_events"));
        Assert.NotEmpty(Rows(zip, "promise_versions"));
        Assert.Equal("yes", Cell(zip, "members", 0, "is_owner"));
        var readme = zip["README.txt"];
        Assert.Contains("UTC", readme);
        Assert.Contains("the team's zone is Europe/Oslo", readme);
        Assert.Contains($"urgent_messages.csv ({Rows(zip, "urgent_messages").Count})", readme);
        Assert.Contains("inbox", readme);
        Assert.All(zip.Keys.Where(name => name.EndsWith(".csv", StringComparison.Ordinal)), name => Assert.Contains($"\r\n{name} (", readme));
    }

    [Fact]
    public async Task Whoever_is_no_admin_is_refused_with_whom_to_ask()
    {
        await using var team = await Team.StartAsync("alex:owner,admin sam kim");
        await team.SaysAsync("sam", "/export");
        team.Expect("sam", "/export is not yours to use. Who can: alex");
    }

    [Fact]
    public async Task The_same_rows_make_the_same_file()
    {
        await using var team = await TeamAsync();
        await team.SaysAsync("sam", "/task Water the plants");
        Assert.Equal(await FileAsync(team, "alex", "first"), await FileAsync(team, "alex", "second"));
    }

    [Fact]
    public async Task A_10_Of_others_private_tasks_neither_the_words_nor_the_customer_nor_a_date_is_in_it_and_ones_own_is_whole()
    {
        await using var team = await Team.StartAsync("alex:owner,admin kim:owner sam");
        team.IgnoreRest("the file is what is looked at");
        await team.SaysAsync("kim", "/task Xylophone private:yes customer:Molar due:\"every monday at 9:00\" estimate:45m", "dm");
        await team.SaysAsync("kim", "/edit 1 what:Yggdrasil", "dm");
        await team.SaysAsync("kim", "/log 20m health Molar", "dm");
        await team.PressesAsync("kim", "Undo");
        await team.SaysAsync("alex", "/task Zeppelin private:yes", "dm");

        var (_, zip) = await ExportAsync(team, "alex");
        Assert.All(["Xylophone", "Yggdrasil"], secret => Assert.All(zip.Values, text => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain("Molar", zip["tasks.csv"] + zip["task_changes.csv"]);
        Assert.Equal("private", Cell(zip, "tasks", 0, "what"));
        Assert.Equal("45", Cell(zip, "tasks", 0, "estimate_minutes"));
        Assert.All(["due_local", "due_on", "series_id", "created_at"], column => Assert.Equal("", Cell(zip, "tasks", 0, column)));
        Assert.Equal("", Cell(zip, "task_series", 0, "pattern"));
        Assert.Equal("", Cell(zip, "series_instances", 0, "scheduled_on"));
        Assert.Equal("Zeppelin", Rows(zip, "tasks")[^1]["what"]);
    }

    [Fact]
    public async Task Nothing_of_another_team_is_in_it()
    {
        await using var team = await TeamAsync();
        await team.SaysAsync("sam", "/task Water the plants customer:Acme");
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={team.DatabaseFile};Pooling=False"))
        {
            await connection.OpenAsync();
            using var command = connection.CreateCommand();
            command.CommandText =
                """
                insert into workspaces select 'other', platform, 'Others', zone, day_start, 'Narwhal', last_number, created_at, date_order, left_at, safety_words, greeted_at from workspaces;
                insert into members (workspace_id, id, name) values ('other', 'ned', 'Narwhal');
                insert into customers (workspace_id, id, name, created_at, created_by) values ('other', 1, 'Narwhal Ltd', 0, 'ned');
                insert into tasks (workspace_id, number, what, customer, creator_id, assignee_id, state, created_at) values ('other', 1, 'Narwhal', 'Narwhal Ltd', 'ned', 'ned', 'Open', 0);
                """;
            await command.ExecuteNonQueryAsync();
        }

        var (_, zip) = await ExportAsync(team, "alex");

        Assert.All(zip.Values, text => Assert.DoesNotContain("Narwhal", text));
        Assert.Single(Rows(zip, "tasks"));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+47 555", "'+47 555")]
    [InlineData("-5 degrees", "'-5 degrees")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("fine; =HYPERLINK(1)", "fine; '=HYPERLINK(1)")]
    [InlineData("say \"hello\", please", "say \"hello\", please")]
    public async Task What_a_spreadsheet_would_run_is_made_harmless_and_all_else_stays_as_it_was_typed(string typed, string cell)
    {
        await using var team = await TeamAsync();
        await team.DeliversAsync("f1", "sam", new IncomingBody.Command("task", new Dictionary<string, string> { ["what"] = typed }));

        var (_, zip) = await ExportAsync(team, "alex");

        Assert.Equal(cell, Cell(zip, "tasks", 0, "what"));
    }

    [Fact]
    public async Task A_team_that_has_not_begun_hears_that_there_is_little_in_it()
    {
        await using var team = await Team.StartAsync("alex:owner,admin sam kim");
        await team.SaysAsync("alex", "/export");
        Assert.Contains("Nothing was asked, planned or promised here yet", team.Expect("alex", "Everything I keep about this team").Text);
    }

    private static async Task<Team> TeamAsync()
    {
        var team = await Team.StartAsync("alex:owner,admin sam kim");
        await team.SaysAsync("alex", "/customer add Acme");
        team.IgnoreRest("the file is what is looked at");
        return team;
    }

    private static async Task<byte[]> FileAsync(Team team, string who, string eventId)
    {
        var reply = Assert.IsType<Reply.Private>(await team.DeliversAsync(eventId, who, "/export"));
        return Assert.Single(reply.Card.Files).Content.ToArray();
    }

    private static async Task<(string Text, Dictionary<string, string> Zip)> ExportAsync(Team team, string who)
    {
        var reply = Assert.IsType<Reply.Private>(await team.DeliversAsync("export", who, "/export"));
        var file = Assert.Single(reply.Card.Files);
        Assert.Equal("triagebot-2026-03-13.zip", file.Name);
        using var zip = new ZipArchive(new MemoryStream(file.Content.ToArray()));
        var texts = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            texts[entry.FullName] = await reader.ReadToEndAsync();
        }

        return (reply.Card.Text.ToPlainText(), texts);
    }

    private static string Cell(Dictionary<string, string> zip, string table, int row, string column) => Rows(zip, table)[row][column];

    private static List<Dictionary<string, string>> Rows(Dictionary<string, string> zip, string table)
    {
        var (records, faults) = CsvReader.Read(zip[table + ".csv"]);
        Assert.Empty(faults);
        var head = records[0].Fields;
        return [.. records.Skip(1).Select(record => head.Zip(record.Fields).ToDictionary(cell => cell.First, cell => cell.Second))];
    }
}
