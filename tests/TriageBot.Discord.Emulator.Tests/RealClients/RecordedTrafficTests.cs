using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Emulator.Tests.RealClients;

/// <summary>Whatever the emulator says is held against what Discord published: answers against the specification, dispatches against the types of discord-api-types.</summary>
public sealed class RecordedTrafficTests
{
    private const int Everything = 1 | (1 << 1) | (1 << 9) | (1 << 10) | (1 << 12) | (1 << 13) | (1 << 15);
    private const int Privileged = (1 << 1) | (1 << 8) | (1 << 15);

    [Fact]
    public async Task Answers_fit_the_published_specification_and_dispatches_the_published_types()
    {
        Tool.Need(File.Exists(Tool.Specification), "shared/protocols/discord-openapi.json does not stand beside the repository, so answers are not held against it here.");
        var folder = Directory.CreateTempSubdirectory("discord-traffic-").FullName;
        await using var emulator = await RealClientTests.StartAsync();
        await emulator.SayAsync("keep-journal", new { folder });
        await emulator.SayAsync("application", new { privileged = Privileged });
        await using (var parrot = Parrot.Start("discord.js", emulator, Everything))
        {
            await parrot.HearsAsync("ready");
            await emulator.WaitCommandsAsync(count: Parrot.Commands);
            await PeopleActAsync(emulator);
            await BotAsksAsync(emulator);
            await ServerChangesAsync(emulator);
        }

        Assert.DoesNotContain(await emulator.RequestsAsync(), request => request.Status >= 500);

        var answers = await Tool.RunAsync(Tool.Node("responses.mjs", Tool.Specification, Path.Combine(folder, "requests.jsonl")));
        var output = Directory.CreateDirectory(Path.Combine(Tool.Folder, "node_modules", ".generated")).FullName;
        var dispatches = await Tool.RunAsync(Tool.Node("dispatches.mjs", Path.Combine(folder, "dispatches.jsonl"), output));
        Directory.Delete(folder, recursive: true);

        Assert.True(answers.ExitCode == 0, answers.Output);
        Assert.True(dispatches.ExitCode == 0, dispatches.Output);
        TestContext.Current.TestOutputHelper?.WriteLine(answers.Output + dispatches.Output);
    }

    private static async Task PeopleActAsync(DiscordEmulator emulator)
    {
        await emulator.SlashAsync("sam", "team", "echo", new { text = "Server down" });
        await emulator.SuggestAsync("sam", "team", "echo", "text", new { text = "Se" });
        var controls = await emulator.SlashAsync("sam", "team", "controls");
        await emulator.PressAsync("sam", controls.Message!, "Again");
        var others = await emulator.SlashAsync("sam", "@bot", "controls");
        await emulator.ChooseAsync("sam", others.Message!, "pick", ["Two"]);
        await emulator.CompleteAsync(await emulator.SlashAsync("sam", "team", "later"));
        var form = await emulator.SlashAsync("sam", "team", "form");
        await emulator.SubmitAsync(form, new Dictionary<string, string> { ["why"] = "it burns" });
        await emulator.SlashAsync("sam", "team", "post");
        await emulator.SlashAsync("sam", "team", "post", new { whom = "kim" });
        var written = await emulator.WriteAsync("kim", "team", "The database is down");
        await emulator.WriteAsync("sam", "team", "Really", replyTo: written.Id);
        await emulator.WriteAsync("sam", "@bot", "Privately");
        await emulator.MessageMenuAsync("sam", written, "Hold");
        await emulator.UserMenuAsync("sam", "team", "Who", "kim");
        await emulator.ReactAsync("kim", written, "👍");
        await emulator.EditAsync(written, "It is up again");
        await emulator.DeleteAsync(written);
    }

    private static async Task BotAsksAsync(DiscordEmulator emulator)
    {
        using var rest = new RestClient(emulator);
        await emulator.SayAsync("limits", new { isOn = false });
        var guild = (string?)(await rest.SendAsync("GET", "users/@me/guilds")).Body?[0]?["id"];
        foreach (var path in (string[])["gateway", "gateway/bot", "users/@me", "applications/@me", "oauth2/applications/@me", $"applications/{emulator.BotId}/commands?with_localizations=true",
            $"guilds/{guild}?with_counts=true", $"guilds/{guild}/channels", $"guilds/{guild}/roles", $"guilds/{guild}/roles/{guild}", $"guilds/{guild}/members?limit=10",
            $"guilds/{guild}/members/search?query=s", $"guilds/{guild}/members/{emulator.BotId}", $"guilds/{guild}/members/1", "channels/1", $"channels/{guild}/messages"])
            await rest.SendAsync("GET", path);
        var channel = (string?)(await emulator.SayAsync("channel", new { name = "bot" }))?["id"];
        await rest.SendAsync("GET", $"channels/{channel}");
        var card = new { title = "A card", fields = new[] { new { name = "a", value = "b" } }, image = new { url = "attachment://a.png" }, footer = new { text = "foot" }, author = new { name = "me" } };
        var file = RestClient.WithFile(System.Text.Json.JsonSerializer.Serialize(new { content = "See", embeds = new[] { card }, attachments = new[] { new { id = 0, filename = "a.png", description = "A chart" } } }), "a.png", [1, 2, 3]);
        var posted = await rest.SendAsync("POST", $"channels/{channel}/messages", file);
        await rest.SendAsync("POST", $"channels/{channel}/messages", new { content = "Reply", message_reference = new { message_id = posted.Id }, nonce = "n1", enforce_nonce = true });
        await rest.SendAsync("POST", $"channels/{channel}/messages", new { content = new string('x', 2001) });
        await rest.SendAsync("POST", $"channels/{channel}/messages", new { flags = 32768, components = new object[] { new { type = 17, components = new object[] { new { type = 10, content = "New" }, new { type = 14 } } } } });
        await rest.SendAsync("PUT", $"channels/{channel}/messages/{posted.Id}/reactions/%F0%9F%91%8D/@me");
        await rest.SendAsync("PATCH", $"channels/{channel}/messages/{posted.Id}", new { content = "Edited" });
        var thread = await rest.SendAsync("POST", $"channels/{channel}/messages/{posted.Id}/threads", new { name = "About it" });
        await rest.SendAsync("POST", $"channels/{thread.Id}/messages", new { content = "In the thread" });
        await rest.SendAsync("PATCH", $"channels/{thread.Id}", new { archived = true });
        await rest.SendAsync("GET", $"guilds/{guild}/threads/active");
        await rest.SendAsync("GET", $"channels/{channel}/messages?limit=5");
        await rest.SendAsync("GET", $"channels/{channel}/messages/{posted.Id}");
        await rest.SendAsync("DELETE", $"channels/{channel}/messages/{posted.Id}");
        await rest.SendAsync("POST", $"channels/{channel}/typing");
        var command = await rest.SendAsync("POST", $"applications/{emulator.BotId}/guilds/{guild}/commands", new { name = "local", description = "Here only" });
        await rest.SendAsync("PATCH", $"applications/{emulator.BotId}/guilds/{guild}/commands/{command.Id}", new { description = "Only here" });
        await rest.SendAsync("DELETE", $"applications/{emulator.BotId}/guilds/{guild}/commands/{command.Id}");
        await emulator.SayAsync("limits", new { isOn = true, bucket = "users", limit = 0 });
        await rest.SendAsync("GET", "users/@me");
    }

    private static async Task ServerChangesAsync(DiscordEmulator emulator)
    {
        await emulator.SayAsync("role", new { name = "On-call" });
        await emulator.SayAsync("overwrite", new { channel = "team", deny = "2048" });
        await emulator.SayAsync("join", new { user = "lee" });
        await emulator.SayAsync("leave", new { user = "lee" });
        await emulator.SayAsync("outage");
        await emulator.SayAsync("recover");
        await emulator.AddGuildAsync("Second", "kim");
        await emulator.SayAsync("bot-leaves", new { guild = "Second" });
    }
}
