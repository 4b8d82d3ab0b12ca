using TriageBot.Storage.Migrations;

namespace TriageBot.Storage.Tests;

/// <summary>What every database promises the stores (architecture, section 4); one subclass per database.</summary>
public abstract class DatabaseContract : IAsyncLifetime
{
    protected static readonly MigrationSet Schema = new([new Migration(1, "0001_things", """
        create table things (id text primary key, name text not null unique, size integer not null default 0);
        create table counters (name text primary key, last integer not null);
        insert into counters values ('thing', 0);
        """)]);

    private IDatabase? database;

    protected IDatabase Database => database!;

    protected abstract Task<IDatabase> OpenAsync();

    /// <summary>Reads with a connection that has nothing to do with <see cref="Database"/>.</summary>
    protected abstract Task<long> CountFromOutsideAsync(string table);

    protected abstract Task CloseAsync();

    public async ValueTask InitializeAsync() => database = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_acknowledged_is_seen_by_a_fresh_connection()
    {
        await AddAsync("kettle");

        Assert.Equal(1, await CountFromOutsideAsync("things"));
    }

    [Fact]
    public async Task A_unit_that_throws_leaves_nothing_and_spares_its_neighbours()
    {
        var (before, failing, after) = await WhileTheWriterIsBusyAsync(() => (
            AddAsync("before"),
            Database.WriteAsync<int>(async session =>
            {
                await session.ExecuteAsync("insert into things (id, name) values ('x', 'half done')");
                throw new TimeoutException("a fault of the unit's own");
            }, TestContext.Current.CancellationToken),
            AddAsync("after")));

        await Assert.ThrowsAsync<TimeoutException>(() => failing);
        await Task.WhenAll(before, after);
        Assert.Equal(["after", "before"], await NamesAsync());
    }

    [Fact]
    public async Task A_unit_that_changes_nothing_after_a_failed_statement_spares_its_neighbours_too()
    {
        var (first, again, other) = await WhileTheWriterIsBusyAsync(() => (AddAsync("cup"), AddAsync("cup"), AddAsync("plate")));

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => again);
        await Task.WhenAll(first, other);
        Assert.True(Database.IsDuplicateKey(refused));
        Assert.Equal(["cup", "plate"], await NamesAsync());
    }

    [Fact]
    public async Task A_duplicate_key_is_recognised_and_no_other_fault_is()
    {
        await Database.WriteAsync(session => session.ExecuteAsync("insert into things (id, name) values ('1', 'cup')"), default);

        var sameKey = await FaultAsync("insert into things (id, name) values ('1', 'plate')");
        var sameName = await FaultAsync("insert into things (id, name) values ('2', 'cup')");
        var missingName = await FaultAsync("insert into things (id) values ('3')");

        Assert.True(Database.IsDuplicateKey(sameKey));
        Assert.True(Database.IsDuplicateKey(sameName));
        Assert.False(Database.IsDuplicateKey(missingName));
        Assert.False(Database.IsDuplicateKey(new TimeoutException()));
    }

    [Fact]
    public async Task Sixty_four_writers_at_once_get_each_their_own_number_and_none_is_lost()
    {
        const int writers = 64, each = 10;

        var numbers = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            var own = new List<long>();
            for (var i = 0; i < each; i++) own.Add(await NextNumberAsync());
            return own;
        })));

        Assert.All(numbers, own => Assert.Equal(own.Order(), own));
        Assert.Equal(Enumerable.Range(1, writers * each).Select(n => (long)n), numbers.SelectMany(own => own).Order());
    }

    [Fact]
    public async Task A_read_does_not_wait_for_a_running_unit_and_sees_the_state_before_it()
    {
        await AddAsync("cup");

        var seen = await WhileAUnitIsRunningAsync(
            session => session.ExecuteAsync("insert into things (id, name) values ('2', 'plate')"),
            NamesAsync);

        Assert.Equal(["cup"], seen);
        Assert.Equal(["cup", "plate"], await NamesAsync());
    }

    [Fact]
    public async Task More_reads_than_connections_all_get_their_answer()
    {
        await AddAsync("cup");

        var seen = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(NamesAsync)));

        Assert.All(seen, names => Assert.Equal(["cup"], names));
    }

    [Fact]
    public async Task A_read_keeps_to_the_moment_of_its_first_look()
    {
        await AddAsync("cup");

        var (first, second) = await Database.ReadAsync(async session =>
        {
            var first = await session.SingleAsync<long>("select count(*) from things");
            await AddAsync("plate");
            return (first, await session.SingleAsync<long>("select count(*) from things"));
        }, default);

        Assert.Equal((1, 1), (first, second));
        Assert.Equal(2, await CountFromOutsideAsync("things"));
    }

    [Fact]
    public async Task A_read_that_throws_leaves_the_next_ones_working()
    {
        for (var i = 0; i < 10; i++)
            await Assert.ThrowsAnyAsync<Exception>(() => Database.ReadAsync(session => session.SingleAsync<long>("select nonsense from things"), default));

        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task A_read_changes_nothing()
    {
        await AddAsync("cup");

        await Assert.ThrowsAnyAsync<Exception>(() => Database.ReadAsync(session => session.ExecuteAsync("delete from things"), default));

        Assert.Equal(1, await CountFromOutsideAsync("things"));
    }

    [Fact]
    public async Task A_unit_whose_caller_gave_up_before_it_began_is_never_run()
    {
        using var giveUp = new CancellationTokenSource();
        var ran = false;
        var (cancelled, other) = await WhileTheWriterIsBusyAsync(() =>
        {
            var unit = Database.WriteAsync(session =>
            {
                ran = true;
                return session.ExecuteAsync("delete from counters");
            }, giveUp.Token);
            giveUp.Cancel();
            return (unit, AddAsync("cup"));
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await other;
        Assert.False(ran);
        Assert.Equal(1, await CountFromOutsideAsync("counters"));
    }

    [Fact]
    public async Task A_unit_that_has_begun_is_finished_although_its_caller_gives_up()
    {
        using var giveUp = new CancellationTokenSource();

        await Database.WriteAsync(async session =>
        {
            await giveUp.CancelAsync();
            return await session.ExecuteAsync("insert into things (id, name) values ('1', 'cup')");
        }, giveUp.Token);

        Assert.Equal(1, await CountFromOutsideAsync("things"));
    }

    [Fact]
    public async Task One_statement_with_ever_new_values_keeps_every_value()
    {
        var expected = new List<string>();
        for (var i = 0; i < 200; i++)
        {
            var name = $"thing {i:000}";
            // Every third one is undone, every fifth repeats a name: neither may leave a trace in the statements after it.
            if (i % 3 == 0) await Assert.ThrowsAsync<TimeoutException>(() => AddAsync(name, thenThrow: true));
            else expected.Add(name);
            if (i % 3 != 0) await AddAsync(name);
            if (i % 5 == 0 && expected.Count > 0) await Assert.ThrowsAnyAsync<Exception>(() => AddAsync(expected[^1]));
        }

        Assert.Equal(expected, await NamesAsync());
    }

    [Fact]
    public async Task A_value_left_out_by_the_next_call_is_not_remembered_from_the_last()
    {
        const string sql = "update things set size = coalesce(@size, -1) where name = @name";
        await AddAsync("cup");

        await Database.WriteAsync(session => session.ExecuteAsync(sql, new { size = (int?)7, name = "cup" }), default);
        await Database.WriteAsync(session => session.ExecuteAsync(sql, new { size = (int?)null, name = "cup" }), default);

        Assert.Equal(-1, await Database.ReadAsync(session => session.SingleAsync<int>("select size from things"), default));
        await Assert.ThrowsAnyAsync<Exception>(() => Database.WriteAsync(session => session.ExecuteAsync(sql, new { name = "cup" }), default));
    }

    protected Task<int> AddAsync(string name, bool thenThrow = false) => Database.WriteAsync(async session =>
    {
        var id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        var rows = await session.ExecuteAsync("insert into things (id, name) values (@id, @name)", new { id, name });
        return thenThrow ? throw new TimeoutException("a fault of the unit's own") : rows;
    }, default);

    protected Task<IReadOnlyList<string>> NamesAsync() =>
        Database.ReadAsync(session => session.QueryAsync<string>("select name from things order by name"), default);

    protected async Task<Exception> FaultAsync(string sql) =>
        await Assert.ThrowsAnyAsync<Exception>(() => Database.WriteAsync(session => session.ExecuteAsync(sql), default));

    /// <summary>Does <paramref name="meanwhile"/> after the unit has done its work and before it ends.</summary>
    protected async Task<T> WhileAUnitIsRunningAsync<T>(Func<DbSession, Task> work, Func<Task<T>> meanwhile)
    {
        // Asynchronously: what comes after must not run on the writer.
        var worked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var mayEnd = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var unit = Database.WriteAsync(async session =>
        {
            await work(session);
            worked.SetResult();
            await mayEnd.Task;
            return true;
        }, default);
        await worked.Task;
        try
        {
            return await meanwhile();
        }
        finally
        {
            mayEnd.SetResult();
            await unit;
        }
    }

    /// <summary>What <paramref name="enqueue"/> starts waits for the writer, and so ends up in one group.</summary>
    protected Task<T> WhileTheWriterIsBusyAsync<T>(Func<T> enqueue) =>
        WhileAUnitIsRunningAsync(_ => Task.CompletedTask, () => Task.FromResult(enqueue()));

    private Task<long> NextNumberAsync() => Database.WriteAsync(
        session => session.SingleAsync<long>("update counters set last = last + 1 where name = 'thing' returning last"), default);
}
