using System.Text;

namespace TriageBot.Chat.Discord.Rest;

/// <summary>The body of a refusal: JSON as a rule, but a proxy in between may answer with a page, or with nothing.</summary>
/// <param name="RetryAfter">Only with status 429.</param>
internal sealed record ErrorBody(int Code, string Detail, TimeSpan? RetryAfter, bool IsGlobal)
{
    private const int LongestDetail = 500;

    public static ErrorBody Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return Nothing;
            var detail = new StringBuilder(Text(root, "message"));
            if (root.TryGetProperty("errors", out var errors)) Describe(errors, "", detail);
            if (detail.Length > LongestDetail) detail.Length = LongestDetail;
            return new ErrorBody(
                root.TryGetProperty("code", out var code) && code.TryGetInt32(out var number) ? number : 0,
                detail.ToString(),
                root.TryGetProperty("retry_after", out var after) && after.TryGetDouble(out var seconds) ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400)) : null,
                root.TryGetProperty("global", out var isGlobal) && isGlobal.ValueKind == JsonValueKind.True);
        }
        catch (Exception noJson) when (noJson is JsonException or InvalidOperationException)
        {
            return Nothing;
        }
    }

    private static ErrorBody Nothing { get; } = new(0, "", null, false);

    /// <summary>The tree of faulty fields, one path after the other; what was sent is not in it.</summary>
    private static void Describe(JsonElement errors, string path, StringBuilder detail)
    {
        if (errors.ValueKind != JsonValueKind.Object) return;
        foreach (var field in errors.EnumerateObject())
        {
            if (field.NameEquals("_errors") && field.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var error in field.Value.EnumerateArray()) detail.Append($"; {path} {Text(error, "code")}: {Text(error, "message")}");
            }
            else
            {
                Describe(field.Value, path.Length == 0 ? field.Name : $"{path}.{field.Name}", detail);
            }
        }
    }

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
