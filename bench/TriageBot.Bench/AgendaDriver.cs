using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TriageBot.Bench;

/// <summary>
/// <c>/agenda</c>, <c>/tasks</c> and <c>/why</c> of an owner with many open tasks, over HTTP against the real program.
/// The tasks are written into its database while it does not run; everything measured goes through the chat.
/// </summary>
internal static class AgendaDriver
{
    private const string Owner = "you";

    /// <summary>Arguments: [open tasks, 10000] [folder, artifacts/bench].</summary>
    public static async Task RunAsync(string[] args)
    {
        var count = CountOf(args);
        var folder = await FilledAsync(args, count);
        using var chat = await ServedChat.StartAsync(folder, isNew: false);
        Console.WriteLine($"{count} open tasks of one owner: a sixth due tomorrow, a sixth due in three days, a sixth planned for today, the rest without a date");
        Latencies.PrintHeader();
        await MeasureAsync(chat);
        foreach (var command in new[] { "/tasks", "/tasks text:ship", "/tasks state:untriaged", "/why 6", "/triage" })
        {
            await Latencies.MeasureAsync($"(warming up) {command}", 1, TimeSpan.FromSeconds(2), _ => chat.SayAsync(Owner, command));
            await Latencies.MeasureAsync($"{command}, 1 person", 1, TimeSpan.FromSeconds(5), _ => chat.SayAsync(Owner, command));
        }
    }

    /// <summary>
    /// The same number of open tasks in Taskwarrior 2 (Debian: <c>apt-get install taskwarrior</c>): <c>task next</c> as a whole process, against one <c>/agenda</c> over the chat.
    /// Arguments: [open tasks, 10000] [folder, artifacts/bench].
    /// </summary>
    public static async Task CompareAsync(string[] args)
    {
        var count = CountOf(args);
        var folder = await FilledAsync(args, count);
        Latencies.PrintHeader();
        Latencies ours;
        using (var chat = await ServedChat.StartAsync(folder, isNew: false)) ours = await MeasureAsync(chat);
        var other = new Taskwarrior(Path.Combine(folder, "taskwarrior"));
        if (!await other.ImportAsync(count))
        {
            Console.WriteLine("There is no Taskwarrior here. Install it: apt-get install taskwarrior");
            return;
        }

        await other.NextAsync();
        var theirs = await Latencies.MeasureAsync("task next, the whole process", 1, TimeSpan.FromSeconds(20), _ => other.NextAsync());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"task next takes {theirs.Median / ours.Median:N0} times as long at the median"));
    }

    private static int CountOf(string[] args) => args is [var tasks, ..] ? int.Parse(tasks, CultureInfo.InvariantCulture) : 10_000;

    private static async Task<Latencies> MeasureAsync(ServedChat chat)
    {
        await Latencies.MeasureAsync("(warming up) /agenda, 1 person", 1, TimeSpan.FromSeconds(3), AgendaAsync);
        var before = chat.ProcessorTime;
        var measured = await Latencies.MeasureAsync("/agenda, 1 person", 1, TimeSpan.FromSeconds(10), AgendaAsync);
        var each = (chat.ProcessorTime - before).TotalMilliseconds / measured.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each:N1} ms of processor time for each, on all cores: what it costs, also on a busy machine"));
        return measured;

        Task AgendaAsync(int caller) => chat.SayAsync(Owner, "/agenda");
    }

    /// <returns>The folder of a program whose database holds the tasks.</returns>
    private static async Task<string> FilledAsync(string[] args, int count)
    {
        var folder = Path.GetFullPath(Path.Combine(args is [_, var given, ..] ? given : "artifacts/bench", "agenda"));
        // One task by the chat first, so that workspace and owner are there.
        using (var chat = await ServedChat.StartAsync(folder)) await chat.SayAsync(Owner, "/task Look after case 1");
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "data", "triagebot.db")};Pooling=false");
        await connection.OpenAsync();
        await using var fill = connection.CreateCommand();
        fill.CommandText =
            """
            with recursive numbers(n) as (select 2 union all select n + 1 from numbers where n < $count)
            insert into tasks (workspace_id, number, what, customer, creator_id, assignee_id, due_on, do_on, estimate_minutes, is_important, state, created_at)
            select t.workspace_id, n, 'Look after case ' || n, '', t.creator_id, t.assignee_id,
              case n % 6 when 0 then date('now', '+1 day') when 1 then date('now', '+3 days') end,
              case n % 6 when 2 then date('now') end,
              case n % 3 when 0 then 30 when 1 then 45 end, true, 'Open', t.created_at + n
            from numbers, tasks t where t.number = 1;
            update workspaces set last_number = $count;
            """;
        fill.Parameters.AddWithValue("$count", count);
        await fill.ExecuteNonQueryAsync();
        return folder;
    }

    /// <summary>A Taskwarrior with data of its own.</summary>
    private sealed class Taskwarrior(string folder)
    {
        public async Task<bool> ImportAsync(int count)
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, "taskrc"), $"data.location={folder}\nconfirmation=off\n");
            var now = TimeProvider.System.GetUtcNow();
            var tasks = Enumerable.Range(1, count).Select(number => string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"description":"Look after case {{number}}","entry":"{{now:yyyyMMdd'T'HHmmss'Z'}}"{{Due(number, now)}}}"""));
            var file = Path.Combine(folder, "tasks.json");
            await File.WriteAllTextAsync(file, $"[{string.Join(",\n", tasks)}]");
            try
            {
                await RunAsync("import", file);
                return true;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }

        public Task NextAsync() => RunAsync("next");

        private static string Due(int number, DateTimeOffset now) => (number % 6) switch
        {
            0 => $",\"due\":\"{now.AddDays(1):yyyyMMdd'T'HHmmss'Z'}\"",
            1 => $",\"due\":\"{now.AddDays(3):yyyyMMdd'T'HHmmss'Z'}\"",
            2 => $",\"scheduled\":\"{now:yyyyMMdd'T'HHmmss'Z'}\"",
            _ => "",
        };

        private async Task RunAsync(params string[] arguments)
        {
            var start = new ProcessStartInfo("task", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["TASKRC"] = Path.Combine(folder, "taskrc");
            using var process = Process.Start(start) ?? throw new InvalidOperationException("Taskwarrior did not start.");
            var errors = process.StandardError.ReadToEndAsync();
            await process.StandardOutput.ReadToEndAsync();
            await errors;
            await process.WaitForExitAsync();
        }
    }
}
