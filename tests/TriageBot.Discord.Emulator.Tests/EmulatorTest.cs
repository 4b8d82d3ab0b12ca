using TriageBot.Discord.Emulator.Client;
using TriageBot.Discord.Emulator.Tests.Gateway;

namespace TriageBot.Discord.Emulator.Tests;

/// <summary>One emulator with the server Ops, its channel #team, and alex, sam and kim on it; fresh for every test.</summary>
public abstract class EmulatorTest : IAsyncLifetime
{
    private DiscordEmulator? emulator;
    private RestClient? rest;
    private SeenGuild? guild;

    private protected DiscordEmulator Emulator => emulator!;

    private protected RestClient Rest => rest!;

    private protected SeenGuild Guild => guild!;

    private protected string Team => Guild.Channels["team"];

    public async ValueTask InitializeAsync()
    {
        emulator = await DiscordEmulator.StartAsync();
        guild = await emulator.AddGuildAsync("Ops", "alex", ["sam", "kim"], ["team"]);
        rest = new RestClient(emulator);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        rest?.Dispose();
        if (emulator is not null) await emulator.DisposeAsync();
    }

    private protected Task<Answer> PostAsync(object body) => Rest.SendAsync("POST", $"channels/{Team}/messages", body);

    /// <summary>Registers <c>/urgent what</c>, logs in, and lets sam type it.</summary>
    /// <returns>The interaction, not yet answered.</returns>
    private protected async Task<SeenInteraction> AskAsync()
    {
        object[] commands = [new { name = "urgent", description = "Hold a message", options = new[] { new { type = 3, name = "what", description = "What", required = true } } }];
        await Rest.SendAsync("PUT", $"applications/{Emulator.BotId}/commands", commands);
        var (client, _) = await GatewayClient.LoginAsync(Emulator);
        using (client)
        {
            var asked = await Emulator.SlashAsync("sam", "team", "urgent", new { what = "Server down" }, wait: 0);
            await client.DispatchAsync("INTERACTION_CREATE");
            return asked;
        }
    }

    private protected Task<Answer> AnswerAsync(SeenInteraction asked, object body) => Rest.SendAsync("POST", $"interactions/{asked.Id}/{asked.Token}/callback", body);

    private protected string Hook(SeenInteraction asked) => $"webhooks/{Emulator.BotId}/{asked.Token}";
}
