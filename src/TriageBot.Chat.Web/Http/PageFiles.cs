using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace TriageBot.Chat.Web.Http;

/// <summary>The page's plain files, which are part of the program.</summary>
internal static class PageFiles
{
    private const string Prefix = "page/";

    private static readonly Assembly Home = typeof(PageFiles).Assembly;

    private static readonly FrozenSet<string> Names =
        Home.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);

    // A build of the program is a version of the page.
    private static readonly string Version = $"\"{Home.ManifestModule.ModuleVersionId:n}\"";

    public static Task ServeIndexAsync(HttpContext context) => ServeAsync(context, "index.html");

    public static Task ServeNamedAsync(HttpContext context) => ServeAsync(context, context.Request.RouteValues["file"] as string ?? "");

    private static async Task ServeAsync(HttpContext context, string name)
    {
        var response = context.Response;
        if (!Names.Contains(Prefix + name) || Home.GetManifestResourceStream(Prefix + name) is not { } content)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await using (content)
        {
            response.Headers.CacheControl = "no-cache";
            response.Headers.ETag = Version;
            response.ContentType = ContentType(name);
            if (context.Request.Headers.IfNoneMatch == Version) response.StatusCode = StatusCodes.Status304NotModified;
            else await content.CopyToAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
