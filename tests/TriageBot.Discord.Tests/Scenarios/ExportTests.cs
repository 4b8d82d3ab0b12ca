namespace TriageBot.Discord.Tests.Scenarios;

public sealed class ExportTests
{
    [Fact]
    public async Task Everything_comes_as_a_file_that_only_the_admin_sees_in_the_server_and_in_private()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.SlashAsync(DiscordTeam.Sam, "urgent", new { what = "The invoice is wrong" });

        var export = (await team.SlashAsync(DiscordTeam.Boss, "export")).Message!;

        Assert.Equal(DiscordTeam.Boss, export.OnlyFor);
        var file = Assert.Single(export.Files);
        Assert.Equal("triagebot-2026-03-13.zip", file.Filename);
        Assert.True(file.Size > 1000, $"{file.Size} bytes");
        var direct = await team.Emulator.SlashAsync(DiscordTeam.Boss, "@bot", "export", wait: 30_000);
        Assert.Single(direct.Message!.Files);
        var refused = (await team.SlashAsync(DiscordTeam.Sam, "export")).Message!;
        Assert.Empty(refused.Files);
        Assert.Contains("not yours to use", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_that_takes_long_replaces_the_sign_that_it_is_on_its_way()
    {
        await using var team = await DiscordTeam.StartAsync(change: usual => usual with { Patience = TimeSpan.Zero });
        var asked = await team.SlashAsync(DiscordTeam.Boss, "export");
        var done = asked.Answer == 5 ? await team.Emulator.CompleteAsync(asked, 30_000) : asked;
        Assert.Single(done.Message!.Files);
        Assert.Equal(DiscordTeam.Boss, done.Message.OnlyFor);
    }
}
