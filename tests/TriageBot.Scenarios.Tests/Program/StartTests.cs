using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using TriageBot.Simulate;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Program;

/// <summary>The real program as a process: what a newcomer sees when it starts, and when it cannot.</summary>
public sealed class StartTests : IDisposable
{
    private const int Configuration = 78;

    private readonly TemporaryFolder folder = TemporaryFolder.Make("triagebot-test");
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));

    private string DatabaseFile => Path.Combine(folder.Path, "data", "triagebot.db");

    public void Dispose()
    {
        patience.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task One_line_says_where_it_is_where_the_data_is_and_how_to_stop()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        using var program = RunningProgram.Start(folder.Path, "--port", "0");
        var address = await program.ServingAsync(patience.Token);
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address, patience.Token)).StatusCode);

        program.Terminate();
        Assert.Equal(0, await program.ExitAsync(patience.Token));
        Assert.Equal($"TriageBot is at http://localhost:{address.Port} · data in ./data/triagebot.db · stop with Ctrl+C", program.Output.Trim());
        Assert.Equal("", program.Errors);
        Assert.True(File.Exists(DatabaseFile));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_with_the_next_step()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await RefusedAsync($"Port {port} is taken by another program.", "--port", port.ToString());
    }

    [Fact]
    public async Task A_damaged_database_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "data"));
        var damage = string.Concat(Enumerable.Repeat("this is no database ", 500));
        await File.WriteAllTextAsync(DatabaseFile, damage, patience.Token);

        await RefusedAsync("triagebot.db", "--port", "0");
        Assert.Equal(damage, await File.ReadAllTextAsync(DatabaseFile, patience.Token));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "data"));
        await using (var database = new SqliteConnection($"Data Source={DatabaseFile};Pooling=false"))
        {
            database.Open();
            using var newer = database.CreateCommand();
            newer.CommandText = "create table schema_migrations (version integer primary key, name text not null, applied_at bigint not null); insert into schema_migrations values (9999, 'later', 0)";
            newer.ExecuteNonQuery();
        }

        var before = await File.ReadAllBytesAsync(DatabaseFile, patience.Token);
        await RefusedAsync("newer", "--port", "0");
        Assert.Equal(before, await File.ReadAllBytesAsync(DatabaseFile, patience.Token));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_refused()
    {
        // Below a file there can be no folder, not even for an administrator.
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "file"), "", patience.Token);
        await RefusedAsync("file", "--port", "0", "--data", "file/data");
    }

    [Fact]
    public async Task A_second_copy_on_the_same_data_is_refused_while_the_first_runs_on()
    {
        using var first = RunningProgram.Start(folder.Path, "--port", "0");
        var address = await first.ServingAsync(patience.Token);
        await RefusedAsync("triagebot.db", "--port", "0");

        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address, patience.Token)).StatusCode);
    }

    [Fact]
    public async Task Wrong_settings_from_everywhere_are_named_at_once_and_their_values_are_not()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "appsettings.json"), """{ "Hold": { "CeilingMinutes": "s3cr3t" } }""", patience.Token);
        using var program = RunningProgram.Start(
            folder.Path,
            new Dictionary<string, string> { ["TRIAGEBOT__MATRIX__SECRET"] = "s3cr3t", ["TRIAGEBOT__WEB__PROT"] = "5081" },
            "--port", "many");
        Assert.Equal(Configuration, await program.ExitAsync(patience.Token));

        Assert.Contains("4 settings are wrong", program.Errors);
        Assert.Contains("Hold:CeilingMinutes (appsettings.json) expects", program.Errors);
        Assert.Contains(":SECRET (TRIAGEBOT__MATRIX__SECRET) is unknown.", program.Errors);
        Assert.Contains(":PROT (TRIAGEBOT__WEB__PROT) is unknown; did you mean Web:Port?", program.Errors);
        Assert.Contains("Web:Port (command line) expects", program.Errors);
        Assert.DoesNotContain("s3cr3t", program.Errors);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "data")));
    }

    private async Task RefusedAsync(string named, params IEnumerable<string> arguments)
    {
        using var program = RunningProgram.Start(folder.Path, arguments);
        Assert.Equal(Configuration, await program.ExitAsync(patience.Token));
        Assert.Equal("", program.Output);
        Assert.StartsWith("TriageBot cannot start.", program.Errors);
        Assert.Contains(named, program.Errors);
        Assert.DoesNotContain("   at ", program.Errors);
        Assert.Single(program.Errors.Trim().Split('\n'));
    }
}
