using TriageBot.Simulate;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Agenda;

/// <summary>The agendas of a simulated week, byte for byte: in the morning, on the first day of the week, and on a telephone (rules A2, A11).</summary>
public sealed class GoldenAgendaTests : IDisposable
{
    private const string Folder = "tests/TriageBot.Scenarios.Tests/Agenda/Golden";

    private readonly TemporaryFolder folder = TemporaryFolder.Make("triagebot-test");
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(120));

    public void Dispose()
    {
        patience.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_agenda_of_Wednesday_and_the_long_one_of_Monday_are_as_written_down()
    {
        var transcript = await PlayAsync(await WeekAsync());

        Assert.Equal(await GoldenAsync("morning.txt"), AgendaOf(transcript, "Wed 11 Mar"));
        Assert.Equal(await GoldenAsync("monday.txt"), AgendaOf(transcript, "Mon 9 Mar"));
    }

    [Fact]
    public async Task On_a_telephone_the_same_agenda_keeps_its_numbers_and_what_is_to_be_done_first()
    {
        var transcript = await PlayAsync((await WeekAsync()).Replace("zone Europe/Oslo\n", "zone Europe/Oslo\nscreen 40 700\n", StringComparison.Ordinal));

        Assert.Equal(await GoldenAsync("phone.txt"), AgendaOf(transcript, "Wed 11 Mar"));
    }

    private Task<string> WeekAsync() => File.ReadAllTextAsync(Repository.File($"{Folder}/week.txt"), patience.Token);

    private Task<string> GoldenAsync(string name) => File.ReadAllTextAsync(Repository.File($"{Folder}/{name}"), patience.Token);

    /// <summary>What stands in #team at 08:30 of a day, without the controls below it and the transcript's own indent.</summary>
    private static string AgendaOf(string transcript, string day)
    {
        var head = $"[{day} 08:30] bot → #team: ";
        var lines = transcript.ReplaceLineEndings("\n").Split('\n').SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal)).ToList();
        var rest = lines.Skip(1).TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal) && !line.StartsWith("    [", StringComparison.Ordinal));
        return string.Concat(rest.Select(line => line[4..]).Prepend(lines[0][head.Length..]).Select(line => line + "\n"));
    }

    private async Task<string> PlayAsync(string script)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "week.txt"), script, patience.Token);
        using var program = RunningProgram.Start(folder.Path, "simulate", "week.txt");
        var code = await program.ExitAsync(patience.Token);
        Assert.Equal((0, ""), (code, program.Errors));
        return program.Output;
    }
}
