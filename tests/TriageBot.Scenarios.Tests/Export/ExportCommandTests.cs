using System.IO.Compression;
using TriageBot.Simulate;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Export;

/// <summary><c>triagebot export</c> as a process.</summary>
public sealed class ExportCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = TemporaryFolder.Make("triagebot-test");
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(120));

    public void Dispose()
    {
        patience.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task It_writes_the_zip_once_and_never_over_another_file()
    {
        Assert.Equal(2, (await RunAsync("export", "team.zip")).Code);
        using (var program = RunningProgram.Start(folder.Path, "--port", "0"))
        {
            await program.ServingAsync(patience.Token);
            program.Terminate();
            await program.ExitAsync(patience.Token);
        }

        var (code, output, _) = await RunAsync("export", "team.zip");
        Assert.Equal(0, code);
        Assert.Contains("team.zip: ", output);
        using (var zip = ZipFile.OpenRead(Path.Combine(folder.Path, "team.zip")))
        {
            Assert.Contains(zip.Entries, entry => entry.FullName == "members.csv");
        }

        var (again, _, errors) = await RunAsync("export", "team.zip");
        Assert.Equal(2, again);
        Assert.Contains("cannot be written", errors);
        Assert.Equal(64, (await RunAsync("export", "other.zip", "--workspace", "nobody")).Code);
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var program = RunningProgram.Start(folder.Path, arguments);
        var code = await program.ExitAsync(patience.Token);
        return (code, program.Output, program.Errors);
    }
}
