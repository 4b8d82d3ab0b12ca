namespace TriageBot.Discord.Tests.Scenarios;

/// <summary>The morning agenda where Discord's limits hold (rules A1, A11).</summary>
public sealed class AgendaTests
{
    private const int Tasks = 50;

    [Fact]
    public async Task A11_a_day_longer_than_a_message_is_posted_and_neither_its_headline_nor_what_is_to_be_done_first_is_dropped()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        var setUp = await team.SlashAsync(DiscordTeam.Boss, "setup", new { channel = "team" });
        Assert.Contains("#team", setUp.Message!.Text, StringComparison.Ordinal);
        for (var number = 1; number <= Tasks; number++)
        {
            var title = $"{number} @everyone <@&1> **bold** [link](https://example.com) 👨‍👩‍👧‍👦 \u202Eright to left " + string.Concat(Enumerable.Repeat("a long title ", 9));
            var added = await team.SlashAsync(DiscordTeam.Boss, "task", new { what = title, due = "today" });
            Assert.StartsWith("Added", added.Message!.Text, StringComparison.Ordinal);
        }

        await team.MoveToAsync("08:30");

        var agenda = await team.Emulator.WaitMessageAsync(DiscordTeam.Sam, "team", "DO FIRST", wait: 30_000);
        Assert.Equal(0, agenda.Pings);
        Assert.Contains("Planned", agenda.Text, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, Tasks), number => Assert.Matches($@"(?m)^\W*{number} \\#{number} ", agenda.Text));
    }

    [Fact]
    public async Task Where_threads_are_turned_on_an_escalation_gets_one_of_its_own()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync(options => options with { Threads = true });

        await team.SlashAsync(DiscordTeam.Sam, "escalate", new { customer = "Northside", what = "no heating" });

        var card = await team.Emulator.WaitMessageAsync(DiscordTeam.Kim, "team", "no heating", wait: 30_000);
        await team.Emulator.WaitRequestAsync("/threads", status: 201, wait: 30_000);
        var seen = (await team.Emulator.MessagesAsync("team")).Single(message => message.Id == card.Id);
        Assert.NotNull(seen.Thread);
    }
}
