using Microsoft.Data.Sqlite;
using NodaTime;
using TriageBot.Storage.Sqlite;

namespace TriageBot.Storage.Tests.Sqlite;

public sealed class SqliteDatabaseTests : DatabaseContract
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task An_acknowledged_unit_has_been_flushed_to_the_disk()
    {
        // A power failure cannot be staged here; the setting that survives one can be asked for (2 is FULL).
        Assert.Equal(2, await Database.WriteAsync(session => session.SingleAsync<int>("pragma synchronous"), default));
        Assert.Equal("wal", await Database.WriteAsync(session => session.SingleAsync<string>("pragma journal_mode"), default));
    }

    [Fact]
    public async Task When_the_commit_fails_nobody_is_acknowledged_and_the_next_unit_works()
    {
        await ExecuteAsync("create table parents (id text primary key)");
        await ExecuteAsync("create table children (parent text references parents deferrable initially deferred)");

        // A key checked only at the commit: the one way to make a commit itself fail. Who shares it is the writer's choice, but nobody is told otherwise than it is.
        Task<int> before = null!, orphan = null!, after = null!;
        await Record.ExceptionAsync(() => WhileTheWriterIsBusyAsync(() =>
            (before = AddAsync("before"), orphan = ExecuteAsync("insert into children values ('nobody')"), after = AddAsync("after"))));

        await Assert.ThrowsAsync<SqliteException>(() => orphan);
        await Record.ExceptionAsync(() => Task.WhenAll(before, after));
        string[] acknowledged = [.. after.IsCompletedSuccessfully ? ["after"] : Array.Empty<string>(), .. before.IsCompletedSuccessfully ? ["before"] : Array.Empty<string>()];
        Assert.Equal(acknowledged, await NamesAsync());
        Assert.Equal(0, await CountFromOutsideAsync("children"));
        await AddAsync("next");
        Assert.Equal([.. acknowledged, "next"], await NamesAsync());
    }

    [Fact]
    public async Task A_full_disk_is_said_in_words_and_takes_nothing_that_was_acknowledged()
    {
        await AddAsync("kept");
        await ExecuteAsync("pragma max_page_count = 1");

        var acknowledged = 1;
        var full = await Assert.ThrowsAsync<DatabaseUnavailableException>(async () =>
        {
            for (; acknowledged < 1000; acknowledged++) await AddAsync(new string('x', 1000) + acknowledged);
        });

        Assert.Contains("is full: free some space", full.Message);
        Assert.Equal(acknowledged, await CountFromOutsideAsync("things"));
        await ExecuteAsync("pragma max_page_count = 1000000");
        await AddAsync("after");
        Assert.Equal(acknowledged + 1, await CountFromOutsideAsync("things"));
    }

    [Fact]
    public async Task A_unit_that_changes_a_large_part_of_the_file_is_done_whole_or_undone_whole()
    {
        const int Rows = 2000;
        await ExecuteAsync("create table pages (id integer primary key, what text not null)");
        await ExecuteAsync($"with recursive n (id) as (select 1 union all select id + 1 from n where id < {Rows}) insert into pages select id, printf('%.4000c', 'a') from n");

        await ExecuteAsync("update pages set what = printf('%.4000c', 'b')");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.WriteAsync<int>(
            async session =>
            {
                await session.ExecuteAsync("update pages set what = printf('%.4000c', 'c')");
                throw new InvalidOperationException("It was not meant.");
            },
            default));

        Assert.Equal(Rows, await Database.ReadAsync(session => session.SingleAsync<int>("select count(*) from pages where what = printf('%.4000c', 'b')"), default));
    }

    [Fact]
    public async Task A_file_held_by_another_program_is_said_in_words_and_the_next_unit_works()
    {
        using (var other = OpenFromOutside(SqliteOpenMode.ReadWrite))
        {
            using var hold = new SqliteCommand("begin immediate", other);
            hold.ExecuteNonQuery();
            var held = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => AddAsync("cup"));
            Assert.Contains("Another program is holding", held.Message);
        }

        await AddAsync("plate");
        Assert.Equal(["plate"], await NamesAsync());
    }

    [Fact]
    public async Task A_unit_that_starts_another_is_told_so_instead_of_waiting_for_itself()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.WriteAsync(_ => AddAsync("inner"), default));
    }

    [Fact]
    public async Task However_much_is_written_without_a_pause_the_log_beside_the_file_stays_small_and_the_last_word_counts()
    {
        const int MegaBytes = 300;
        await AddAsync("list");

        for (var i = 1; i <= MegaBytes; i++) await ExecuteAsync($"update things set id = '{i}', name = hex(randomblob(500000))");

        Assert.InRange(new FileInfo(folder.DataFile + "-wal").Length, 1, MegaBytes / 2 * 1_000_000);
        using var connection = OpenFromOutside(SqliteOpenMode.ReadOnly);
        using var last = new SqliteCommand("select id || ' ' || length(name) from things", connection);
        Assert.Equal($"{MegaBytes} 1000000", last.ExecuteScalar());
    }

    [Fact]
    public async Task Closing_finishes_accepted_units_and_leaves_one_whole_file()
    {
        var accepted = await WhileTheWriterIsBusyAsync(() => Enumerable.Range(0, 300).Select(i => AddAsync($"thing {i}")).ToArray());

        await CloseAsync(keepFolder: true);

        await Task.WhenAll(accepted);
        Assert.False(File.Exists(folder.DataFile + "-wal"));
        Assert.Equal(300, await CountFromOutsideAsync("things"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => AddAsync("too late"));
        await Assert.ThrowsAsync<ObjectDisposedException>(NamesAsync);
    }

    protected override Task<IDatabase> OpenAsync() =>
        Task.FromResult<IDatabase>(SqliteStartup.Open(folder.DataFile, Schema, Instant.FromUtc(2026, 3, 13, 9, 0)));

    protected override Task<long> CountFromOutsideAsync(string table)
    {
        using var connection = OpenFromOutside(SqliteOpenMode.ReadOnly);
        using var count = new SqliteCommand($"select count(*) from {table}", connection);
        return Task.FromResult((long)count.ExecuteScalar()!);
    }

    protected override Task CloseAsync() => CloseAsync(keepFolder: false);

    private async Task CloseAsync(bool keepFolder)
    {
        await ((SqliteDatabase)Database).DisposeAsync();
        if (!keepFolder) folder.Dispose();
    }

    private SqliteConnection OpenFromOutside(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = folder.DataFile, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private Task<int> ExecuteAsync(string sql) => Database.WriteAsync(session => session.ExecuteAsync(sql), default);
}
