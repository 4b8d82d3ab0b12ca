using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TriageBot.Simulate;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Program;

/// <summary><c>triagebot --demo</c> as a process, with a temporary folder of the test's own.</summary>
public sealed class DemoTests : IDisposable
{
    private readonly TemporaryFolder folder = TemporaryFolder.Make("triagebot-test");
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
    private readonly HttpClient client = new();

    public void Dispose()
    {
        client.Dispose();
        patience.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_clock_jumps_to_the_next_break_and_what_was_due_on_the_way_has_happened()
    {
        using var demo = Start();
        var address = await demo.ServingAsync(patience.Token);
        Assert.StartsWith("Fri 13 Mar 08:2", await NowAsync(address));
        Assert.DoesNotContain("Fri 13 Mar · ", await TeamChannelAsync(address));

        Assert.Equal("Fri 13 Mar 10:30", await MoveAsync(address, "next-break"));
        Assert.Contains("Fri 13 Mar · ", await TeamChannelAsync(address));
        Assert.Equal("Fri 13 Mar 10:45", await MoveAsync(address, "+15"));
        Assert.Equal("Sat 14 Mar 08:30", await MoveAsync(address, "tomorrow"));
    }

    [Theory]
    [InlineData("""{"to":"yesterday"}""")]
    [InlineData("""{"to":"-15"}""")]
    [InlineData("{}")]
    [InlineData("no JSON")]
    public async Task A_move_that_makes_no_sense_is_refused_and_the_clock_stays(string body)
    {
        using var demo = Start();
        var address = await demo.ServingAsync(patience.Token);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(new Uri(address, "/demo"), content, patience.Token)).StatusCode);
        Assert.StartsWith("Fri 13 Mar 08:2", await NowAsync(address));
    }

    [Fact]
    public async Task What_a_killed_demo_left_behind_is_gone_at_the_next_start_and_a_stopped_one_leaves_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        using (var killed = Start())
        {
            await killed.ServingAsync(patience.Token);
            killed.Kill();
            await killed.ExitAsync(patience.Token);
        }

        var leftover = Assert.Single(Leftovers());
        using var next = Start();
        await next.ServingAsync(patience.Token);
        Assert.DoesNotContain(leftover, Leftovers());

        next.Terminate();
        Assert.Equal(0, await next.ExitAsync(patience.Token));
        Assert.Empty(Leftovers());
    }

    private RunningProgram Start() => RunningProgram.Start(folder.Path, new Dictionary<string, string> { ["TMPDIR"] = folder.Path, ["TMP"] = folder.Path }, "--demo", "--port", "0");

    private string[] Leftovers() => Directory.GetDirectories(folder.Path, "triagebot-demo-*");

    private async Task<string?> NowAsync(Uri address) => Now(await client.GetFromJsonAsync<JsonElement>(new Uri(address, "/demo"), patience.Token));

    private async Task<string?> MoveAsync(Uri address, string to)
    {
        var answer = await client.PostAsJsonAsync(new Uri(address, "/demo"), new { to }, patience.Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Now(await answer.Content.ReadFromJsonAsync<JsonElement>(patience.Token));
    }

    private static string? Now(JsonElement time) => time.GetProperty("now").GetString();

    /// <summary>What Sam can read in #team.</summary>
    private async Task<string> TeamChannelAsync(Uri address)
    {
        var state = await client.GetFromJsonAsync<JsonElement>(new Uri(address, "/chat/state?as=sam"), patience.Token);
        var team = state.GetProperty("places").EnumerateArray().Single(place => place.GetProperty("where").GetString() == "channel:team");
        var messages = team.GetProperty("page").GetProperty("messages").EnumerateArray();
        return string.Join('\n', messages.Select(message => string.Concat(message.GetProperty("text").GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("text").GetString()))));
    }
}
