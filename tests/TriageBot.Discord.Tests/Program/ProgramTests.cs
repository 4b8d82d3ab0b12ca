using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using TriageBot.Discord.Emulator.Client;
using TriageBot.Simulate;
using TriageBot.Testing;

namespace TriageBot.Discord.Tests.Program;

/// <summary>The real program as a process: set-up, exit codes, secrets, a crash.</summary>
public sealed class ProgramTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = TemporaryFolder.Make("triagebot-test");
    private readonly CancellationTokenSource patience = new(TimeSpan.FromMinutes(3));
    private DiscordEmulator? started;

    private DiscordEmulator Emulator => started ?? throw new InvalidOperationException("It has not started.");

    public async ValueTask InitializeAsync()
    {
        started = await DiscordEmulator.StartAsync();
        await DiscordTeam.OpsAsync(Emulator);
    }

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        patience.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_invitation_names_the_bot_and_only_the_rights_it_needs()
    {
        using var program = Start([], "discord", "invite");
        Assert.Equal(0, await program.ExitAsync(patience.Token));
        Assert.Contains($"client_id={Emulator.BotId}&scope=bot+applications.commands&permissions=377957239808", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_says_what_is_right_what_is_wrong_and_what_to_do()
    {
        using (var before = Start([], "discord", "check"))
        {
            Assert.Equal(1, await before.ExitAsync(patience.Token));
            Assert.Contains("Start the bot once", before.Output, StringComparison.Ordinal);
            Assert.Contains("Ops #team: the bot may post", before.Output, StringComparison.Ordinal);
        }

        using (var bot = Start(NoWeb))
        {
            await Emulator.WaitLogAsync("identified", wait: 60_000);
        }

        using (var after = Start([], "discord", "check"))
        {
            Assert.Equal(0, await after.ExitAsync(patience.Token));
            Assert.Contains("Everything is set up.", after.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(Emulator.Token, after.Output + after.Errors, StringComparison.Ordinal);
        }

        await Emulator.SayAsync("overwrite", new { channel = "team", deny = "2048" });
        var id = (await Emulator.WriteAsync("boss", "team", "here")).Channel;
        using var narrowed = Start([], "discord", "check", "--channel", id);
        Assert.Equal(1, await narrowed.ExitAsync(patience.Token));
        Assert.Contains("Give it Send Messages, Embed Links, Attach Files there.", narrowed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_tells_of_the_switch_that_a_setting_needs()
    {
        var reads = new Dictionary<string, string> { ["TRIAGEBOT__DISCORD__MESSAGECONTENT"] = "true" };
        using (var off = Start(reads, "discord", "check"))
        {
            Assert.Equal(1, await off.ExitAsync(patience.Token));
            Assert.Contains("switch \"Message Content Intent\" on", off.Output, StringComparison.Ordinal);
        }

        await Emulator.SayAsync("application", new { privileged = 1 << 15 });
        using var on = Start(reads, "discord", "check");
        await on.ExitAsync(patience.Token);
        await Emulator.SayAsync("application", new { privileged = 0 });

        Assert.Contains("the text of messages, whose switch is on", on.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Message Content Intent", on.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4004, "token")]
    [InlineData(4014, "intent")]
    public async Task What_Discord_refuses_for_good_ends_the_program_with_78_and_one_sentence(int code, string named)
    {
        await Emulator.SetDoorAsync(new { identifyCloses = new[] { code } });
        using var program = Start(NoWeb);

        Assert.Equal(78, await program.ExitAsync(patience.Token));
        Assert.StartsWith("TriageBot cannot start.", program.Errors, StringComparison.Ordinal);
        Assert.Contains(named, program.Errors, StringComparison.Ordinal);
        Assert.Single(program.Errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task The_token_may_stand_in_a_file_and_is_never_written_to_the_log()
    {
        var file = Path.Combine(folder.Path, "token");
        await File.WriteAllTextAsync(file, Emulator.Token + "\n", patience.Token);
        using var program = Start(new()
        {
            ["TRIAGEBOT__WEB__ENABLED"] = "false",
            ["TRIAGEBOT__DISCORD__TOKEN"] = "",
            ["TRIAGEBOT__DISCORD__TOKENFILE"] = file,
            ["TRIAGEBOT__LOGGING__LEVEL"] = "Trace",
        });
        await Emulator.WaitLogAsync("identified", wait: 60_000);
        var said = await Emulator.SlashAsync("sam", "team", "requests", wait: 60_000);
        program.Terminate();

        Assert.Equal(0, await program.ExitAsync(patience.Token));
        Assert.All([Emulator.Token, said.Token], secret => Assert.DoesNotContain(secret, program.Output + program.Errors, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_local_chat_beside_it_sees_nothing_of_Discord()
    {
        using var program = Start([], "--port", "0");
        var address = await program.ServingAsync(patience.Token);
        await Emulator.WaitLogAsync("identified", wait: 60_000);
        await Emulator.SlashAsync("boss", "team", "setup", new { owner = "boss" }, wait: 60_000);
        await Emulator.SlashAsync("sam", "team", "urgent", new { what = "secret of Discord" }, wait: 60_000);

        using var http = new HttpClient { BaseAddress = address };
        var state = await http.GetStringAsync("/chat/state?as=you", patience.Token);
        var said = await http.PostAsync("/chat/say?as=you", JsonContent.Create(new { @event = "1", where = "channel:team", text = "/queue" }), patience.Token);
        Assert.True(said.IsSuccessStatusCode);
        Assert.DoesNotContain("secret of Discord", state + await said.Content.ReadAsStringAsync(patience.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_between_post_and_bookkeeping_it_has_posted_once_after_the_next_start()
    {
        await Emulator.FailAsync(new { method = "POST", path = "/messages", drop = "after", times = 100 });
        using (var first = Start(NoWeb))
        {
            await Emulator.WaitMessageAsync("sam", "general", "Three steps", wait: 90_000);
            first.Kill();
            await first.ExitAsync(patience.Token);
        }

        Assert.Equal(0, Sent());
        await Emulator.SayAsync("rest-clear");
        using var second = Start(NoWeb);
        while (Sent() == 0) await Emulator.LogAsync(patience.Token);

        Assert.Single(await Emulator.MessagesAsync("general"));
    }

    private static Dictionary<string, string> NoWeb => new() { ["TRIAGEBOT__WEB__ENABLED"] = "false" };

    private RunningProgram Start(Dictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        environment.TryAdd("TRIAGEBOT__DISCORD__TOKEN", Emulator.Token);
        environment.TryAdd("TRIAGEBOT__DISCORD__APIURL", Emulator.ApiUrl.ToString());
        return RunningProgram.Start(folder.Path, environment, arguments);
    }

    private long Sent()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "data", "triagebot.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from outbox where state = 'sent'";
        return (long)(command.ExecuteScalar() ?? 0L);
    }
}
