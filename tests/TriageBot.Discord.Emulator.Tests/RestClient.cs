using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Emulator.Tests;

/// <summary>Plain requests to the emulator's REST, as a bot without any library would send them.</summary>
internal sealed class RestClient : IDisposable
{
    private readonly HttpClient http;

    public RestClient(DiscordEmulator emulator, string? token = null)
    {
        http = new HttpClient { BaseAddress = new Uri(emulator.ApiUrl + "/") };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://example.com, 1.0)");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", token ?? emulator.Token);
    }

    public async Task<Answer> SendAsync(string method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is HttpContent content) request.Content = content;
        else if (body is not null) request.Content = JsonContent.Create(body);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), headers, response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>A message's body with a file, as reference#uploading-files says.</summary>
    public static MultipartFormDataContent WithFile(string json, string filename, byte[] file)
    {
        var form = new MultipartFormDataContent { { new StringContent(json, MediaTypeHeaderValue.Parse("application/json")), "payload_json" } };
        form.Add(new ByteArrayContent(file), "files[0]", filename);
        return form;
    }

    public void Dispose() => http.Dispose();
}

internal sealed record Answer(int Status, JsonNode? Body, IReadOnlyDictionary<string, string> Headers, string? ContentType)
{
    public int Code => (int?)Body?["code"] ?? 0;

    public string Id => (string?)Body?["id"] ?? "";

    /// <summary>Code of the first error below a field of the form, such as <c>embeds.0.title</c>; the root's with an empty path.</summary>
    public string? FormError(string path)
    {
        var node = Body?["errors"];
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries)) node = node?[part];
        return (string?)node?["_errors"]?[0]?["code"];
    }
}
