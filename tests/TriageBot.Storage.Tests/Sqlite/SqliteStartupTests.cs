using Microsoft.Data.Sqlite;
using NodaTime;
using TriageBot.Storage.Migrations;
using TriageBot.Storage.Sqlite;

namespace TriageBot.Storage.Tests.Sqlite;

public sealed class SqliteStartupTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 13, 9, 0);
    private static readonly Migration First = new(1, "0001_things", "create table things (id integer primary key, name text not null)");
    private static readonly Migration Second = new(2, "0002_sizes",
        "alter table things add column size integer not null default 1; update things set size = 2 where name = 'big'");
    private static readonly Migration Parents = new(1, "0001_parents",
        "create table parents (id integer primary key); create table children (parent integer references parents (id))");
    private static readonly MigrationSet Old = new([First]);
    private static readonly MigrationSet New = new([First, Second]);

    private readonly TemporaryFolder folder = new();

    private string DataFile => folder.DataFile;

    [Fact]
    public async Task A_data_file_and_its_folders_are_made_when_there_are_none()
    {
        var path = Path.Combine(folder.Path, "new", "deep", "triagebot.db");

        await using (var database = SqliteStartup.Open(path, New, Now))
            await database.WriteAsync(session => session.ExecuteAsync("insert into things (name) values ('cup')"), default);

        Assert.Equal([["cup", "1"]], Rows(path, "select name, size from things"));
        Assert.Equal([["1", "0001_things"], ["2", "0002_sizes"]], Rows(path, "select version, name from schema_migrations"));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!, "*.bak"));
    }

    [Fact]
    public async Task The_programs_own_migrations_apply_to_a_new_file_and_again_to_none()
    {
        await using (SqliteStartup.Open(DataFile, MigrationSet.OfThisProgram, Now)) { }
        await using (SqliteStartup.Open(DataFile, MigrationSet.OfThisProgram, Now)) { }

        Assert.Equal([["ok"]], Rows(DataFile, "pragma integrity_check"));
    }

    [Fact]
    public async Task An_upgrade_keeps_every_row_and_leaves_a_readable_backup_of_before()
    {
        await FillOldFileAsync("small", "big");

        await using (SqliteStartup.Open(DataFile, New, Now)) { }

        var backup = DataFile + ".before-0002.bak";
        Assert.Equal([["small", "1"], ["big", "2"]], Rows(DataFile, "select name, size from things order by id"));
        Assert.Equal([["1", "small"], ["2", "big"]], Rows(backup, "select * from things order by id"));
        Assert.Equal([["ok"]], Rows(backup, "pragma integrity_check"));
        await using (SqliteStartup.Open(backup, Old, Now)) { }
    }

    [Fact]
    public async Task A_start_without_new_migrations_makes_no_backup()
    {
        await FillOldFileAsync("cup");

        await using (SqliteStartup.Open(DataFile, Old, Now)) { }

        Assert.Empty(Directory.GetFiles(folder.Path, "*.bak"));
    }

    [Fact]
    public async Task A_migration_that_fails_halfway_leaves_the_old_version_whole()
    {
        await FillOldFileAsync("cup");
        const string breaks = "alter table things add column size integer; delete from things; insert into nowhere values (1)";
        var broken = new MigrationSet([First, new Migration(2, "0002_broken", breaks)]);

        var refused = Assert.Throws<DatabaseRefusedException>(() => SqliteStartup.Open(DataFile, broken, Now));

        Assert.Contains("0002_broken of the data failed", refused.Message);
        Assert.Equal([["1", "cup"]], Rows(DataFile, "select * from things"));
        await using (SqliteStartup.Open(DataFile, Old, Now)) { }
    }

    [Fact]
    public async Task The_steps_before_the_one_that_fails_stay_done()
    {
        await FillOldFileAsync("big");
        var broken = new MigrationSet([First, Second, new Migration(3, "0003_broken", "drop table nowhere")]);

        Assert.Throws<DatabaseRefusedException>(() => SqliteStartup.Open(DataFile, broken, Now));

        await using (SqliteStartup.Open(DataFile, New, Now)) { }
        Assert.Equal([["1", "big", "2"]], Rows(DataFile, "select * from things"));
    }

    [Fact]
    public async Task A_second_attempt_at_an_upgrade_keeps_the_first_backup()
    {
        await FillOldFileAsync("cup");
        var broken = new MigrationSet([First, new Migration(2, "0002_broken", "drop table nowhere")]);
        Assert.Throws<DatabaseRefusedException>(() => SqliteStartup.Open(DataFile, broken, Now));
        await FillOldFileAsync("plate");

        await using (SqliteStartup.Open(DataFile, New, Now)) { }

        Assert.Equal([["cup"]], Rows(DataFile + ".before-0002.bak", "select name from things order by id"));
        Assert.Equal([["cup"], ["plate"]], Rows(DataFile + ".before-0002.2.bak", "select name from things order by id"));
    }

    [Fact]
    public async Task A_migration_that_replaces_a_table_keeps_the_rows_that_point_to_it()
    {
        var parents = new Migration(1, "0001_parents", """
            create table parents (id integer primary key);
            create table children (parent integer references parents (id) on delete cascade);
            """);
        await using (var database = SqliteStartup.Open(DataFile, new MigrationSet([parents]), Now))
        {
            await database.WriteAsync(session => session.ExecuteAsync("insert into parents values (7)"), default);
            await database.WriteAsync(session => session.ExecuteAsync("insert into children values (7)"), default);
        }

        const string replace = """
            create table grown (id integer primary key, name text);
            insert into grown (id) select id from parents;
            drop table parents;
            alter table grown rename to parents;
            """;

        await using (SqliteStartup.Open(DataFile, new MigrationSet([parents, new Migration(2, "0002_names", replace)]), Now)) { }

        Assert.Equal([["7"]], Rows(DataFile, "select parent from children"));
    }

    [Fact]
    public async Task A_migration_that_leaves_rows_without_their_parent_is_undone()
    {
        await using (var database = SqliteStartup.Open(DataFile, new MigrationSet([Parents]), Now))
        {
            await database.WriteAsync(session => session.ExecuteAsync("insert into parents values (7)"), default);
            await database.WriteAsync(session => session.ExecuteAsync("insert into children values (7)"), default);
        }


        Assert.Throws<DatabaseRefusedException>(() =>
            SqliteStartup.Open(DataFile, new MigrationSet([Parents, new Migration(2, "0002_careless", "delete from parents")]), Now));

        Assert.Equal([["7"]], Rows(DataFile, "select id from parents"));
    }

    [Fact]
    public async Task Rows_that_point_to_nothing_are_refused_in_service()
    {
        await using var database = SqliteStartup.Open(DataFile, new MigrationSet([Parents]), Now);

        await Assert.ThrowsAsync<SqliteException>(() => database.WriteAsync(session => session.ExecuteAsync("insert into children values (7)"), default));
    }

    [Fact]
    public async Task A_newer_data_file_is_refused_and_stays_as_it_is()
    {
        await using (SqliteStartup.Open(DataFile, New, Now)) { }

        var refused = RefusedUnchanged(Old);

        Assert.Contains("written by a newer TriageBot (version 2 of the data, this one knows 1)", refused);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(2 * 4096)]
    public async Task A_damaged_data_file_is_refused_and_stays_as_it_is(int position)
    {
        await FillOldFileAsync([.. Enumerable.Range(0, 500).Select(i => $"thing {i}")]);
        using (var file = File.OpenWrite(DataFile))
        {
            file.Position = position;
            file.Write(Enumerable.Repeat((byte)0xA5, 2000).ToArray());
        }

        Assert.Contains("is damaged or no database", RefusedUnchanged(New));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_stays_as_it_is()
    {
        File.WriteAllText(DataFile, string.Concat(Enumerable.Repeat("Notes of the week, which nobody wants to lose.\n", 50)));

        Assert.Contains("is damaged or no database", RefusedUnchanged(New));
    }

    [Fact]
    public void The_database_of_another_program_is_refused_and_stays_as_it_is()
    {
        Rows(DataFile, "create table recipes (name text)");

        Assert.Contains("is the database of another program", RefusedUnchanged(New));
    }

    [Fact]
    public async Task A_log_without_its_data_file_is_refused_and_kept()
    {
        await FillOldFileAsync("cup");
        File.Delete(DataFile);
        File.WriteAllText(DataFile + "-wal", "acknowledged work");

        var refused = Assert.Throws<DatabaseRefusedException>(() => SqliteStartup.Open(DataFile, New, Now));

        Assert.Contains("put the file back, or move the log away", refused.Message);
        Assert.Equal("acknowledged work", File.ReadAllText(DataFile + "-wal"));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused()
    {
        // Below a file there can be no folder, not even for a user who may do everything.
        File.WriteAllText(folder.File("file"), "");

        var refused = Assert.Throws<DatabaseRefusedException>(() => SqliteStartup.Open(folder.File("file/data/triagebot.db"), New, Now));

        Assert.Contains("cannot be written: create it and give the program's user write access", refused.Message);
    }

    [Fact]
    public async Task A_second_program_on_the_same_file_is_refused_until_the_first_has_ended()
    {
        await using (SqliteStartup.Open(DataFile, New, Now))
        {
            var refused = Assert.Throws<DatabaseRefusedException>(() => SqliteStartup.Open(DataFile, New, Now));
            Assert.Contains("Another TriageBot is running", refused.Message);
        }

        await using (SqliteStartup.Open(DataFile, New, Now)) { }
    }

    [Fact]
    public async Task A_refused_start_lets_go_of_the_file()
    {
        await using (SqliteStartup.Open(DataFile, New, Now)) { }
        Assert.Throws<DatabaseRefusedException>(() => SqliteStartup.Open(DataFile, Old, Now));

        await using (SqliteStartup.Open(DataFile, New, Now)) { }
    }

    [Fact]
    public async Task After_an_unclean_stop_acknowledged_work_is_there()
    {
        // What a killed program leaves: the data file and its log, as they stand while it runs.
        var copy = folder.File("killed.db");
        await using (var database = SqliteStartup.Open(DataFile, Old, Now))
        {
            await database.WriteAsync(session => session.ExecuteAsync("insert into things (name) values ('cup')"), default);
            File.Copy(DataFile, copy);
            File.Copy(DataFile + "-wal", copy + "-wal");
        }

        await using (SqliteStartup.Open(copy, New, Now)) { }

        Assert.Equal([["cup"]], Rows(copy, "select name from things"));
        Assert.Equal([["cup"]], Rows(copy + ".before-0002.bak", "select name from things"));
    }

    public void Dispose() => folder.Dispose();

    private async Task FillOldFileAsync(params string[] names)
    {
        await using var database = SqliteStartup.Open(DataFile, Old, Now);
        await Task.WhenAll(names.Select(name => database.WriteAsync(
            session => session.ExecuteAsync("insert into things (name) values (@name)", new { name }), default)));
    }

    private string RefusedUnchanged(MigrationSet migrations)
    {
        var before = File.ReadAllBytes(DataFile);
        var refused = Assert.Throws<DatabaseRefusedException>(() => SqliteStartup.Open(DataFile, migrations, Now));
        Assert.Equal(before, File.ReadAllBytes(DataFile));
        Assert.Empty(Directory.GetFiles(folder.Path, "*.bak"));
        return refused.Message;
    }

    private static List<string[]> Rows(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i).ToString()!)]);
        return rows;
    }
}
