using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace TriageBot.Discord.Emulator;

/// <summary>The service on three ports of this machine: REST and gateway, a second gateway for resumes, and the control that a bot never sees.</summary>
internal sealed class Hosting : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Service service;
    private int main;
    private int other;
    private int control;

    private Hosting(WebApplication app, Service service) => (this.app, this.service) = (app, service);

    public string ControlAddress => $"http://127.0.0.1:{control}/";

    public static async Task<Hosting> StartAsync(CancellationToken ct)
    {
        // Nothing of the usual host: it would read settings from the folder that it is started in, and watch every file below it.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024;
            for (var i = 0; i < 3; i++) kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        var hosting = new Hosting(app, new Service());
        app.Run(hosting.HandleAsync);
        await app.StartAsync(ct);
        hosting.Learn();
        return hosting;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private void Learn()
    {
        var ports = app.Urls.Select(url => new Uri(url).Port).ToList();
        (main, other, control) = (ports[0], ports[1], ports[2]);
        service.Door.Address = $"ws://127.0.0.1:{main}";
        service.Door.OtherAddress = $"ws://127.0.0.1:{other}";
        service.Desk.Address = $"http://127.0.0.1:{main}";
    }

    private Task HandleAsync(HttpContext context)
    {
        var port = context.Connection.LocalPort;
        if (port == control) return service.Control.HandleAsync(context);
        if (context.WebSockets.IsWebSocketRequest) return service.Gateway.HandleAsync(context);
        if (port == other) return service.Gateway.HandleAsync(context);
        return context.Request.Path.StartsWithSegments("/attachments") ? service.Files.HandleAsync(context) : service.Rest.HandleAsync(context);
    }
}
