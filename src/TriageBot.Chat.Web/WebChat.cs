using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TriageBot.Chat.Web.Http;

namespace TriageBot.Chat.Web;

/// <summary>Serves a <see cref="LocalChat"/> as a page, JSON addresses and a live connection.</summary>
public static class WebChat
{
    /// <summary>Lets in only requests of this machine's own page, and web sockets with them. Put it first.</summary>
    public static IApplicationBuilder UseLocalOnly(this IApplicationBuilder app) => app.UseMiddleware<LocalOnly>().UseWebSockets();

    /// <summary>Maps the page at <c>/</c>, its files under <c>/page/</c>, the acts under <c>/chat/</c> and the live connection at <c>/live</c>.</summary>
    public static IEndpointRouteBuilder MapLocalChat(this IEndpointRouteBuilder endpoints, LocalChat chat)
    {
        var stopping = endpoints.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var acts = new ChatEndpoints(chat);
        var json = ChatJson.Default;

        Get("/", PageFiles.ServeIndexAsync);
        Get("/page/{file}", PageFiles.ServeNamedAsync);
        Get("/chat/state", acts.StateAsync);
        Get("/chat/older", acts.OlderAsync);
        Get("/chat/file", acts.FileAsync);
        Post("/chat/say", JsonExchange.Taking(json.SayRequest, acts.SayAsync));
        Post("/chat/press", JsonExchange.Taking(json.PressRequest, acts.PressAsync));
        Post("/chat/fill", JsonExchange.Taking(json.FillRequest, acts.FillAsync));
        Post("/chat/menu", JsonExchange.Taking(json.MenuRequest, acts.MenuAsync));
        Post("/chat/person", JsonExchange.Taking(json.PersonRequest, acts.PersonAsync));
        Post("/chat/complete", JsonExchange.Taking(json.CompleteRequest, acts.CompleteAsync));
        Get("/live", new LiveSocket(chat, stopping).HandleAsync);
        return endpoints;

        void Get(string address, Func<HttpContext, Task> handle) => endpoints.MapGet(address, new RequestDelegate(handle));
        void Post(string address, Func<HttpContext, Task> handle) => endpoints.MapPost(address, new RequestDelegate(handle));
    }
}
