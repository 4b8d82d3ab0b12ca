using System.Reflection;
using Microsoft.Extensions.Hosting;
using TriageBot.Testing;

namespace TriageBot.Discord.Tests.Program;

/// <summary>Who supervises the program reads its exit code by the table.</summary>
public sealed class ExitCodeTests
{
    public static TheoryData<string, int> Codes => [.. typeof(ExitCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => (code.Name, (int)(code.GetRawConstantValue() ?? -1)))];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_exit_code_has_one_name_and_one_row_of_the_table(string name, int code)
    {
        Assert.Equal(name, Assert.Single(Codes, other => other.Data.Item2 == code).Data.Item1);
        Row(code);
    }

    [Theory]
    [InlineData(1, "`simulate`", "`due`", "`discord check`")]
    [InlineData(2, "`simulate`", "`due`", "`customers import`", "`export`")]
    [InlineData(64, "command line", "`customers import`", "`export`")]
    public void The_table_says_which_command_ends_with_which_code(int code, params string[] commands) =>
        Assert.All(commands, command => Assert.Contains(command, Row(code), StringComparison.Ordinal));

    [Fact]
    public async Task Whatever_runs_all_the_time_ends_the_program_with_70_when_it_fails()
    {
        using var works = new Worker(fault: null);
        using var fails = new Worker(new IOException("nobody thought of this"));
        foreach (var worker in new[] { works, fails })
        {
            await worker.StartAsync(CancellationToken.None);
            if (worker.ExecuteTask is { } running) await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        Assert.Equal(0, ChatServer.ExitCode([works]));
        Assert.Equal(70, ChatServer.ExitCode([works, fails]));
    }

    private static string Row(int code) =>
        Assert.Single(File.ReadLines(Repository.File("docs/operations.md")), line => line.StartsWith($"| {code} |", StringComparison.Ordinal));

    private sealed class Worker(Exception? fault) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => fault is null ? Task.CompletedTask : Task.FromException(fault);
    }
}
