using TriageBot.Discord.Emulator.Client;
using TriageBot.Simulate;
using TriageBot.Testing;

namespace TriageBot.Discord.Tests.Program;

/// <summary>What is said when the bot cannot even be invited or looked at: one sentence, and no trace of the program's inside.</summary>
public sealed class SetupProgramTests(SharedDiscord discord) : IClassFixture<SharedDiscord>, IDisposable
{
    private const string Url = "TRIAGEBOT__DISCORD__APIURL";
    private const string Token = "TRIAGEBOT__DISCORD__TOKEN";
    private readonly TemporaryFolder folder = TemporaryFolder.Make("triagebot-test");
    private readonly CancellationTokenSource patience = new(TimeSpan.FromMinutes(3));

    private DiscordEmulator Emulator => discord.Emulator;

    public void Dispose()
    {
        patience.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task An_invitation_with_a_wrong_token_says_where_the_right_one_is()
    {
        var said = await RefusedAsync(new() { [Token] = "wr0ngt0ken" }, "discord", "invite");
        Assert.Contains("Discord does not accept the bot's token. Copy it anew", said, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ngt0ken", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_from_a_server_that_is_out_of_reach_says_so()
    {
        var said = await RefusedAsync(new() { [Token] = "wr0ngt0ken", [Url] = "http://127.0.0.1:1/api" }, "discord", "invite");
        Assert.Contains("127.0.0.1 does not answer", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("discord", "invite")]
    [InlineData("discord", "check")]
    [InlineData("--port", "0")]
    public async Task A_token_with_a_letter_that_no_token_has_is_refused_without_being_shown(params string[] arguments)
    {
        var said = await RefusedAsync(new() { [Token] = "s3cr3t…" }, arguments);
        Assert.Contains("Discord:Token (TRIAGEBOT__DISCORD__TOKEN) expects the bot's token", said, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_such_a_token_is_refused_without_being_shown()
    {
        var file = Path.Combine(folder.Path, "token");
        await File.WriteAllTextAsync(file, "s3cr3t…\n", patience.Token);
        var said = await RefusedAsync(new() { [Token] = "", ["TRIAGEBOT__DISCORD__TOKENFILE"] = file }, "discord", "check");
        Assert.Contains("The file of Discord:TokenFile must hold the bot's token and nothing else", said, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_settings_that_may_not_be_read_is_named()
    {
        var secrets = Directory.CreateDirectory(Path.Combine(folder.Path, ".microsoft", "usersecrets", "triagebot"));
        var file = Path.Combine(secrets.FullName, "secrets.json");
        // Not even root may read this one.
        const string Unreadable = "/proc/sys/vm/compact_memory";
        Assert.SkipUnless(File.Exists(Unreadable), "Only Linux has such a file.");
        File.CreateSymbolicLink(file, Unreadable);
        var said = await RefusedAsync(new() { ["HOME"] = folder.Path }, "discord", "invite");
        Assert.Contains("secrets.json cannot be read", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_goes_on_where_Discord_did_not_answer()
    {
        await Emulator.FailAsync(new { method = "GET", path = "/commands", status = 500, body = "<html>", contentType = "text/html", times = 5 });
        using var program = Start([], "discord", "check");

        Assert.Equal(1, await program.ExitAsync(patience.Token));
        Assert.Contains("WRONG  Discord did not say which commands are registered", program.Output, StringComparison.Ordinal);
        Assert.Contains("Ops #team: the bot may post", program.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 to put right.", program.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Empty(program.Errors);
    }

    [Fact]
    public async Task The_help_of_the_check_names_its_exit_code()
    {
        using var program = Start([], "discord", "check", "--help");
        Assert.Equal(0, await program.ExitAsync(patience.Token));
        Assert.Contains("Exit code 1: something is to be put right", string.Join(' ', program.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    /// <returns>The one line that is said.</returns>
    private async Task<string> RefusedAsync(Dictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        using var program = Start(environment, arguments);
        var code = await program.ExitAsync(patience.Token);
        Assert.True(code == 78, $"{code}: {program.Errors}");
        Assert.StartsWith("TriageBot cannot start.", program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Errors, StringComparison.Ordinal);
        Assert.Empty(program.Output);
        return program.Errors;
    }

    private RunningProgram Start(Dictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        environment.TryAdd(Token, Emulator.Token);
        environment.TryAdd(Url, Emulator.ApiUrl.ToString());
        return RunningProgram.Start(folder.Path, environment, arguments);
    }
}
