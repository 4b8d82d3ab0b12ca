using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Urgent;

/// <summary>Rules H1, H3 and H9: the honest time, told at once and in private.</summary>
public sealed class ReceiptTests
{
    [Fact]
    public async Task The_promise_is_the_end_of_the_next_break_and_fifteen_minutes()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("sam", "/urgent Server down at Acme customer:Acme");

        var receipt = team.Expect("sam", "#1");
        Assert.Contains("10:30", receipt.Text);
        Assert.Contains("11:00", receipt.Text);
    }

    [Theory]
    [InlineData("10:30 16m", "11:05")]
    [InlineData("10:30 20m", "11:05")]
    [InlineData("10:31 29m", "11:15")]
    public async Task A_promise_is_rounded_up_to_five_minutes_never_down(string breaks, string promise)
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20", change: Plans.WithBreaks(breaks));

        await team.SaysAsync("sam", "/urgent Server down");

        Assert.Contains(promise, team.Expect("sam", "#1").Text);
    }

    [Fact]
    public async Task Only_the_requester_sees_the_receipt_and_the_owner_is_not_disturbed()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("sam", "/urgent Server down", "#support");

        team.ExpectNothing("#support");
        team.ExpectNothing("#team");
        team.ExpectNothing("alex");
        team.ExpectNothing("kim");
        team.Expect("sam", "#1");
    }

    [Fact]
    public async Task The_receipt_says_how_to_take_it_back_and_what_to_do_if_it_cannot_wait_but_never_as_soon_as_possible()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("sam", "/urgent Server down");

        var receipt = team.Expect("sam", "#1");
        Assert.Contains("Withdraw", receipt.Buttons);
        Assert.Contains("cannot wait", receipt.Text);
        Assert.DoesNotContain("soon", receipt.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_teams_own_emergency_text_stands_in_the_receipt()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20", change: options => options with { Hold = options.Hold with { EmergencyText = "ring 5555" } });

        await team.SaysAsync("sam", "/urgent Server down");

        Assert.Contains("ring 5555", team.Expect("sam", "#1").Text);
    }

    [Fact]
    public async Task A_place_is_named_up_to_the_fifth_and_not_beyond()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        for (var number = 1; number <= 6; number++) await team.SaysAsync("sam", $"/urgent Question {number}");

        Assert.Contains("1st", team.Expect("sam", "#1").Text);
        for (var number = 2; number <= 4; number++) team.Expect("sam", $"#{number}");
        Assert.Contains("5th", team.Expect("sam", "#5").Text);
        Assert.DoesNotContain("6th", team.Expect("sam", "#6").Text);
    }

    [Fact]
    public async Task When_a_break_is_full_the_next_message_is_promised_the_break_after()
    {
        // 15 minutes have room for 7 messages of 2 minutes.
        await using var team = await Team.StartAsync(at: "2026-03-13 09:40");
        for (var number = 1; number <= 8; number++) await team.SaysAsync("sam", $"/urgent Question {number}");

        for (var number = 1; number <= 7; number++) Assert.Contains("11:00", team.Expect("sam", $"#{number}").Text);
        var eighth = team.Expect("sam", "#8").Text;
        Assert.Contains("13:15", eighth);
        Assert.DoesNotContain("11:00", eighth);
    }

    [Fact]
    public async Task A_message_withdrawn_makes_room_again()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:40");
        for (var number = 1; number <= 7; number++) await team.SaysAsync("sam", $"/urgent Question {number}");
        await team.PressesAsync("sam", "Withdraw", 3);

        await team.SaysAsync("kim", "/urgent Is there room?");

        Assert.Contains("11:00", team.Expect("kim", "#8").Text);
        team.IgnoreRest("the seven others are only there to fill the break");
    }

    [Fact]
    public async Task Friday_half_past_five_before_a_closed_weekend_is_promised_for_Monday_and_says_who_reads_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 17:30");

        await team.SaysAsync("sam", "/urgent Server down");

        var receipt = team.Expect("sam", "#1").Text;
        Assert.Contains("alex", receipt);
        Assert.Contains("Mon 16 Mar 09:00", receipt);
        Assert.Contains("Mon 16 Mar 10:30", receipt);
        Assert.Contains("Mon 16 Mar 11:00", receipt);
    }

    [Fact]
    public async Task After_the_last_break_of_the_day_the_first_of_the_next_working_day_reads_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 16:10");

        await team.SaysAsync("sam", "/urgent Server down");

        var receipt = team.Expect("sam", "#1").Text;
        Assert.Contains("Fri 13 Mar 10:30", receipt);
        Assert.Contains("Fri 13 Mar 11:00", receipt);
        Assert.DoesNotContain("outside working hours", receipt);
    }

    [Fact]
    public async Task Before_opening_the_receipt_names_the_opening_time()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 07:00");

        await team.SaysAsync("sam", "/urgent Server down");

        var receipt = team.Expect("sam", "#1").Text;
        Assert.Contains("09:00", receipt);
        Assert.Contains("11:00", receipt);
    }

    [Fact]
    public async Task During_a_closed_lunch_the_receipt_names_the_end_of_lunch()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 12:10", change: Plans.With("13:00 15m, 16:00 15m", "mon-fri 09:00-12:00 13:00-17:00"));

        await team.SaysAsync("sam", "/urgent Server down");

        var receipt = team.Expect("sam", "#1").Text;
        Assert.Contains("13:00", receipt);
        Assert.Contains("13:30", receipt);
    }

    [Fact]
    public async Task In_a_lunch_break_of_the_owner_the_messages_are_read_there_like_in_any_other()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 11:50");

        await team.SaysAsync("sam", "/urgent Server down");

        Assert.Contains("13:15", team.Expect("sam", "#1").Text);
    }

    [Theory]
    [InlineData("2026-03-21 16:10", "Sun 22 Mar 10:30", "Sun 22 Mar 11:00")]
    [InlineData("2026-03-28 16:10", "Sun 29 Mar 10:30", "Sun 29 Mar 11:00")]
    [InlineData("2026-10-24 16:10", "Sun 25 Oct 10:30", "Sun 25 Oct 11:00")]
    public async Task Over_a_clock_change_breaks_and_promises_keep_their_time_on_the_wall(string asked, string read, string promise)
    {
        await using var team = await Team.StartAsync(at: asked, change: Plans.With("10:30 15m, 12:30 30m, 15:30 15m", "mon-sun 09:00-17:00"));

        await team.SaysAsync("sam", "/urgent Server down");

        var receipt = team.Expect("sam", "#1").Text;
        Assert.Contains(read, receipt);
        Assert.Contains(promise, receipt);
    }

    /// <summary>Between 01:20 and 04:30 on the wall lie 3 h 10 min, on the night the clock goes forward 2 h 10 min, on the night it goes back 4 h 10 min.</summary>
    [Theory]
    [InlineData("2026-03-22 01:20", "04:00", "2h 40m of 3h")]
    [InlineData("2026-03-29 01:20", "04:30", "2h 10m of 3h")]
    [InlineData("2026-10-25 01:20", "03:00", "2h 40m of 3h")]
    public async Task A_night_shift_over_a_clock_change_waits_at_most_three_real_hours(string asked, string read, string waited)
    {
        await using var team = await Team.StartAsync(at: asked, change: Plans.With("22:30 15m, 01:00 15m, 04:30 15m", "mon-sun 22:00-06:00"));
        await team.SaysAsync("sam", "/urgent Server down");
        Assert.Contains(read, team.Expect("sam", "#1").Text);

        await team.AdvanceToAsync(read);
        await team.SaysAsync("alex", "/break", "dm");

        team.Expect("alex", waited);
        team.IgnoreRest("a forced break asks by itself as well");
    }
}
