using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using TriageBot.Discord.Emulator.Rest.Forms;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest;

/// <summary>Reads what a request carries: JSON, a form, or JSON with files. Source: reference#uploading-files.</summary>
internal static partial class RequestBody
{
    private const int MaxRequest = 25 * 1024 * 1024;
    private const int MaxFile = 10 * 1024 * 1024;

    private static readonly Dictionary<int, Upload> NoFiles = [];

    public static async Task<(JsonElement? Body, IReadOnlyDictionary<int, Upload> Files)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (HttpMethods.IsGet(request.Method)) return (null, NoFiles);
        if (request.ContentLength > MaxRequest) throw RestError.TooLarge();
        var bytes = request.ContentLength is { } length ? await ReadExactlyAsync(request.Body, (int)length, ct) : await ReadAllAsync(request.Body, MaxRequest, ct);
        if (bytes.Length == 0) return (null, NoFiles);
        // Nearly all requests say just this, and taking it apart is dear.
        if (request.ContentType == "application/json") return (Parse(bytes), NoFiles);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) throw BadType();
        if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)) return (Parse(bytes), NoFiles);
        if (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)) return (JsonSerializer.SerializeToElement(ReadForm(bytes)), NoFiles);
        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) throw BadType();
        return await ReadPartsAsync(bytes, HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), ct);
    }

    private static async Task<(JsonElement? Body, IReadOnlyDictionary<int, Upload> Files)> ReadPartsAsync(byte[] bytes, string boundary, CancellationToken ct)
    {
        Dictionary<int, Upload> files = [];
        JsonNode? body = null;
        var reader = new MultipartReader(boundary, new MemoryStream(bytes));
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            // Some clients write files[0] without quotes, which the header's own grammar forbids.
            var disposition = section.ContentDisposition ?? "";
            var name = PartName().Match(disposition).Groups["value"].Value;
            var content = await ReadAllAsync(section.Body, MaxRequest, ct);
            if (name == "payload_json") body = Parse(content) is { } json ? JsonText.NodeOf(json) : null;
            else if (FileNumber(name) is { } number) files[number] = ReadFile(section, disposition, content);
            else body = With(body, name, System.Text.Encoding.UTF8.GetString(content));
        }

        return (JsonSerializer.SerializeToElement(body ?? new JsonObject()), files);
    }

    private static Upload ReadFile(MultipartSection section, string disposition, byte[] content)
    {
        if (content.Length > MaxFile) throw RestError.TooLarge();
        var name = FileName().Match(disposition).Groups["value"].Value;
        var type = section.ContentType is { } given && given != "application/octet-stream" ? given : TypeOf(name);
        return new Upload(name, type, content);
    }

    private static int? FileNumber(string name)
    {
        if (name == "file") return 0;
        if (!name.StartsWith("files[", StringComparison.Ordinal) || !name.EndsWith(']')) return null;
        return int.TryParse(name.AsSpan(6, name.Length - 7), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 10 ? number : null;
    }

    private static JsonObject With(JsonNode? body, string name, string value)
    {
        var json = body as JsonObject ?? [];
        json[name] = value;
        return json;
    }

    private static JsonObject ReadForm(byte[] bytes)
    {
        var json = new JsonObject();
        foreach (var (name, value) in QueryHelpers.ParseQuery(System.Text.Encoding.UTF8.GetString(bytes))) json[name] = value.ToString();
        return json;
    }

    /// <summary>A name that stands twice in one object is refused: which of both counts is said nowhere.</summary>
    private static JsonElement? Parse(byte[] bytes)
    {
        try
        {
            var json = JsonElement.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return json.ValueKind == JsonValueKind.Null ? null : json;
        }
        catch (JsonException)
        {
            throw RestError.NotJson();
        }
    }

    private static async Task<byte[]> ReadExactlyAsync(Stream stream, int length, CancellationToken ct)
    {
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }

    private static async Task<byte[]> ReadAllAsync(Stream stream, int limit, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, ct);
        return buffer.Length > limit ? throw RestError.TooLarge() : buffer.ToArray();
    }

    private static string TypeOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".csv" => "text/csv; charset=utf-8",
        ".txt" or ".md" => "text/plain; charset=utf-8",
        ".json" => "application/json",
        _ => "application/octet-stream",
    };

    [GeneratedRegex(@"[;\s]name=""?(?<value>[^"";]+)""?", RegexOptions.IgnoreCase)]
    private static partial Regex PartName();

    [GeneratedRegex(@"[;\s]filename=""?(?<value>[^"";]+)""?", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();

    private static RestError BadType() =>
        new(400, 50035, "Expected \"Content-Type\" header to be one of {'application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'}.");
}
