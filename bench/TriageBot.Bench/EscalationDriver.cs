using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Urgent;
using TriageBot.Core.Workspaces;
using TriageBot.Features;
using TriageBot.Storage;
using TriageBot.Storage.Migrations;
using TriageBot.Storage.Sqlite;

namespace TriageBot.Bench;

/// <summary>
/// One pass of timed work over many open clocks of escalations of which none is due: it must cost at most 5 ms.
/// Arguments: [open clocks, 100000] [folder, artifacts/bench].
/// </summary>
internal static class EscalationDriver
{
    private const int PerUnit = 5_000;

    public static async Task RunAsync(string[] args)
    {
        var clocks = args is [var count, ..] ? int.Parse(count) : 100_000;
        var folder = Directory.CreateDirectory(args is [_, var given, ..] ? given : "artifacts/bench").FullName;
        foreach (var old in Directory.EnumerateFiles(folder, "escalations-*")) File.Delete(old);
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        await using var database = SqliteStartup.Open(Path.Combine(folder, "escalations-open.db"), MigrationSet.OfThisProgram, now);
        await FillAsync(database, clocks / 2, now);
        await using var services = Services(database);
        var cycle = services.GetRequiredService<Cycle>();
        await cycle.RunAsync(CancellationToken.None);
        Console.WriteLine($"{clocks} open clocks of {clocks / 2} escalations, nothing due");
        Latencies.PrintHeader();
        await Latencies.MeasureAsync("one pass of the cycle", 1, TimeSpan.FromSeconds(5), _ => cycle.RunAsync(CancellationToken.None));
    }

    /// <summary>Two open clocks and one timer each, all due within the next ten days.</summary>
    private static async Task FillAsync(IDatabase database, int escalations, Instant now)
    {
        await database.WriteAsync(
            db => db.ExecuteAsync(
                """
                insert into workspaces (id, platform, name, zone, day_start, emergency, created_at) values ('team', 'local', 'Team', 'Europe/Oslo', '04:00', '', @now)
                """,
                new { now }),
            CancellationToken.None);
        for (var first = 1; first <= escalations; first += PerUnit)
        {
            var last = Math.Min(escalations, first + PerUnit - 1);
            await database.WriteAsync(
                async db =>
                {
                    for (var number = first; number <= last; number++) await InsertAsync(db, number, now);
                    return true;
                },
                CancellationToken.None);
        }
    }

    private static async Task InsertAsync(DbSession db, long number, Instant now)
    {
        var due = now + Duration.FromHours(1 + (number % 240));
        await db.ExecuteAsync(
            """
            insert into escalations (workspace_id, number, customer, what, level, state, requester_id, owner_id, opened_at)
            values ('team', @number, 'Acme', 'no heating', 'standard', 'Open', 'sam', 'alex', @now)
            """,
            new { number, now });
        foreach (var kind in new[] { "FirstAnswer", "Resolution" })
        {
            await db.ExecuteAsync(
                """
                insert into escalation_clocks (workspace_id, number, kind, ordinal, started_at, used_ms, running_since_at, target_ms, due_at)
                values ('team', @number, @kind, 1, @now, 0, @now, 14400000, @due)
                """,
                new { number, kind, now, due });
        }

        await db.ExecuteAsync(
            "insert into timers (workspace_id, kind, key, due_at) values ('team', 'escalation-clock', @key, @due)", new { key = number.ToString(), due });
    }

    private static ServiceProvider Services(IDatabase database)
    {
        var sentences = TriageBotServices.AllTexts.ToDictionary(text => text.Key, text => string.Join(' ', text.Placeholders.Select(name => $"{{{name}}}")));
        var (texts, faults) = ReplyTexts.Check(sentences, TriageBotServices.AllTexts);
        return new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(database)
            .AddSingleton(texts ?? throw new InvalidOperationException(string.Join(' ', faults)))
            .AddTriageBot(new BotSettings(TeamDefaults.In(DateTimeZone.Utc), HoldSettings.Standard))
            .BuildServiceProvider();
    }
}
