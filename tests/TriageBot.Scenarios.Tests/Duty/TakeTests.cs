using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Duty;

/// <summary>Rule W3, and the rotation, as owners meet them.</summary>
public sealed class TakeTests
{
    [Fact]
    public async Task Duty_is_taken_at_once_the_former_holder_is_told_and_it_can_be_undone()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("sam", "/urgent Where is the key?", "dm");
        team.Expect("sam", "Held for alex");

        await team.SaysAsync("lee", "/take", "dm");

        team.Expect("lee", "You are on duty. alex knows. Held for them and yours now: 1.");
        team.Expect("alex", "lee has taken duty from you, with 1 held");
        await team.SaysAsync("sam", "/urgent And the map?", "dm");
        team.Expect("sam", "Held for lee");
        await team.AdvanceToAsync("09:22");
        await team.PressesAsync("lee", "Undo");
        team.Expect("lee", "Undone: alex has duty again");
        team.Expect("alex", "lee has given duty back to you");
        await team.SaysAsync("alex", "/queue", "dm");
        team.Expect("alex", "Where is the key?");
        await team.SaysAsync("sam", "/who", "dm");
        team.Expect("sam", "On duty: alex");
    }

    [Fact]
    public async Task After_two_minutes_or_when_another_has_taken_it_there_is_no_undo()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("lee", "/take", "dm");
        team.Expect("lee", "You are on duty");
        team.Expect("alex", "lee has taken duty");

        // Two at once: the later one has it, and the earlier one knows.
        await team.SaysAsync("kim", "/take", "dm");

        team.Expect("kim", "You are on duty. lee knows");
        team.Expect("lee", "kim has taken duty from you");
        await team.PressesAsync("lee", "Undo");
        team.Expect("lee", "That can be undone for two minutes only");
        await team.AdvanceToAsync("09:23");
        await team.PressesAsync("kim", "Undo");
        team.Expect("kim", "That can be undone for two minutes only");
        await team.SaysAsync("kim", "/take", "dm");
        team.Expect("kim", "You are on duty already");
    }

    [Fact]
    public async Task Whoever_is_away_takes_nothing()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("lee", "/away mon", "dm");
        team.Expect("lee", "You are away until");

        await team.SaysAsync("lee", "/take", "dm");

        team.Expect("lee", "You are away until Mon 16 Mar 04:00, so nothing was taken");
        await team.SaysAsync("sam", "/who", "dm");
        team.Expect("sam", "On duty: alex");
    }

    [Fact]
    public async Task The_rotation_changes_duty_each_week_and_both_hear_of_it_when_they_come_to_work()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("alex", "/rotation @lee @kim", "dm");
        team.Expect("alex", "Week by week: lee, kim; it changes on Monday. On duty now: lee. The next change: Mon 16 Mar 04:00");
        await team.SaysAsync("sam", "/who", "dm");
        var who = team.Expect("sam", "On duty: lee").Text;
        Assert.Contains("Next: kim, from Mon 16 Mar 04:00", who);
        Assert.Contains("Covers: kim", who);
        var before = team.Shown.Count;

        await team.AdvanceToAsync("2026-03-16 08:59");

        Assert.DoesNotContain(team.Shown.Skip(before), shown => shown.Text.Contains("You are on duty", StringComparison.Ordinal));
        await team.AdvanceToAsync("2026-03-16 09:00");
        team.Expect("kim", "You are on duty until Mon 23 Mar 04:00");
        team.Expect("lee", "Your week is over: kim is on duty now");
        await team.SaysAsync("sam", "/urgent Where is the key?", "dm");
        team.Expect("sam", "Held for kim");
        team.IgnoreRest("agendas and reviews of the days");
    }

    [Fact]
    public async Task Whoever_is_away_in_their_week_is_passed_over_and_an_exception_counts()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("alex", "/rotation @lee @kim", "dm");
        await team.SaysAsync("lee", "/away mon", "dm");
        await team.SaysAsync("sam", "/who", "dm");
        Assert.Contains("In place of lee, who is away", team.Expect("sam", "On duty: kim").Text);

        await team.SaysAsync("alex", "/rotation on:@alex from:\"today 10:00\" until:\"today 12:00\"", "dm");
        team.Expect("alex", "alex is on duty from 10:00 until 12:00");
        await team.AdvanceToAsync("10:00");
        await team.SaysAsync("sam", "/who", "dm");
        team.Expect("sam", "On duty: alex");
        await team.AdvanceToAsync("12:00");
        await team.SaysAsync("sam", "/who", "dm");
        team.Expect("sam", "On duty: kim");
        team.IgnoreRest("what the set-up says");
    }

    [Fact]
    public async Task A_rotation_set_by_mistake_is_undone_with_the_cover_and_the_one_on_duty_before_it()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("alex", "/rotation @lee @kim cover:@alex", "dm");
        team.Expect("alex", "On duty now: lee");
        await team.SaysAsync("alex", "/rotation @kim @alex cover:@lee", "dm");
        team.Expect("alex", "On duty now: kim");

        await team.PressesAsync("alex", "Undo");

        Assert.Contains("Undone. Week by week: lee, kim", team.Shown[^1].Text);
        await team.SaysAsync("sam", "/who", "dm");
        var who = team.Expect("sam", "On duty: lee").Text;
        Assert.Contains("Next: kim, from Mon 16 Mar 04:00", who);
        Assert.Contains("Covers: alex", who);
        await team.AdvanceToAsync("2026-03-16 09:00");
        await team.SaysAsync("sam", "/who", "dm");
        team.Expect("sam", "On duty: kim");
        team.IgnoreRest("what the rotation says, agendas and reviews");
    }

    [Fact]
    public async Task The_first_rotation_undone_leaves_none_and_duty_where_it_was()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("alex", "/rotation @lee @kim", "dm");
        team.Expect("alex", "On duty now: lee");

        await team.PressesAsync("alex", "Undo");

        Assert.Contains("Undone. There is no rotation", team.Shown[^1].Text);
        await team.SaysAsync("sam", "/who", "dm");
        team.Expect("sam", "On duty: alex");
        await team.AdvanceToAsync("2026-03-16 09:00");
        await team.SaysAsync("sam", "/who", "dm");
        team.Expect("sam", "On duty: alex");
        team.IgnoreRest("agendas and reviews");
    }

    [Fact]
    public async Task An_undone_rotation_leaves_duty_with_whoever_took_it_since_and_is_late_after_ten_minutes()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("alex", "/rotation @lee @kim", "dm");
        team.Expect("alex", "On duty now: lee");
        await team.SaysAsync("kim", "/take", "dm");
        team.IgnoreRest("who took it");
        await team.PressesAsync("alex", "Undo");
        Assert.Contains("Undone. There is no rotation", team.Shown[^1].Text);
        await team.SaysAsync("sam", "/who", "dm");
        team.Expect("sam", "On duty: kim");

        await team.SaysAsync("alex", "/rotation @lee @alex", "dm");
        team.Expect("alex", "On duty now: lee");
        await team.AdvanceToAsync("+11m");
        await team.PressesAsync("alex", "Undo");

        Assert.Contains("Nothing was changed: Undo works for ten minutes", team.Shown[^1].Text);
        await team.SaysAsync("sam", "/who", "dm");
        team.Expect("sam", "On duty: lee");
        team.IgnoreRest("what the set-up says");
    }

    [Fact]
    public async Task A_new_cover_takes_duty_from_nobody()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("alex", "/rotation @lee @kim", "dm");
        team.Expect("alex", "On duty now: lee");
        await team.SaysAsync("kim", "/take", "dm");
        team.IgnoreRest("who took it");

        await team.SaysAsync("alex", "/rotation cover:@alex", "dm");

        team.Expect("alex", "alex covers from now on");
        await team.SaysAsync("sam", "/who", "dm");
        Assert.Contains("Covers: alex", team.Expect("sam", "On duty: kim").Text);
    }

    [Fact]
    public async Task An_exception_can_be_taken_back_and_whom_it_named_is_told()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("alex", "/rotation on:@lee from:\"today 10:00\" until:\"today 12:00\"", "dm");
        team.Expect("alex", "lee is on duty from 10:00 until 12:00");
        team.Expect("lee", "lee is on duty from 10:00 until 12:00");

        await team.PressesAsync("alex", "Take back");

        Assert.Contains("Taken back: lee is not on duty from 10:00 until 12:00", team.Shown[^1].Text);
        team.Expect("lee", "Taken back: lee is not on duty from 10:00 until 12:00");
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("sam", "/who", "dm");
        team.Expect("sam", "On duty: alex");
        team.IgnoreRest("what the set-up says");
    }

    private static Task<Team> StartAsync() => Team.StartAsync(people: "alex:owner:admin lee:owner kim:owner sam", at: "2026-03-13 09:20");
}
