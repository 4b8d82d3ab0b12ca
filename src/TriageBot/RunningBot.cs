using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TriageBot.Chat.Web;
using TriageBot.Clock;
using TriageBot.Core.Chat;
using TriageBot.Simulate;
using TriageBot.Storage.Sqlite;

namespace TriageBot;

/// <summary>The bot without a server around it, connected to a chat.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly SqliteDatabase database;
    private readonly ServiceProvider services;

    private RunningBot(SqliteDatabase database, ServiceProvider services)
    {
        this.database = database;
        this.services = services;
    }

    public IChatBot Chat => services.GetRequiredService<IChatBot>();

    public ITimedWork Work => services.GetRequiredService<ITimedWork>();

    public static async Task<RunningBot> StartAsync(StageSetup setup, string databaseFile, TimeProvider clock, LocalChat chat, CancellationToken ct)
    {
        var database = Composition.OpenDatabase(databaseFile, clock);
        var services = new ServiceCollection().AddSingleton(setup.Loggers).AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        var bot = new RunningBot(database, services.AddBot(setup.Options, clock, database, chat).BuildServiceProvider());
        await chat.StartAsync(bot.Chat, ct);
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
