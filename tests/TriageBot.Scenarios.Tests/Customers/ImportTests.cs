using TriageBot.Simulate;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Customers;

/// <summary><c>triagebot customers import</c> as a process.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly TemporaryFolder folder = TemporaryFolder.Make("triagebot-test");
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(120));

    public void Dispose()
    {
        patience.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_dry_run_changes_nothing_an_import_does_and_a_second_one_has_nothing_to_do()
    {
        await StartOnceAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "list.csv"), "name;contact;tier\r\n\"Acme, Inc.\";Kay;key\r\nNorthside;;\r\n", patience.Token);

        Assert.Contains("2 added", (await RunAsync("customers", "import", "list.csv")).Output);
        Assert.Contains("Imported: 2 added", (await RunAsync("customers", "import", "list.csv", "--apply")).Output);
        var (code, output, _) = await RunAsync("customers", "import", "list.csv", "--apply");

        Assert.Equal(0, code);
        Assert.Contains("0 added, 0 changed, 2 unchanged", output);
    }

    [Fact]
    public async Task A_file_with_a_fault_is_refused_whole_and_the_line_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "list.csv"), "name,zone\nAcme,Europe/London\nBolt,Nowhere\n", patience.Token);

        var (code, _, errors) = await RunAsync("customers", "import", "list.csv", "--apply");

        Assert.Equal(2, code);
        Assert.Contains("line 3", errors);
        Assert.Contains("Nothing was imported", errors);
    }

    private async Task StartOnceAsync()
    {
        using var program = RunningProgram.Start(folder.Path, "--port", "0");
        await program.ServingAsync(patience.Token);
        program.Terminate();
        await program.ExitAsync(patience.Token);
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var program = RunningProgram.Start(folder.Path, arguments);
        var code = await program.ExitAsync(patience.Token);
        return (code, program.Output, program.Errors);
    }
}
