using System.Net;
using Microsoft.AspNetCore.Http;

namespace TriageBot.Chat.Web.Http;

/// <summary>
/// The chat has no passwords: whoever reaches it may be anybody in it. So it answers only this machine, only under this machine's own names
/// (a foreign name in the Host header is DNS rebinding), and only to its own page, not to other sites open in the same browser.
/// </summary>
internal sealed class LocalOnly(RequestDelegate next)
{
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    public Task InvokeAsync(HttpContext context)
    {
        if (Refusal(context) is not { } refusal)
        {
            AddHeaders(context);
            return next(context);
        }

        context.Response.StatusCode = refusal.Status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(refusal.Sentence, context.RequestAborted);
    }

    private static (int Status, string Sentence)? Refusal(HttpContext context)
    {
        var request = context.Request;
        if (context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
        {
            return (StatusCodes.Status403Forbidden, "The local chat can be opened on its own machine only.");
        }

        if (!request.Host.HasValue) return (StatusCodes.Status400BadRequest, "The request names no host.");

        if (!OwnNames.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase) || (request.Host.Port ?? 80) != context.Connection.LocalPort)
        {
            return (StatusCodes.Status421MisdirectedRequest, $"Open the local chat as http://localhost:{context.Connection.LocalPort}/.");
        }

        return IsFromAnotherSite(request) ? (StatusCodes.Status403Forbidden, "Another site may not use the local chat.") : null;
    }

    private static bool IsFromAnotherSite(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        if (origin.Count > 0 && !string.Equals(origin.ToString(), $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase)) return true;

        return request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none") && !IsFollowedLink(request);
    }

    /// <summary>A link to the chat in somebody's notes may be followed: it opens the page, which shows and does nothing to the site it came from.</summary>
    private static bool IsFollowedLink(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path == "/"
        && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";

    private static void AddHeaders(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' ws://" + context.Request.Host.Value
            + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
