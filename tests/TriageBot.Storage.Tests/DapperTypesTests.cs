using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Storage.Migrations;
using TriageBot.Storage.Sqlite;

namespace TriageBot.Storage.Tests;

public sealed class DapperTypesTests : IAsyncDisposable
{
    private static readonly MigrationSet Schema = new([new Migration(1, "0001_values", """
        create table stored (
            instant_at bigint, stored_on text, starts_at_local text, opens text,
            workspace_id text, member_id text, item_id text, is_held boolean, amount integer)
        """)]);

    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase database;

    public DapperTypesTests() => database = SqliteStartup.Open(folder.DataFile, Schema, NodaConstants.UnixEpoch);

    [Fact]
    public async Task Every_type_comes_back_as_it_went_in()
    {
        var stored = new Stored
        {
            InstantAt = Instant.FromUtc(2026, 3, 29, 1, 30) + Duration.FromMilliseconds(123),
            StoredOn = new LocalDate(2026, 3, 29),
            StartsAtLocal = new LocalDateTime(2026, 3, 13, 17, 0),
            Opens = new LocalTime(8, 30),
            WorkspaceId = new WorkspaceId("local:team"),
            MemberId = new MemberId("sam"),
            ItemId = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
            IsHeld = true,
            Amount = 42,
        };

        Assert.Equal(stored, await StoreAndLoadAsync(stored));
    }

    [Fact]
    public async Task Absent_values_come_back_absent() => Assert.Equal(new Stored(), await StoreAndLoadAsync(new Stored()));

    [Fact]
    public async Task Columns_hold_milliseconds_and_iso_text_that_any_tool_can_read()
    {
        await StoreAndLoadAsync(new Stored
        {
            InstantAt = Instant.FromUnixTimeMilliseconds(1_773_392_400_000),
            StoredOn = new LocalDate(2026, 3, 13),
            StartsAtLocal = new LocalDateTime(2026, 3, 13, 17, 0),
            Opens = new LocalTime(8, 5),
            WorkspaceId = new WorkspaceId("team"),
            ItemId = new Guid("0192AAAA-0000-7000-8000-00000000000F"),
        });

        var row = await database.ReadAsync(session => session.SingleAsync<string>(
            "select instant_at || ' ' || stored_on || ' ' || starts_at_local || ' ' || opens || ' ' || workspace_id || ' ' || item_id from stored"), default);

        Assert.Equal("1773392400000 2026-03-13 2026-03-13T17:00 08:05 team 0192aaaa-0000-7000-8000-00000000000f", row);
    }

    [Fact]
    public async Task A_lone_column_is_read_as_its_type()
    {
        await StoreAndLoadAsync(new Stored
        {
            InstantAt = Instant.FromUtc(2026, 3, 13, 9, 0),
            StoredOn = new LocalDate(2026, 3, 13),
            MemberId = new MemberId("sam"),
        });

        Assert.Equal(Instant.FromUtc(2026, 3, 13, 9, 0), await LoneAsync<Instant>("instant_at"));
        Assert.Equal(Instant.FromUtc(2026, 3, 13, 9, 0), await LoneAsync<Instant?>("instant_at"));
        Assert.Equal(new LocalDate(2026, 3, 13), await LoneAsync<LocalDate>("stored_on"));
        Assert.Equal(new MemberId("sam"), await LoneAsync<MemberId>("member_id"));
        Assert.Null(await LoneAsync<LocalTime?>("opens"));
    }

    [Fact]
    public async Task Ordering_by_a_local_time_column_is_ordering_in_time()
    {
        LocalDateTime[] times =
        [
            new(2026, 12, 1, 9, 0), new(2026, 3, 13, 17, 0), new(2026, 3, 13, 8, 59), new(2027, 1, 1, 0, 0), new(999, 1, 1, 0, 0),
        ];
        foreach (var time in times) await StoreAsync(new Stored { StartsAtLocal = time });

        const string sql = "select starts_at_local from stored order by starts_at_local";
        var read = await database.ReadAsync(session => session.QueryAsync<LocalDateTime>(sql), default);

        Assert.Equal(times.Order(), read);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Dispose();
    }

    private Task<int> StoreAsync(Stored stored) => database.WriteAsync(session => session.ExecuteAsync(
        """
        insert into stored (instant_at, stored_on, starts_at_local, opens, workspace_id, member_id, item_id, is_held, amount)
        values (@InstantAt, @StoredOn, @StartsAtLocal, @Opens, @WorkspaceId, @MemberId, @ItemId, @IsHeld, @Amount)
        """,
        stored), default);

    private async Task<Stored> StoreAndLoadAsync(Stored stored)
    {
        await StoreAsync(stored);
        return await database.ReadAsync(session => session.SingleAsync<Stored>("select * from stored"), default);
    }

    private Task<T> LoneAsync<T>(string column) =>
        database.ReadAsync(session => session.SingleAsync<T>($"select {column} from stored"), default);

    private sealed record Stored
    {
        public Instant? InstantAt { get; init; }
        public LocalDate? StoredOn { get; init; }
        public LocalDateTime? StartsAtLocal { get; init; }
        public LocalTime? Opens { get; init; }
        public WorkspaceId? WorkspaceId { get; init; }
        public MemberId? MemberId { get; init; }
        public Guid? ItemId { get; init; }
        public bool? IsHeld { get; init; }
        public int? Amount { get; init; }
    }
}
