using System.Net;
using System.Net.WebSockets;

namespace TriageBot.Chat.Tests.Http;

public sealed class LocalOnlyTests : IAsyncLifetime
{
    private ChatHost host = null!;

    public async ValueTask InitializeAsync() => host = await ChatHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task The_machines_own_names_are_served(string name)
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/", ("Host", $"{name}:{host.Address.Port}")));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("192.168.1.5")]
    public async Task Another_host_name_is_misdirected(string name)
    {
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await StatusAsync("/chat/state?as=sam", ("Host", $"{name}:{host.Address.Port}")));
    }

    [Fact]
    public async Task Another_port_is_misdirected()
    {
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await StatusAsync("/chat/state?as=sam", ("Host", "localhost:1")));
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:3000")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_site_is_forbidden(string header, string value)
    {
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/chat/state?as=sam", (header, value)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/page/main.js", (header, value)));
    }

    [Fact]
    public async Task The_page_itself_is_not_another_site()
    {
        var own = host.Address.GetLeftPart(UriPartial.Authority);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/chat/state?as=sam", ("Origin", own), ("Sec-Fetch-Site", "same-origin")));
    }

    [Fact]
    public async Task A_link_from_another_site_opens_the_page_and_nothing_else()
    {
        (string, string)[] followed = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")];

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/", followed));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/chat/state?as=sam", followed));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "iframe")));
    }

    [Fact]
    public async Task A_web_socket_of_another_site_is_forbidden()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "http://evil.example");
        socket.Options.CollectHttpResponseDetails = true;

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri($"ws://{host.Address.Authority}/live?as=sam&after=0"), CancellationToken.None));

        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task The_page_may_run_its_own_scripts_only_and_stand_in_no_frame()
    {
        using var response = await host.Client.GetAsync("/");

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    private async Task<HttpStatusCode> StatusAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await host.Client.SendAsync(request);
        return response.StatusCode;
    }
}
