using NodaTime;
using TriageBot.Storage;
using TriageBot.Storage.Migrations;
using TriageBot.Storage.Sqlite;

namespace TriageBot.Bench;

/// <summary>
/// How many units of work the database acknowledges per second, each of eight statements, against the durable single-row inserts
/// per second of the bare driver on the same disk. Arguments: [seconds per measurement, 5] [folder, artifacts/bench].
/// </summary>
internal static class CommitDriver
{
    private static readonly Migration Schema = new(1, "0001_bench", """
        create table seen (workspace text not null, event text not null, seen_at bigint not null, primary key (workspace, event));
        create table numbers (workspace text primary key, last integer not null);
        create table items (
            id text primary key, workspace text not null, number integer not null, what text not null, held boolean not null, due_at bigint not null);
        create index items_due on items (workspace, held, due_at);
        create table timers (kind text not null, key text not null, due_at bigint not null, primary key (kind, key));
        create table outbox (id text primary key, workspace text not null, body text not null, state text not null);
        insert into numbers values ('team', 0);
        """);

    public static async Task RunAsync(string[] args)
    {
        var length = TimeSpan.FromSeconds(args is [var seconds, ..] ? double.Parse(seconds) : 5);
        var folder = Directory.CreateDirectory(args is [_, var given, ..] ? given : "artifacts/bench").FullName;
        foreach (var old in Directory.EnumerateFiles(folder, "commit-*"))
            File.Delete(old);

        Latencies.PrintHeader();
        var before = await BareInserts.MeasureAsync(Path.Combine(folder, "commit-bare-before.db"), length);
        var units = await UnitsAsync(Path.Combine(folder, "commit-units.db"), length);
        var after = await BareInserts.MeasureAsync(Path.Combine(folder, "commit-bare-after.db"), length);
        Console.WriteLine($"{units.PerSecond / Math.Max(before.PerSecond, after.PerSecond):N2} x bare at the most callers");
    }

    private static async Task<Latencies> UnitsAsync(string path, TimeSpan length)
    {
        await using var database = SqliteStartup.Open(path, new MigrationSet([Schema]), Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()));
        await UnitsAsync(database, callers: 1, length);
        await UnitsAsync(database, callers: 16, length);
        return await UnitsAsync(database, callers: 64, length);
    }

    private static Task<Latencies> UnitsAsync(IDatabase database, int callers, TimeSpan length) =>
        Latencies.MeasureAsync($"units of eight statements, {callers} callers", callers, length, caller =>
        {
            var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
            var id = Guid.CreateVersion7(now.ToDateTimeOffset());
            return database.WriteAsync(session => HoldAsync(session, id, "member" + caller, now), CancellationToken.None);
        });

    /// <summary>About what a held message costs: known event? its number, the item, its timer, what to send, and two looks.</summary>
    private static async Task<long> HoldAsync(DbSession session, Guid id, string member, Instant now)
    {
        const string workspace = "team";
        await session.ExecuteAsync(
            "insert into seen (workspace, event, seen_at) values (@workspace, @id, @now) on conflict do nothing", new { workspace, id, now });
        var number = await session.SingleAsync<long>("update numbers set last = last + 1 where workspace = @workspace returning last", new { workspace });
        await session.ExecuteAsync(
            "insert into items (id, workspace, number, what, held, due_at) values (@id, @workspace, @number, @what, true, @now)",
            new { id, workspace, number, what = "The customer cannot log in since this morning", now });
        await session.ExecuteAsync("insert into timers (kind, key, due_at) values ('break', @id, @now)", new { id, now });
        await session.FirstOrDefaultAsync<long?>(
            "select number from items where workspace = @workspace and held = true order by due_at limit 1", new { workspace });
        await session.ExecuteAsync(
            "insert into outbox (id, workspace, body, state) values (@id, @workspace, @member, 'waiting')", new { id, workspace, member });
        await session.ExecuteAsync("update items set held = false where id = @id and held", new { id });
        await session.FirstOrDefaultAsync<string>("select what from items where workspace = @workspace and id = @id", new { workspace, id });
        return number;
    }
}
