using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TriageBot.Settings;

namespace TriageBot;

/// <summary>Serves the local team chat until it is told to stop.</summary>
internal static class ChatServer
{
    public static async Task<int> RunAsync(TriageBotOptions options, CancellationToken stop)
    {
        using var folder = DataFolder.Hold(options.Data.Folder);
        await using var app = Build(options, TimeProvider.System);
        await StartAsync(app, options.Web, stop);
        Console.WriteLine($"TriageBot is at {Address(options.Web)} · data in {Display(options.Data.DatabaseFile)} · stop with Ctrl+C");
        await app.WaitForShutdownAsync(stop);
        return ExitCodes.Success;
    }

    /// <summary>Begins from the empty builder: what the program does depends on its own options only, never on ASPNETCORE_ variables or a stray settings file.</summary>
    public static WebApplication Build(TriageBotOptions options, TimeProvider time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        ProgramLog.Configure(builder.Logging, options.Logging.Level);
        // A failed start is told by StartAsync in one sentence; a worker that stops the host is still logged as critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.AddRoutingCore();
        
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.ListenLocalhost(options.Web.Port));
        return builder.Build();
    }

    /// <exception cref="StartRefusedException">The port is taken.</exception>
    public static async Task StartAsync(WebApplication app, WebOptions web, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new StartRefusedException($"Port {web.Port} is taken by another program. Stop that program, or choose another port: --port {(web.Port < 65535 ? web.Port + 1 : 5080)}");
        }
    }

    public static string Address(WebOptions web) => $"http://localhost:{web.Port}";

    private static string Display(string file)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.GetFullPath(file));
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? Path.GetFullPath(file) : $"./{relative.Replace('\\', '/')}";
    }
}
