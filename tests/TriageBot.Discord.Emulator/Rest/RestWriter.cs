using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace TriageBot.Discord.Emulator.Rest;

/// <summary>Writes answers with the headers of the rate limits.</summary>
internal static class RestWriter
{
    public static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task SendAsync(HttpContext context, Outcome outcome, JournalEntry entry)
    {
        var response = context.Response;
        response.StatusCode = entry.Status = outcome.Answer.Status;
        response.Headers.Via = "1.1 google";
        WriteLimits(response, outcome);
        entry.Answer = outcome.Answer.Body;
        // 204 has no body and no content type: a client would try to read JSON from nothing.
        if (outcome.Answer.Body is not { } body) return;
        response.ContentType = "application/json";
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, Relaxed);
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static void WriteLimits(HttpResponse response, Outcome outcome)
    {
        if (outcome.Allowance is not { } allowance) return;
        if (allowance.Bucket is { } bucket)
        {
            response.Headers["X-RateLimit-Bucket"] = bucket;
            response.Headers["X-RateLimit-Limit"] = Text(allowance.Limit);
            response.Headers["X-RateLimit-Remaining"] = Text(allowance.Left);
            response.Headers["X-RateLimit-Reset"] = Text(allowance.Reset / 1000.0);
            response.Headers["X-RateLimit-Reset-After"] = Text(Math.Max(allowance.Reset - allowance.Now, 0) / 1000.0);
        }

        if (outcome.Answer.Status != 429) return;
        response.Headers.RetryAfter = Text((long)Math.Ceiling(allowance.Wait / 1000.0));
        response.Headers["X-RateLimit-Scope"] = allowance.IsGlobal ? "global" : "user";
        if (allowance.IsGlobal) response.Headers["X-RateLimit-Global"] = "true";
    }

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
