using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using TriageBot.Clock;
using TriageBot.Core.Time;

namespace TriageBot.Demo;

/// <summary>The time bar's server side: <c>GET /demo</c> tells the time, <c>POST /demo</c> moves the clock ahead, everything due on the way at its own time.</summary>
internal sealed class DemoClock(FlowingTimeProvider clock, DateTimeZone zone, ClockDriver driver, NextBreak nextBreak)
{
    private static readonly LocalTime Morning = new(8, 30);

    private static readonly ZonedDateTimePattern Display = ZonedDateTimePattern.Create("ddd d MMM HH:mm", CultureInfo.InvariantCulture, null, null, default);

    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    public static void Map(WebApplication app, FlowingTimeProvider clock, DateTimeZone zone)
    {
        var demo = new DemoClock(
            clock,
            zone,
            new ClockDriver(clock, app.Services.GetRequiredService<ITimedWork>()),
            ActivatorUtilities.CreateInstance<NextBreak>(app.Services));
        app.MapGet("/demo", demo.TellAsync);
        app.MapPost("/demo", demo.MoveAsync);
    }

    private Task TellAsync(HttpContext context) =>
        context.Response.WriteAsJsonAsync(new DemoTime(Display.Format(clock.Now.InZone(zone))), DemoJson.Default.DemoTime, cancellationToken: context.RequestAborted);

    private async Task MoveAsync(HttpContext context)
    {
        var ct = context.RequestAborted;
        if (await ReadAsync(context) is not { To: { } to } || await TargetAsync(to, ct) is not { } target)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync("Expected {\"to\": \"next-break\"}, \"tomorrow\", or minutes such as \"+15\".", ct);
            return;
        }

        await oneAtATime.WaitAsync(ct);
        try
        {
            // A visitor who closes the page in the middle must not leave the clock halfway.
            await driver.AdvanceToAsync(target, CancellationToken.None);
        }
        finally
        {
            oneAtATime.Release();
        }

        await TellAsync(context);
    }

    private async Task<Instant?> TargetAsync(string to, CancellationToken ct) => to switch
    {
        "next-break" => await nextBreak.AfterAsync(clock.Now, ct) ?? clock.Now,
        "tomorrow" => ZoneTime.ToInstant(clock.Now.InZone(zone).Date.PlusDays(1) + Morning, zone),
        _ when int.TryParse(to, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 24 * 60 => clock.Now + Duration.FromMinutes(minutes),
        _ => null,
    };

    private static async Task<DemoMove?> ReadAsync(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFromJsonAsync(DemoJson.Default.DemoMove, context.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

internal sealed record DemoTime(string Now);

internal sealed record DemoMove(string? To);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DemoTime))]
[JsonSerializable(typeof(DemoMove))]
internal sealed partial class DemoJson : JsonSerializerContext;
