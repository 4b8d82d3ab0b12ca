using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Setup;

/// <summary>Blocks and the buffer: set, shown, taken away, taken back, and seen in the agenda.</summary>
public sealed class BlocksTests
{
    [Fact]
    public async Task A3_a_block_is_among_the_fixed_times_and_takes_its_minutes_from_the_day()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/blocks customers mon-fri 09:00-10:00");
        team.Expect("alex", "Your block for customers: Mon–Fri 09:00–10:00.");
        await team.SaysAsync("alex", "/task Payroll due:today estimate:45m");
        team.Expect("alex", "Added #1");

        await team.AdvanceToAsync("08:30");

        var agenda = team.Expect("#team", "FIXED   09:00–10:00 Customers (block)").Text;
        Assert.Contains("Planned 45m ×1.0 = 45m | fixed 1h 00m | buffer 1h 00m | free 6h 00m → fits, 5h 15m spare", agenda);
    }

    [Fact]
    public async Task A_block_is_taken_away_by_none_and_comes_back_by_undo()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/blocks billing thu 10:00-12:00");
        team.Expect("alex", "Your block for billing");
        await team.SaysAsync("alex", "/blocks billing none");
        team.Expect("alex", "Your week has no blocks.");

        await team.PressesAsync("alex", "Undo");
        team.Expect("alex", "Your block for billing: Thu 10:00–12:00.");
        await team.SaysAsync("alex", "/blocks");
        Assert.Contains("To change it: /blocks", team.Expect("alex", "Your block for billing: Thu 10:00–12:00.").Text);
    }

    [Fact]
    public async Task What_is_no_block_is_repeated_with_one_that_works()
    {
        await using var team = await Team.StartAsync();

        await team.SaysAsync("alex", "/blocks customers");
        Assert.Contains("/blocks customers mon-fri 09:00-10:00", team.Expect("alex", "You typed: customers").Text);
        await team.SaysAsync("alex", "/blocks customers mon-fri 09:00");
        team.Expect("alex", "/blocks customers");
        await team.SaysAsync("alex", "/blocks a/b mon 09:00-10:00");
        team.Expect("alex", "You typed: a/b mon 09:00-10:00");
    }

    [Fact]
    public async Task A_teammate_sees_the_owners_blocks_and_cannot_change_them()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/blocks customers mon-fri 09:00-10:00");
        team.Expect("alex", "Your block");

        await team.SaysAsync("sam", "/blocks customers none for:@alex");

        team.Expect("sam", "alex");
        await team.SaysAsync("alex", "/blocks");
        team.Expect("alex", "Your block for customers");
    }

    [Fact]
    public async Task The_buffer_is_an_hour_until_somebody_says_otherwise()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/setup");
        team.Expect("alex", "Your buffer: 1h 00m kept free each day for emergencies.");
        await team.SaysAsync("alex", "/setup buffer:90m");
        team.Expect("alex", "Your buffer: 1h 30m");
        await team.SaysAsync("alex", "/setup buffer:soon");
        team.Expect("alex", "You typed: soon");
        await team.PressesAsync("alex", "Undo");
        team.Expect("alex", "Your buffer: 1h 00m");
    }

    [Fact]
    public async Task A2_a_day_with_nothing_to_do_is_one_friendly_line_or_silence()
    {
        await using var team = await Team.StartAsync();
        await team.AdvanceToAsync("08:30");
        team.Expect("#team", "Nothing is waiting to be done");
        await team.SaysAsync("alex", "/setup quiet:yes");
        team.Expect("alex", "Your agenda is not posted on a day with nothing to do.");

        await team.AdvanceToAsync("2026-03-17 12:00");

        team.ExpectNothing("#team");
    }
}
