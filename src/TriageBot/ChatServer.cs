using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TriageBot.Chat.Discord;
using TriageBot.Chat.Web;
using TriageBot.Core.Chat;
using TriageBot.Features;
using TriageBot.Settings;
using TriageBot.Storage;

namespace TriageBot;

/// <summary>Serves the local team chat, Discord, or both, until it is told to stop. Without the local chat no web server is loaded.</summary>
/// <param name="clock">The program's one clock.</param>
internal sealed class ChatServer(TriageBotOptions options, TimeProvider clock)
{
    /// <summary>More to serve than the chat; given the running application.</summary>
    public Action<WebApplication>? MapMore { get; init; }

    /// <summary>What the start line says about the data.</summary>
    public string Keeps { get; init; } = $"data in {Display(options.Data.DatabaseFile)}";

    public static Task<int> RunAsync(TriageBotOptions options, CancellationToken stop) => new ChatServer(options, TimeProvider.System).RunAsync(stop);

    /// <exception cref="StartRefusedException">Port, sentences or zone do not allow a start, or Discord does not serve the bot as it is set up.</exception>
    /// <exception cref="DatabaseRefusedException">The database does not.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using var database = Composition.OpenDatabase(options.Data.DatabaseFile, clock);
        using var loggers = ProgramLog.Create(options.Logging.Level);
        await using var chat = options.Web.Enabled ? await OpenChatAsync(loggers, stop) : null;
        using var discord = options.Discord.IsOn ? new DiscordChat(options.Discord.ToOptions() with { Logger = loggers.CreateLogger<DiscordChat>() }, clock) : null;
        using var host = chat is null ? BuildWithoutWeb(database, discord) : Build(database, chat, discord);
        if (chat is not null) await chat.StartAsync(host.Services.GetRequiredService<IChatBot>(), stop);
        await StartAsync(host, stop);
        string?[] places = [chat is null ? null : $"at {Address(host)}", discord is null ? null : "on Discord"];
        Console.WriteLine($"TriageBot is {string.Join(" and ", places.OfType<string>())} · {Keeps} · stop with Ctrl+C");
        await host.WaitForShutdownAsync(stop);
        return ExitCode([.. host.Services.GetServices<IHostedService>()]);
    }

    /// <summary>What fails as nobody thought of ends the program too, and a supervisor must not take that for a stop that was asked for.</summary>
    /// <exception cref="StartRefusedException">Discord does not serve the bot as it is set up.</exception>
    internal static int ExitCode(IReadOnlyList<IHostedService> workers)
    {
        if (workers.OfType<DiscordWorker>().FirstOrDefault()?.Stopped is { } stopped) throw new StartRefusedException(stopped.Message);
        return workers.OfType<BackgroundService>().Any(worker => worker.ExecuteTask is { IsFaulted: true }) ? ExitCodes.WorkFailed : ExitCodes.Success;
    }

    private Task<LocalChat> OpenChatAsync(ILoggerFactory loggers, CancellationToken ct) =>
        Composition.OpenChatAsync(new LocalChatOptions { DataFile = options.Data.ChatFile, Logger = loggers.CreateLogger<LocalChat>() }, clock, ct);

    /// <summary>Begins from the empty builder: what the program does depends on its own options only, never on ASPNETCORE_ variables or a stray settings file.</summary>
    private WebApplication Build(IDatabase database, LocalChat chat, DiscordChat? discord)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        AddBot(builder, database, chat, discord);
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true).ConfigureKestrel(Listen);
        var app = builder.Build();
        app.UseLocalOnly();
        app.MapLocalChat(chat);
        MapMore?.Invoke(app);
        return app;
    }

    private IHost BuildWithoutWeb(IDatabase database, DiscordChat? discord)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        AddBot(builder, database, null, discord);
        return builder.Build();
    }

    private void AddBot(IHostApplicationBuilder builder, IDatabase database, LocalChat? chat, DiscordChat? discord)
    {
        ProgramLog.Configure(builder.Logging, options.Logging.Level);
        // A failed start is told by StartAsync in one sentence; a worker that stops the host is still logged as critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        IChatPlatform?[] platforms = [chat, discord];
        builder.Services.AddBot(options, clock, database, platforms.OfType<IChatPlatform>()).AddHostedService<CycleWorker>().AddHostedService<StartMemory>();
        if (discord is not null) builder.Services.AddSingleton(discord).AddHostedService<DiscordWorker>();
    }

    /// <summary>Loopback only, by either of its addresses. A free port can be asked for on one address only.</summary>
    private void Listen(KestrelServerOptions kestrel)
    {
        if (options.Web.Port == 0) kestrel.Listen(IPAddress.Loopback, 0);
        else kestrel.ListenLocalhost(options.Web.Port);
    }

    private async Task StartAsync(IHost host, CancellationToken ct)
    {
        try
        {
            await host.StartAsync(ct);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            // Timed work has already begun; it must end before its database is closed under it.
            await host.StopAsync(CancellationToken.None);
            var other = options.Web.Port < 65535 ? options.Web.Port + 1 : 5080;
            throw new StartRefusedException($"Port {options.Web.Port} is taken by another program. Stop that program, or choose another port: --port {other}");
        }
    }

    private static string Address(IHost host)
    {
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return $"http://localhost:{addresses.Select(address => new Uri(address).Port).First()}";
    }

    private static string Display(string file)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.GetFullPath(file));
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? Path.GetFullPath(file) : $"./{relative.Replace('\\', '/')}";
    }
}
