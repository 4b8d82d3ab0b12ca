using Microsoft.Extensions.Hosting;
using TriageBot.Chat.Discord;
using TriageBot.Core.Chat;

namespace TriageBot;

/// <summary>Keeps the bot on Discord while the program runs. When Discord says never to come back, the program ends.</summary>
internal sealed class DiscordWorker(DiscordChat discord, IChatBot bot, IHostApplicationLifetime lifetime) : BackgroundService
{
    /// <summary>Why Discord does not serve this bot; null while it does.</summary>
    public DiscordStoppedException? Stopped { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await discord.RunAsync(bot, stoppingToken);
        }
        catch (DiscordStoppedException stopped)
        {
            Stopped = stopped;
            lifetime.StopApplication();
        }
    }
}
