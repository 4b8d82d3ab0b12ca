using System.Net.Http.Headers;

namespace TriageBot.Chat.Discord.Rest;

/// <summary>Bodies of requests: JSON, and with files in several parts.</summary>
internal static class Content
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public static HttpContent? For(RestRequest request)
    {
        if (request.Body is not { } body) return null;
        var json = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        if (request.Files.Count == 0) return json;

        var parts = new MultipartFormDataContent { { json, "payload_json" } };
        for (var i = 0; i < request.Files.Count; i++)
        {
            var file = new ReadOnlyMemoryContent(request.Files[i].Content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
            parts.Add(file, $"files[{i}]", request.Files[i].Name);
        }

        return parts;
    }
}
