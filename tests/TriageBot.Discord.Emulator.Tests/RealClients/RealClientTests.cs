using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Emulator.Tests.RealClients;

/// <summary>Two clients that the world uses take the emulator for Discord. What they need is what our own bot may rely on.</summary>
public abstract class RealClientTests(string library)
{
    private const int MessageContent = 1 << 15;

    [Fact]
    public async Task It_logs_in_registers_its_commands_and_answers_every_kind_of_interaction()
    {
        await using var emulator = await StartAsync();
        await using var parrot = Parrot.Start(library, emulator, Parrot.Guilds);
        await parrot.HearsAsync("ready 1");
        await emulator.WaitCommandsAsync(count: Parrot.Commands);

        var echo = await emulator.SlashAsync("sam", "team", "echo", new { text = "Server down" });
        var suggestions = await emulator.SuggestAsync("sam", "team", "echo", "text", new { text = "Se" });
        var controls = await emulator.SlashAsync("sam", "team", "controls");
        var pressed = await emulator.PressAsync("sam", controls.Message!, "Again");
        var others = await emulator.SlashAsync("sam", "team", "controls");
        var picked = await emulator.ChooseAsync("sam", others.Message!, "pick", ["Two"]);
        var form = await emulator.SlashAsync("sam", "team", "form");
        var submitted = await emulator.SubmitAsync(form, new Dictionary<string, string> { ["why"] = "it burns" });
        var written = await emulator.WriteAsync("kim", "team", "The database is down");
        var held = await emulator.MessageMenuAsync("sam", written, "Hold");
        var who = await emulator.UserMenuAsync("sam", "team", "Who", "kim");

        Assert.Equal("Server down", echo.Message?.Content);
        Assert.Equal("Se!", (string?)suggestions.Choices?[0]?["name"]);
        Assert.Equal("sam", controls.Message?.OnlyFor);
        Assert.Equal((7, "Again"), (pressed.Answer, pressed.Message?.Content));
        Assert.Equal(6, picked.Answer);
        Assert.Equal("Picked 2", (await emulator.WaitMessageAsync("sam", "team", "Picked 2")).Content);
        Assert.Equal("Ask", (string?)form.Modal?["title"]);
        Assert.Equal("Because it burns", submitted.Message?.Content);
        Assert.Equal("Held: The database is down", held.Message?.Content);
        Assert.Equal("It is kim", who.Message?.Content);
    }

    [Fact]
    public async Task It_answers_later_and_uploads_a_file()
    {
        await using var emulator = await StartAsync();
        await using var parrot = Parrot.Start(library, emulator, Parrot.Guilds);
        await parrot.HearsAsync("ready");
        await emulator.WaitCommandsAsync(count: Parrot.Commands);

        var deferred = await emulator.SlashAsync("sam", "team", "later");
        var complete = await emulator.CompleteAsync(deferred);
        var more = await emulator.WaitMessageAsync("sam", "team", "And more");

        Assert.Equal(5, deferred.Answer);
        var file = Assert.Single(complete.Message!.Files);
        Assert.Equal(new SeenFile("list.csv", "A list", "text/csv; charset=utf-8", 8), file);
        Assert.Equal("sam", more.OnlyFor);
    }

    [Fact]
    public async Task It_resumes_after_op_7_and_close_4000_and_misses_nothing()
    {
        await using var emulator = await StartAsync();
        await emulator.SetDoorAsync(new { resumesElsewhere = true });
        await using var parrot = Parrot.Start(library, emulator, Parrot.Guilds);
        await parrot.HearsAsync("ready");
        await emulator.WaitCommandsAsync(count: Parrot.Commands);

        await emulator.SendAsync(op: 7);
        var first = await emulator.WaitLogAsync("resumed", wait: 30_000);
        await emulator.CloseAsync(4000);
        // Sent while nobody listens: it is replayed.
        var asked = await emulator.SlashAsync("sam", "team", "echo", new { text = "meanwhile" }, wait: 30_000);
        await emulator.WaitLogAsync("resumed", after: first, wait: 30_000);

        Assert.Equal("meanwhile", asked.Message?.Content);
        Assert.Single(await emulator.LogAsync(), line => line.StartsWith("identified", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_identifies_anew_after_op_9()
    {
        await using var emulator = await StartAsync();
        await emulator.SetDoorAsync(new { identifyWindow = 0 });
        await using var parrot = Parrot.Start(library, emulator, Parrot.Guilds);
        var first = await emulator.WaitLogAsync("identified", wait: 60_000);
        await parrot.HearsAsync("ready");
        await emulator.WaitCommandsAsync(count: Parrot.Commands);

        await emulator.SendAsync(op: 9, d: JsonValue.Create(false));

        await emulator.WaitLogAsync("identified", after: first, wait: 30_000);
        var asked = await emulator.SlashAsync("sam", "team", "echo", new { text = "back" });
        Assert.Equal("back", asked.Message?.Content);
    }

    [Fact]
    public async Task It_waits_as_long_as_a_429_says_and_tries_again()
    {
        await using var emulator = await StartAsync();
        await using var parrot = Parrot.Start(library, emulator, Parrot.Guilds);
        await parrot.HearsAsync("ready");
        await emulator.WaitCommandsAsync(count: Parrot.Commands);
        await emulator.FailAsync(new { method = "POST", path = "/messages", scope = "user", retryAfter = 400 });

        await emulator.SlashAsync("sam", "team", "post", wait: 0);

        Assert.Equal("Posted", (await emulator.WaitMessageAsync("sam", "team", "Posted", wait: 30_000)).Content);
        Assert.Equal([429, 200], (await emulator.RequestsAsync("/messages")).Where(one => one.Method == "POST").Select(one => one.Status));
    }

    [Fact]
    public async Task It_stops_when_its_intents_are_not_switched_on()
    {
        await using var emulator = await StartAsync();
        await using var parrot = Parrot.Start(library, emulator, Parrot.Guilds | MessageContent);

        Assert.Equal(3, await parrot.ExitAsync());
        Assert.Equal(["identify refused 4014"], (await emulator.LogAsync()).Where(line => line.StartsWith("identif", StringComparison.Ordinal)));
    }

    internal static async Task<DiscordEmulator> StartAsync()
    {
        var emulator = await DiscordEmulator.StartAsync();
        await emulator.AddGuildAsync("Ops", "alex", ["sam", "kim"], ["team"]);
        return emulator;
    }
}

public sealed class DiscordJsTests() : RealClientTests("discord.js");

public sealed class DiscordPyTests() : RealClientTests("discord.py");
