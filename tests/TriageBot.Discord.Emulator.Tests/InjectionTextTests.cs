using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Emulator.Tests;

public sealed class InjectionTextTests : EmulatorTest
{
    [Fact]
    public async Task There_are_enough_of_them_and_they_would_ring_if_nobody_minded()
    {
        await Emulator.SayAsync("limits", new { isOn = false });
        await Emulator.SayAsync("role", new { name = "On-call", isMentionable = true });
        var role = ((await Rest.SendAsync("GET", $"guilds/{Guild.Id}/roles")).Body!.AsArray()).First(one => (string?)one?["name"] == "On-call")?["id"]?.ToString() ?? "";
        var texts = InjectionTexts.All(Guild.Members["sam"], role);

        foreach (var text in texts.Where(text => text.Contains(role, StringComparison.Ordinal)).Take(5)) await PostAsync(new { content = text });

        Assert.True(texts.Count >= 200, $"{texts.Count} texts");
        Assert.Equal(5, await Emulator.PingsAsync());
    }
}
