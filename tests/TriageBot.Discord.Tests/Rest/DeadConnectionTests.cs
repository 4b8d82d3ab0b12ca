using System.Net;
using System.Net.Sockets;
using TriageBot.Chat.Discord.Rest;

namespace TriageBot.Discord.Tests.Rest;

public sealed class DeadConnectionTests
{
    /// <summary>Of HTTP/2: a frame of settings that holds none, with which a server greets.</summary>
    private static readonly byte[] Greeting = [0, 0, 0, 4, 0, 0, 0, 0, 0];

    [Fact]
    public async Task A_connection_on_which_nobody_answers_any_more_is_given_up_for_another()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var http = new HttpClient(DiscordRest.Handler()) { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        var address = new Uri($"http://{listener.LocalEndpoint}/");

        var first = http.GetAsync(address, patience.Token);
        using var dead = await listener.AcceptTcpClientAsync(patience.Token);
        await dead.GetStream().WriteAsync(Greeting, patience.Token);
        await Assert.ThrowsAsync<HttpRequestException>(() => first);

        var second = http.GetAsync(address, patience.Token);
        using var other = await listener.AcceptTcpClientAsync(patience.Token);
        Assert.False(second.IsCompleted);
    }
}
