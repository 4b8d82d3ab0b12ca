using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Data.Sqlite;

namespace TriageBot.Chat.Web.Http;

/// <summary>Reads a request and writes an answer as JSON; what goes wrong is answered with a sentence.</summary>
internal static class JsonExchange
{
    private const long MaxRequestBytes = 64 * 1024;

    /// <summary>An endpoint that takes a JSON body.</summary>
    public static Func<HttpContext, Task> Taking<T>(JsonTypeInfo<T> type, Func<HttpContext, T, Task> handle)
        where T : class => async context =>
    {
        if (await ReadAsync(context, type).ConfigureAwait(false) is not { } body) return;

        try
        {
            await handle(context, body).ConfigureAwait(false);
        }
        catch (SqliteException) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "This could not be saved: the disk may be full. Make room, then send it again; it will not appear twice.").ConfigureAwait(false);
        }
    };

    public static Task WriteAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type)
    {
        // Written as a whole, with its length: cheaper than in chunks, and cut off it cannot be taken for complete.
        var json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        return context.Response.BodyWriter.WriteAsync(json, context.RequestAborted).AsTask();
    }

    public static Task RefuseAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        return WriteAsync(context, new ErrorView(sentence), ChatJson.Default.ErrorView);
    }

    private static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        if (!context.Request.HasJsonContentType())
        {
            await RefuseAsync(context, StatusCodes.Status415UnsupportedMediaType, "Send JSON, with the content type application/json.").ConfigureAwait(false);
            return null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MaxRequestBytes;

        try
        {
            if (await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted).ConfigureAwait(false) is { } body) return body;

            await RefuseAsync(context, StatusCodes.Status400BadRequest, "The request is empty; send a JSON object.").ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, $"The request is not the JSON this address takes (line {exception.LineNumber + 1}, position {exception.BytePositionInLine + 1}).").ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            await RefuseAsync(context, exception.StatusCode, $"The request is larger than {MaxRequestBytes / 1024} KB or was cut off. Send it in parts.").ConfigureAwait(false);
        }

        return null;
    }
}
