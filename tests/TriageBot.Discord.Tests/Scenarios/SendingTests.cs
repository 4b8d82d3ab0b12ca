using NodaTime;

namespace TriageBot.Discord.Tests.Scenarios;

public sealed class SendingTests
{
    [Fact]
    public async Task A_slow_conversation_holds_up_no_other()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.SlashAsync(DiscordTeam.Sam, "urgent", new { what = "asked by sam" });
        await team.SlashAsync(DiscordTeam.Kim, "urgent", new { what = "asked by kim" });
        var place = (await team.Emulator.WriteAsync(DiscordTeam.Sam, "@bot", "hello")).Channel;
        await team.Emulator.WaitMessageAsync(DiscordTeam.Sam, "@bot", "hello", wait: 30_000);

        await team.SlashAsync(DiscordTeam.Boss, "break", new { action = "skip" });
        await team.Emulator.FailAsync(new { method = "POST", path = $"/channels/{place}/messages", delay = 4000 });
        await team.MoveByAsync(Duration.FromMinutes(11));
        var sams = await team.Emulator.WaitMessageAsync(DiscordTeam.Sam, "@bot", "asked by sam", wait: 60_000);
        var kims = await team.Emulator.WaitMessageAsync(DiscordTeam.Kim, "@bot", "asked by kim", wait: 60_000);

        // Sam asked first, so Kim's news could only overtake Sam's because they do not wait for each other.
        Assert.True(ulong.Parse(kims.Id, null) < ulong.Parse(sams.Id, null));
    }
}
