using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TriageBot.Chat.Web;
using TriageBot.Clock;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Settings;
using TriageBot.Storage;
using TriageBot.Storage.Migrations;
using TriageBot.Storage.Sqlite;

namespace TriageBot;

/// <summary>The one place that puts the bot together: database, chat, router, timed work. The server, the demo, a simulated day and the tests all start from here.</summary>
internal static class Composition
{
    /// <exception cref="DatabaseRefusedException">The file is damaged, newer than this program, or in use.</exception>
    public static SqliteDatabase OpenDatabase(string file, TimeProvider clock) =>
        SqliteStartup.Open(file, MigrationSet.OfThisProgram, Instant.FromDateTimeOffset(clock.GetUtcNow()));

    public static IServiceCollection AddBot(this IServiceCollection services, TriageBotOptions options, TimeProvider clock, IDatabase database, LocalChat chat)
    {
        services.AddSingleton(clock).AddSingleton(database).AddSingleton<IChatPlatform>(chat);
        services.AddSingleton<IChatBot, SilentBot>();
        services.AddSingleton<ITimedWork, NothingDue>();
        return services;
    }

    private sealed class NothingDue : ITimedWork
    {
        public Task<Instant?> RunDueAsync(CancellationToken ct) => Task.FromResult<Instant?>(null);
    }

    private sealed class SilentBot : IChatBot
    {
        public CommandTree Commands { get; } = new([]);

        public IReadOnlyList<string> MessageMenus => [];

        public Task<Reply> HandleAsync(Incoming incoming, CancellationToken ct) => Task.FromResult<Reply>(Reply.Nothing.Instance);

        public Task SeenAsync(WorkspaceSeen workspace, CancellationToken ct) => Task.CompletedTask;

        public Task<IReadOnlyList<Choice>> CompleteAsync(CompletionRequest request, CancellationToken ct) => Task.FromResult<IReadOnlyList<Choice>>([]);
    }
}
