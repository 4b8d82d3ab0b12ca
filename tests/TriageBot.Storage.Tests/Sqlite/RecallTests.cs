using NodaTime;
using TriageBot.Storage.Migrations;
using TriageBot.Storage.Sqlite;

namespace TriageBot.Storage.Tests.Sqlite;

/// <summary>What units remember is never older than what is stored, however it was changed and whatever became of the change.</summary>
public sealed class RecallTests : IAsyncLifetime
{
    private static readonly MigrationSet Schema = new([new Migration(1, "0001_things", """
        create table things (id text primary key, name text not null, looked_at integer not null default 0);
        create table others (id text primary key);
        insert into things (id, name) values ('1', 'cup');
        """)]);

    private readonly TemporaryFolder folder = new();
    private SqliteDatabase? database;
    private int readings;

    private SqliteDatabase Database => database!;

    public ValueTask InitializeAsync()
    {
        database = SqliteStartup.Open(Path.Combine(folder.Path, "recall.db"), Schema, Instant.FromUtc(2026, 3, 13, 8, 0));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task What_nobody_changes_is_read_once_for_all_units()
    {
        Assert.Equal("cup", await NameAsync());
        Assert.Equal("cup", await NameAsync());

        Assert.Equal(1, readings);
    }

    [Theory]
    [InlineData("update things set name = 'plate' where id = '1'", "plate")]
    [InlineData("insert into things (id, name) values ('1', 'plate') on conflict (id) do update set name = excluded.name", "plate")]
    [InlineData("update things set name = 'plate' where id = '1' returning name", "plate")]
    [InlineData("delete from things", null)]
    public async Task A_change_of_any_kind_is_seen_by_the_next_unit(string change, string? expected)
    {
        await NameAsync();

        await ExecuteAsync(change);

        Assert.Equal(expected, await NameAsync());
    }

    [Fact]
    public async Task What_was_not_there_is_seen_when_it_comes()
    {
        await ExecuteAsync("delete from things");
        Assert.Null(await NameAsync());

        await ExecuteAsync("insert into things (id, name) values ('1', 'plate')");

        Assert.Equal("plate", await NameAsync());
    }

    [Fact]
    public async Task A_unit_sees_its_own_change_and_once_it_is_undone_nobody_does()
    {
        await NameAsync();

        await Assert.ThrowsAsync<TimeoutException>(() => Database.WriteAsync<int>(async session =>
        {
            await session.ExecuteAsync("update things set name = 'plate'");
            Assert.Equal("plate", await NameAsync(session));
            throw new TimeoutException("a fault of the unit's own");
        }, default));

        Assert.Equal("cup", await NameAsync());
    }

    [Fact]
    public async Task What_was_read_before_a_commit_that_failed_is_not_remembered()
    {
        await ExecuteAsync("create table parents (id text primary key)");
        await ExecuteAsync("create table children (parent text references parents deferrable initially deferred)");

        await Assert.ThrowsAnyAsync<Exception>(() => Database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("update things set name = 'plate'");
            await NameAsync(session);
            return await session.ExecuteAsync("insert into children values ('nobody')");
        }, default));

        Assert.Equal("cup", await NameAsync());
    }

    [Fact]
    public async Task Changes_elsewhere_leave_it_remembered()
    {
        await NameAsync();

        await ExecuteAsync("insert into others values ('1')");
        await ExecuteAsync("update things set looked_at = 5");
        await ExecuteAsync("update things set name = 'plate' where id = 'no such thing'");
        await NameAsync();

        Assert.Equal(1, readings);
    }

    [Fact]
    public async Task A_change_of_one_kind_leaves_another_kind_remembered()
    {
        await NameAsync();
        await CountOfOthersAsync();

        await ExecuteAsync("insert into others values ('1')");

        Assert.Equal(1, await CountOfOthersAsync());
        Assert.Equal("cup", await NameAsync());
        Assert.Equal(1, readings);
    }

    [Fact]
    public async Task What_was_made_of_something_remembered_changes_with_it()
    {
        await NameAsync();
        Assert.Equal("a cup", await SentenceAsync());

        await ExecuteAsync("update things set name = 'plate'");

        Assert.Equal("a plate", await SentenceAsync());
    }

    [Fact]
    public async Task A_read_outside_of_units_sees_what_is_stored()
    {
        await NameAsync();
        await ExecuteAsync("update things set name = 'plate'");

        Assert.Equal("plate", await Database.ReadAsync(NameAsync, default));
    }

    private Task<int> ExecuteAsync(string sql) => Database.WriteAsync(session => session.ExecuteAsync(sql), default);

    private Task<int> CountOfOthersAsync() => Database.WriteAsync(
        session => session.RecallAsync("others", "team", "", () => session.SingleAsync<int>("select count(*) from others")), default);

    private Task<string> SentenceAsync() => Database.WriteAsync(
        session => session.RecallAsync("sentence", "team", "1", async () => $"a {await NameAsync(session)}"), default);

    private Task<string?> NameAsync() => Database.WriteAsync(NameAsync, default);

    private Task<string?> NameAsync(DbSession session) => session.RecallAsync("name", "team", "1", () =>
    {
        readings++;
        return session.FirstOrDefaultAsync<string>("select name from things where id = '1'");
    });
}
