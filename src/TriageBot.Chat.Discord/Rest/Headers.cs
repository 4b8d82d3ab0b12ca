using System.Globalization;

namespace TriageBot.Chat.Discord.Rest;

/// <summary>Discord's own headers.</summary>
internal static class Headers
{
    public static string? Text(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    public static LimitHeaders Limit(HttpResponseMessage response) =>
        Text(response, "X-RateLimit-Bucket") is { } bucket
        && int.TryParse(Text(response, "X-RateLimit-Limit"), CultureInfo.InvariantCulture, out var limit)
        && int.TryParse(Text(response, "X-RateLimit-Remaining"), CultureInfo.InvariantCulture, out var remaining)
        && double.TryParse(Text(response, "X-RateLimit-Reset-After"), CultureInfo.InvariantCulture, out var seconds)
            ? new LimitHeaders(bucket, limit, remaining, TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400)))
            : LimitHeaders.None;
}
