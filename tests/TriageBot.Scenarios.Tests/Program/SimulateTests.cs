using System.Text.Json;
using TriageBot.Simulate;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Program;

/// <summary><c>triagebot simulate</c> as a process: what it prints and how it ends.</summary>
public sealed class SimulateTests : IDisposable
{
    private const string Head = "zone Europe/Oslo\npeople alex:owner sam\nat 2026-03-13 08:25\n";

    private readonly TemporaryFolder folder = TemporaryFolder.Make("triagebot-test");
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));

    public void Dispose()
    {
        patience.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("alex: hello\nexpect none #team", 0, "")]
    [InlineData("alex: hello\nexpect sam: something else", 1, "day.txt:5: sam was to see \"something else\" since the last 'at'.")]
    [InlineData("sam: /urgent Server down\nexpect none sam", 1, "day.txt:5: nothing was to appear for sam since the last 'at'.")]
    [InlineData("at 10:30\nexpect #team: Fri 13 Mar\nexpect none #team", 0, "")]
    [InlineData("at 08:30\nexpect none #team", 1, "day.txt:5: nothing was to appear for #team since the last 'at'.")]
    [InlineData("sam: /urgent Server down\nexpect alex: Held", 1, "day.txt:5: alex was to see \"Held\"")]
    [InlineData("alex: press Answer #1", 2, "day.txt:4: alex sees no button about #1.")]
    [InlineData("alex: fill text:hello", 2, "day.txt:4: alex has no form open.")]
    [InlineData("alex: menu \"Hold for the next break\" \"never said\"", 2, "day.txt:4: alex sees no message with \"never said\".")]
    [InlineData("alxe: hello", 2, "day.txt:4: nobody is called 'alxe'; did you mean 'alex'?")]
    public async Task The_exit_code_says_whether_the_day_went_as_expected(string steps, int exitCode, string error)
    {
        var (code, _, errors) = await PlayAsync(Head + steps);
        Assert.Equal(exitCode, code);
        Assert.StartsWith(error, errors);
    }

    [Fact]
    public async Task A_script_that_is_not_there_is_named()
    {
        using var program = RunningProgram.Start(folder.Path, "simulate", "no-such-day.txt");
        Assert.Equal(2, await program.ExitAsync(patience.Token));
        Assert.StartsWith("no-such-day.txt", program.Errors);
    }

    [Theory]
    [InlineData("config/example-day.txt")]
    [InlineData("config/example-team.txt")]
    public async Task The_examples_go_as_they_say_and_every_command_in_them_is_understood(string example)
    {
        var (code, output, errors) = await PlayAsync(await File.ReadAllTextAsync(Repository.File(example), patience.Token));
        Assert.Equal((0, ""), (code, errors));
        Assert.DoesNotContain("You typed:", output);
    }

    [Fact]
    public async Task The_day_in_the_readme_is_the_example_day_in_its_order()
    {
        var (_, output, _) = await PlayAsync(await File.ReadAllTextAsync(Repository.File("config/example-day.txt"), patience.Token));
        var readme = await File.ReadAllTextAsync(Repository.File("README.md"), patience.Token);
        var told = readme.Split("```")[1].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var rest = output.Split('\n', StringSplitOptions.TrimEntries).AsEnumerable();

        Assert.Equal(12, told.Length);
        foreach (var line in told)
        {
            rest = rest.SkipWhile(played => played != line);
            Assert.True(rest.Any(), $"The example day does not say, or says earlier: {line}");
        }
    }

    [Fact]
    public async Task The_transcript_reads_like_the_day()
    {
        var (_, output, _) = await PlayAsync(Head + """
            sam in #support: hello
            sam: /urgent Server down customer:Acme
            at 10:30
            alex: /break
            alex: press Answer #1
            alex: fill text:"On it, 20 minutes"
            """);
        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("[Fri 13 Mar 08:25] sam in #support: hello", lines[0]);
        Assert.Equal("[Fri 13 Mar 08:25] sam in #team: /urgent Server down customer:Acme", lines[1]);
        Assert.StartsWith("[Fri 13 Mar 08:25] bot → sam (private): Held for alex as #1", lines[2]);
        Assert.Contains("[Fri 13 Mar 10:30] alex presses [Answer] on #1", lines);
        Assert.Contains("[Fri 13 Mar 10:30] bot → alex (form): Answer #1", lines);
        Assert.Contains("[Fri 13 Mar 10:30] alex fills in text: \"On it, 20 minutes\"", lines);
        Assert.Single(lines, line => line.StartsWith("[Fri 13 Mar 10:30] bot → sam (private): ", StringComparison.Ordinal) && line.EndsWith("On it, 20 minutes", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("[Fri 13 Mar 10:30] bot → alex (private, edit): ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("[Answer] [Promise] [Do today]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_JSON_every_line_is_one_thing_the_bot_showed()
    {
        var (_, output, _) = await PlayAsync(Head + """
            sam: /urgent Server down
            at 10:30
            alex: /break
            alex: press Answer #1
            alex: fill text:"On it"
            """, "--json");
        var shown = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.All(shown, element => Assert.Equal(["at", "to", "visibility", "kind", "item", "text", "buttons"], element.EnumerateObject().Select(property => property.Name)));
        Assert.Equal("2026-03-13T08:25:00+01:00", shown[0].GetProperty("at").GetString());
        Assert.Equal("sam", shown[0].GetProperty("to").GetString());
        Assert.Equal("private", shown[0].GetProperty("visibility").GetString());
        Assert.Equal(1, shown[0].GetProperty("item").GetInt64());
        Assert.Contains("Withdraw", shown[0].GetProperty("buttons").EnumerateArray().Select(label => label.GetString()));
        Assert.All(shown, element => Assert.Equal(element.GetProperty("to").GetString() == "#team" ? "public" : "private", element.GetProperty("visibility").GetString()));

        var personal = shown.Where(element => element.GetProperty("visibility").GetString() == "private").Select(element => element.GetProperty("kind").GetString()).ToList();
        Assert.Equal(["reply", "reply", "form"], personal.Take(3));
        Assert.Contains("edit", personal.Skip(3));
        Assert.Contains("post", personal.Skip(3));
    }

    private async Task<(int Code, string Output, string Errors)> PlayAsync(string script, params IEnumerable<string> options)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "day.txt"), script, patience.Token);
        using var program = RunningProgram.Start(folder.Path, ["simulate", "day.txt", .. options]);
        var code = await program.ExitAsync(patience.Token);
        Assert.Equal([Path.Combine(folder.Path, "day.txt")], Directory.GetFileSystemEntries(folder.Path));
        return (code, program.Output, program.Errors);
    }
}
