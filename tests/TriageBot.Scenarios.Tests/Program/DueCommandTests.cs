using System.Text.Json;
using TriageBot.Simulate;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Program;

/// <summary><c>triagebot due</c> as a process: what it prints and how it ends.</summary>
public sealed class DueCommandTests : IDisposable
{
    private const string Wednesday = "2026-03-11T08:25";

    private readonly TemporaryFolder folder = TemporaryFolder.Make("triagebot-test");
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));

    public void Dispose()
    {
        patience.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_reading_the_other_reading_and_the_rule_that_decided_are_printed()
    {
        var (code, output, errors) = await RunAsync("due", "next friday", "--now", Wednesday, "--zone", "Europe/Oslo");

        Assert.Equal((0, ""), (code, errors));
        var lines = Lines(output);
        Assert.Equal("Fri 20 Mar 2026 (in 9 days)", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("or:", StringComparison.Ordinal) && line.Contains("Fri 13 Mar 2026", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("rule:", StringComparison.Ordinal) && line.Contains("next week", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Quotes_may_be_left_out() =>
        Assert.StartsWith("Fri 20 Mar 2026, 17:00", (await RunAsync("due", "next", "friday", "at", "5pm", "--now", Wednesday, "--zone", "UTC")).Output);

    [Fact]
    public async Task A_date_that_begins_with_an_at_sign_is_no_file_to_read() =>
        Assert.StartsWith("Wed 11 Mar 2026, 17:00", (await RunAsync("due", "@5pm", "--now", Wednesday, "--zone", "UTC")).Output);

    [Theory]
    [InlineData("5/12", "Sat 5 Dec 2026", "--order", "DMY")]
    [InlineData("5/12", "Tue 12 May 2026", "--order", "MDY")]
    [InlineData("eod", "Wed 11 Mar 2026, 15:30", "--hours", "mon-fri 08:00-15:30")]
    [InlineData("in 3 hours", "Sun 29 Mar 2026, 04:30", "--zone", "Europe/Oslo", "--now", "2026-03-29T00:30")]
    [InlineData("in 3 hours", "Sun 29 Mar 2026, 03:30", "--zone", "+01:00", "--now", "2026-03-29 00:30")]
    public async Task The_options_decide_what_a_text_means(string text, string expected, params string[] options)
    {
        string[] given = options.Contains("--now") ? options : ["--now", Wednesday, "--zone", "UTC", .. options];

        var (code, output, _) = await RunAsync(["due", text, .. given]);

        Assert.Equal(0, code);
        Assert.StartsWith(expected, output);
    }

    [Fact]
    public async Task A_series_can_show_its_next_ten_dates()
    {
        var (code, output, _) = await RunAsync("due", "every 2 weeks on tuesday at 9", "--series", "--now", Wednesday, "--zone", "Europe/Oslo");

        Assert.Equal(0, code);
        var dates = Lines(output).Where(line => line.StartsWith("Tue ", StringComparison.Ordinal)).ToList();
        Assert.Equal(10, dates.Count);
        Assert.Equal(("Tue 17 Mar 2026, 09:00", "Tue 21 Jul 2026, 09:00"), (dates[0], dates[^1]));
    }

    [Theory]
    [InlineData("5/12", "Sat 5 Dec 2026", "Tue 12 May 2026")]
    [InlineData("31 sep", "September has no day 31", "try:")]
    [InlineData("", "tomorrow")]
    public async Task A_text_that_is_no_date_ends_with_1_and_what_would_work(string text, params string[] help)
    {
        var (code, output, _) = await RunAsync("due", text, "--now", Wednesday, "--zone", "UTC");

        Assert.Equal(1, code);
        Assert.All(help, part => Assert.Contains(part, output));
    }

    [Theory]
    [InlineData("There is no option --ordr", "due", "5/12", "--ordr", "DMY")]
    [InlineData("--order expects DMY or MDY", "due", "5/12", "--order", "YMD")]
    [InlineData("did you mean Europe/Oslo?", "due", "fri", "--zone", "Oslo")]
    [InlineData("--zone expects", "due", "fri", "--zone", "EST")]
    [InlineData("--now expects", "due", "fri", "--now", "yesterday")]
    [InlineData("--now expects", "due", "fri", "--now", "9999-12-31T23:59")]
    [InlineData("--hours", "due", "fri", "--hours", "mon-fri")]
    [InlineData("Type a due date", "due")]
    [InlineData("leave out the rest", "due", "fri", "--batch")]
    [InlineData("leave out the rest", "due", "--batch", "--zone", "UTC")]
    public async Task A_wrong_option_ends_with_2_and_is_named(string expected, params string[] arguments)
    {
        var (code, _, errors) = await RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.Contains(expected, errors);
    }

    [Fact]
    public async Task A_batch_answers_every_line_with_a_line_in_order()
    {
        var answers = await BatchAsync("""
            {"input":"next friday","ref":"2026-03-11T08:25:00","zone":"Europe/Oslo","order":"DMY"}
            {"input":"fri 5pm","ref":"2026-03-11T08:25","zone":"-02:00"}
            {"input":"every other tuesday at 9","ref":"2026-03-11T08:25","zone":"UTC"}
            {"input":"5/12","ref":"2026-03-11T08:25","zone":"UTC"}
            {"input":"café","ref":"2026-03-11T08:25","zone":"UTC"}
            {"input":"eod","ref":"2026-03-11T08:25","zone":"UTC","hours":"mon-fri 08:00-15:30"}
            {"input":"today","ref":"2026-03-11T02:00","zone":"UTC","dayStart":"04:00"}
            """u8.ToArray());

        Assert.All(answers, answer => Assert.Equal(["input", "kind", "value", "message"], answer.EnumerateObject().Select(property => property.Name)));
        Assert.Equal(
            [
                ("next friday", "day", "2026-03-20"),
                ("fri 5pm", "at", "2026-03-13T17:00"),
                ("every other tuesday at 9", "set", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;AT=09:00"),
                ("5/12", "ask", null),
                ("café", "none", null),
                ("eod", "at", "2026-03-11T15:30"),
                ("today", "day", "2026-03-10"),
            ],
            answers.Select(answer => (Text(answer, "input"), Text(answer, "kind"), Text(answer, "value"))));
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_answered_a_blank_one_passed_over_and_the_others_are_answered_too()
    {
        byte[] noText = [0xFF, 0xFE, (byte)'\n'];

        var answers = await BatchAsync([
            .. noText,
            .. """

               [1]
               {"input":"fri"
               {"input":"fri","ref":"today","zone":"UTC"}
               {"input":"fri","ref":"2026-03-11T08:25","zone":"Nowhere"}
               {"input":"fri","ref":"2026-03-11T08:25","zone":"UTC"}
               """u8]);

        Assert.Equal(["none", "none", "none", "none", "none", "day"], answers.Select(answer => Text(answer, "kind")));
        Assert.All(answers.SkipLast(1), answer => Assert.NotEqual("", Text(answer, "message")));
    }

    [Fact]
    public async Task An_empty_batch_has_no_answers() => Assert.Empty(await BatchAsync([]));

    [Fact]
    public async Task The_help_of_the_program_lists_it() => Assert.Contains("due <text>", (await RunAsync("--help")).Output);

    private static string? Text(JsonElement answer, string name) => answer.GetProperty(name).GetString();

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private async Task<List<JsonElement>> BatchAsync(byte[] input)
    {
        using var program = RunningProgram.Start(folder.Path, "due", "--batch");
        await program.FeedAsync(input, patience.Token);
        Assert.Equal((0, ""), (await program.ExitAsync(patience.Token), program.Errors));
        return [.. Lines(program.Output).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params IEnumerable<string> arguments)
    {
        using var program = RunningProgram.Start(folder.Path, arguments);
        var code = await program.ExitAsync(patience.Token);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
        return (code, program.Output, program.Errors);
    }
}
