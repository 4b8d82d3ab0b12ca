using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.TimeZones;
using TriageBot.Chat.Web;
using TriageBot.Clock;
using TriageBot.Core.Chat;
using TriageBot.Features;
using TriageBot.Settings;
using TriageBot.Storage;
using TriageBot.Storage.Migrations;
using TriageBot.Storage.Sqlite;

namespace TriageBot;

/// <summary>The one place that puts the bot together: database, chat, router, timed work. The server, the demo, a simulated day and the tests all start from here.</summary>
internal static class Composition
{
    /// <exception cref="DatabaseRefusedException">The file is damaged, newer than this program, in use, or cannot be written.</exception>
    public static SqliteDatabase OpenDatabase(string file, TimeProvider clock) =>
        SqliteStartup.Open(file, MigrationSet.OfThisProgram, Instant.FromDateTimeOffset(clock.GetUtcNow()));

    /// <exception cref="StartRefusedException">The chat's file is damaged, newer than this program, or cannot be written.</exception>
    public static async Task<LocalChat> OpenChatAsync(LocalChatOptions options, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            return await LocalChat.OpenAsync(options, clock, ct);
        }
        catch (InvalidDataException refused)
        {
            throw new StartRefusedException(refused.Message);
        }
    }

    /// <summary>Everything but logging and the hosted workers. The caller keeps and disposes the database and the platforms.</summary>
    /// <exception cref="StartRefusedException">The bot's sentences or its time zone cannot be used.</exception>
    public static IServiceCollection AddBot(this IServiceCollection services, TriageBotOptions options, TimeProvider clock, IDatabase database, params IEnumerable<IChatPlatform> platforms)
    {
        var settings = new BotSettings(options.Team.In(options.Team.Zone ?? MachineZone()), options.Hold.ToSettings(), options.Hold.EmergencyText ?? "")
        {
            LevelsFile = options.Texts.LevelsFile,
            Ladder = options.Ladder.ToSettings(),
            KeptAfterLeaving = Duration.FromDays(options.Discord.KeepDays),
        };
        services.AddSingleton(clock).AddSingleton(database).AddSingleton(RepliesFile.Read(options.Texts));
        foreach (var platform in platforms) services.AddSingleton(platform);
        services.AddTriageBot(settings);
        return services.AddSingleton<ITimedWork, CycleWork>();
    }

    /// <exception cref="StartRefusedException">The machine does not say.</exception>
    public static DateTimeZone MachineZone()
    {
        try
        {
            return DateTimeZoneProviders.Tzdb.GetSystemDefault();
        }
        catch (DateTimeZoneNotFoundException)
        {
            throw new StartRefusedException("The time zone of this machine is not known. Set Team:Zone, for example TRIAGEBOT__TEAM__ZONE=Europe/Oslo.");
        }
    }

    private sealed class CycleWork(Cycle cycle) : ITimedWork
    {
        public Task<Instant?> RunDueAsync(CancellationToken ct) => cycle.RunAsync(ct);
    }
}
