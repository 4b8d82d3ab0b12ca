using Microsoft.AspNetCore.Http;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest;

/// <summary>Files of messages, at the addresses that attachments have.</summary>
internal sealed class FileServer(WorldState world)
{
    public async Task HandleAsync(HttpContext context)
    {
        var parts = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var file = parts is [_, var channel, var id, _] ? Find(Snowflakes.Read(channel), Snowflakes.Read(id)) : null;
        context.Response.StatusCode = file is null ? 404 : 200;
        if (file is null) return;
        context.Response.ContentType = file.ContentType;
        await context.Response.Body.WriteAsync(file.Content, context.RequestAborted);
    }

    private Attachment? Find(ulong? channel, ulong? id)
    {
        lock (world.Gate)
        {
            return channel is { } place && world.Channels.TryGetValue(place, out var found)
                ? found.Messages.Values.SelectMany(message => message.Attachments).FirstOrDefault(file => file.Id == id)
                : null;
        }
    }
}
