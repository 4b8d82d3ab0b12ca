using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Duty;

/// <summary>Rules W3, H9, H16, R5, A1 and A7 as a team meets them. Friday 13 March 2026; breaks at 10:30, 12:30 and 15:30.</summary>
public sealed class AwayTests
{
    [Fact]
    public async Task Nobody_is_away_for_longer_by_several_absences_than_by_one()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 08:25");
        await team.SaysAsync("alex", "/away \"in 170 days\"", "dm");
        team.Expect("alex", "away");

        await team.SaysAsync("alex", "/away \"in 340 days\" from:\"in 172 days\"", "dm");

        var refused = team.Expect("alex", "Nobody can be away for more than 180 days").Text;
        Assert.Contains("/away \"in 340 days\" from:\"in 172 days\"", refused, StringComparison.Ordinal);
        await team.SaysAsync("alex", "/away \"in 340 days\" from:\"in 200 days\"", "dm");
        team.Expect("alex", "from");
        await team.SaysAsync("sam", "/urgent Server down for:@alex");
        team.Expect("sam", "#1");
    }

    [Fact]
    public async Task Whoever_covers_gets_what_is_held_and_what_comes_in()
    {
        await using var team = await Team.StartAsync(people: "alex:owner:admin lee:owner sam", at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent The printer is on fire again", "dm");
        team.Expect("sam", "Held for alex");

        await team.SaysAsync("alex", "/away mon cover:@lee", "dm");

        var said = team.Expect("alex", "You are away until Mon 16 Mar").Text;
        Assert.Contains("lee covers", said);
        Assert.Contains("What was held for you (1) is with lee now", said);
        team.Expect("lee", "alex is away until Mon 16 Mar 04:00, and you cover. Held for them and yours now: 1.");
        await team.SaysAsync("sam", "/urgent Where is the key?", "dm");
        team.Expect("sam", "Held for lee");
        await team.SaysAsync("sam", "/who", "dm");
        var who = team.Expect("sam", "On duty: lee.").Text;
        Assert.Contains("In place of alex, who is away", who);
        Assert.Contains("Away: alex until Mon 16 Mar 04:00; lee covers", who);
        Assert.Contains("Next: alex, from Mon 16 Mar 04:00", who);
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("lee", "/break", "dm");
        team.Expect("lee", "1 of 2 · #1");
        team.ExpectNothing("alex");
        team.IgnoreRest("agendas and the rest of the break");
    }

    [Fact]
    public async Task Away_with_nobody_covering_nothing_is_lost_and_the_receipt_names_when_they_are_back()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent The printer is on fire again", "dm");
        team.Expect("sam", "10:30");

        await team.SaysAsync("alex", "/away mon", "dm");

        team.Expect("alex", "Nobody covers: 1 held for you wait until you are back, Mon 16 Mar 09:00");
        team.Expect("sam", "comes later: not by 11:00 but by Mon 16 Mar 10:40, because the owner is away, and nobody covers");
        await team.SaysAsync("sam", "/urgent Where is the key?", "dm");
        var receipt = team.Expect("sam", "#2").Text;
        Assert.Contains("Mon 16 Mar 10:10", receipt);
        Assert.Contains("alex is away until Mon 16 Mar 04:00; nobody covers", receipt);
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"", "dm");
        Assert.Contains("Nobody reads it before that: it is read by alex Mon 16 Mar", team.Expect("sam", "Northside must hear from a person by 13:20").Text);
        team.Expect("#team", "no heating");
        await team.SaysAsync("sam", "/who", "dm");
        team.Expect("sam", "Nobody is on duty: every owner is away");
        await team.AdvanceToAsync("12:33");
        // The ladder has nobody to tell, and says so to whoever asked.
        team.Expect("sam", "NOBODY ANSWERED #3");
        team.IgnoreRest("the breach of it");
    }

    [Fact]
    public async Task Coming_back_earlier_gives_everything_its_break_of_today_again()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/away", "dm");
        team.Expect("alex", "You are not away");
        await team.SaysAsync("alex", "/away until:\"2026-03-18\" from:2026-03-17", "dm");
        team.Expect("alex", "You will be away from Tue 17 Mar 04:00 until Wed 18 Mar 04:00");
        await team.SaysAsync("alex", "/away mon", "dm");
        team.Expect("alex", "You are away until Mon 16 Mar");
        await team.SaysAsync("sam", "/urgent Where is the key?", "dm");
        team.Expect("sam", "Mon 16 Mar 10:10");

        await team.PressesAsync("alex", "I am back");

        team.Expect("alex", "Welcome back. Held for you: 1.");
        await team.SaysAsync("sam", "/requests", "dm");
        team.Expect("sam", "answer by 11:00");
    }

    [Fact]
    public async Task A_week_is_the_whole_week_and_until_its_beginning_stands_on_a_button()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:20");

        await team.SaysAsync("alex", "/away next week", "dm");

        Assert.Equal("You will be away from Mon 16 Mar 04:00 until Mon 23 Mar 04:00; nobody covers.", team.Expect("alex", "You will be away").Text);
        await team.PressesAsync("alex", "Until Mon 16 Mar 2026 instead");
        Assert.StartsWith("You are away until Mon 16 Mar 04:00; nobody covers.", team.Shown[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("23 Mar", team.Shown[^1].Text, StringComparison.Ordinal);
        await team.SaysAsync("alex", "/away back", "dm");
        team.Expect("alex", "Welcome back");
        await team.SaysAsync("alex", "/away this week", "dm");
        team.Expect("alex", "You are away until Mon 16 Mar 04:00");
        team.IgnoreRest("the review of a day on which alex is not there");
    }

    [Fact]
    public async Task The_other_day_on_which_it_perhaps_begins_or_ends_takes_the_place_of_the_first()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:20");
        await team.SaysAsync("alex", "/away from:thursday until:2026-03-21", "dm");
        team.Expect("alex", "You will be away from Thu 19 Mar 04:00 until Sat 21 Mar 04:00");
        await team.PressesAsync("alex", "From Thu 12 Mar 2026 instead");
        Assert.StartsWith("You are away until Sat 21 Mar 04:00", team.Shown[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("19 Mar", team.Shown[^1].Text, StringComparison.Ordinal);

        await team.SaysAsync("alex", "/away next friday", "dm");
        team.Expect("alex", "You are away until Fri 20 Mar 04:00");
        await team.PressesAsync("alex", "Until Fri 13 Mar 2026 instead");

        Assert.StartsWith("You are away until Fri 13 Mar 04:00", team.Shown[^1].Text, StringComparison.Ordinal);
        // Today begins before now: nobody is back then, so it is not offered.
        await team.SaysAsync("alex", "/away thursday", "dm");
        Assert.DoesNotContain(team.Expect("alex", "You are away until Thu 19 Mar").Buttons, button => button.Contains("instead", StringComparison.Ordinal));
        team.IgnoreRest("the review of a day on which alex is not there");
    }

    [Fact]
    public async Task No_agenda_comes_on_a_day_away_and_a_daily_task_misses_nothing_over_the_weekend()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");
        await team.SaysAsync("alex", "/task Water the plants due:\"every day\"", "dm");
        team.Expect("alex", "Water the plants");
        await team.SaysAsync("alex", "/done 1", "dm");
        team.Expect("alex", "Done");
        await team.SaysAsync("alex", "/task Call the bank do:today", "dm");
        team.Expect("alex", "Call the bank");

        await team.SaysAsync("alex", "/away tue", "dm");
        team.Expect("alex", "You are away until Tue 17 Mar");
        var before = team.Shown.Count;
        await team.AdvanceToAsync("2026-03-17 08:29");
        Assert.DoesNotContain(team.Shown.Skip(before), shown => shown.Text.Contains("day Planned", StringComparison.Ordinal) || shown.IsAddressedTo("#team"));
        await team.AdvanceToAsync("2026-03-17 08:31");
        team.Expect("#team", "Tue 17 Mar");
        await team.SaysAsync("alex", "/tasks", "dm");
        var tasks = team.Expect("alex", "Water the plants").Text;
        Assert.DoesNotContain("missed", tasks);
        team.IgnoreRest("reviews of the day that was worked");
    }

    [Theory]
    [InlineData("/away yesterday", "")]
    [InlineData("/away 2028-03-13", "not be")]
    [InlineData("/away cover:@lee", "I need a day or a time")]
    [InlineData("/away mon cover:@alex", "alex cannot cover for you then")]
    [InlineData("/away mon cover:@sam", "sam has no breaks and no queue here")]
    [InlineData("/away back", "You are not away")]
    public async Task What_cannot_be_is_said_and_changes_nothing(string typed, string said)
    {
        await using var team = await Team.StartAsync(people: "alex:owner:admin lee:owner sam", at: "2026-03-13 09:20");

        await team.SaysAsync("alex", typed, "dm");

        if (said is not ("" or "not be")) team.Expect("alex", said);
        await team.SaysAsync("alex", "/away", "dm");
        team.Expect("alex", "You are not away");
        team.IgnoreRest("how the date is refused is tested elsewhere");
    }

    [Fact]
    public async Task A_break_that_is_not_opened_gives_what_cannot_wait_to_whoever_covers()
    {
        await using var team = await Team.StartAsync(people: "alex:owner:admin lee:owner sam", at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/rotation cover:@lee", "dm");
        team.Expect("alex", "lee covers from now on");
        await team.SaysAsync("alex", "/levels set level:gold hours:\"mon-fri 09:00-17:00\" first:2h next:2h resolution:16h", "dm");
        team.Expect("alex", "Saved");
        await team.SaysAsync("alex", "/customer add Northside level:gold", "dm");
        team.Expect("alex", "Added");
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"", "dm");
        team.Expect("sam", "It is read by alex in the 10:30 break");
        await team.SaysAsync("sam", "/urgent Where is the key?", "dm");
        team.Expect("sam", "10:30");

        await team.AdvanceToAsync("10:45");

        team.Expect("lee", "alex has not opened the break. What must be read before the next one is yours now: 1");
        team.Expect("alex", "1 of it went to lee, who covers");
        await team.SaysAsync("lee", "/queue", "dm");
        team.Expect("lee", "Northside: no heating");
        await team.SaysAsync("alex", "/queue", "dm");
        Assert.DoesNotContain("no heating", team.Expect("alex", "Where is the key?").Text);
        Assert.Contains("because the break was not opened", team.Expect("sam", "Your #2 (Where is the key?) comes later").Text);
        // What a cover has not read either stays with them: it does not go to and fro.
        await team.AdvanceToAsync("12:15");
        Assert.DoesNotContain(team.Shown, shown => shown.Text.Contains("lee has not opened the break", StringComparison.Ordinal));
        team.IgnoreRest("nudges, and who waits longer");
    }

    [Fact]
    public async Task Hours_in_which_only_the_cover_works_are_read_by_them()
    {
        await using var team = await Team.StartAsync(people: "alex:owner:admin lee:owner sam", at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/rotation cover:@lee", "dm");
        team.Expect("alex", "lee covers from now on");
        await team.SaysAsync("lee", "/hours mon-fri 13:00-21:00", "dm");
        team.Expect("lee", "13:00");
        await team.SaysAsync("alex", "/levels set level:gold hours:\"mon-fri 08:00-20:00\" first:2h next:2h resolution:16h", "dm");
        team.Expect("alex", "Saved");
        await team.SaysAsync("alex", "/customer add Northside level:gold", "dm");
        team.Expect("alex", "Added");
        await team.AdvanceToAsync("17:30");

        await team.SaysAsync("sam", "/escalate Northside \"no heating\"", "dm");

        team.Expect("#team", "no heating");
        var receipt = team.Expect("sam", "Northside must hear from a person by 19:30").Text;
        Assert.Contains("It is read by lee in the 18:30 break; you will have an answer by 19:00", receipt);
        team.IgnoreRest("agendas, reviews, and what comes of it");
    }

    [Fact]
    public async Task What_is_asked_of_an_owner_by_name_while_they_are_away_is_read_by_whoever_covers()
    {
        await using var team = await Team.StartAsync(people: "alex:owner:admin lee:owner sam", at: "2026-03-13 09:20");
        await team.SaysAsync("lee", "/away mon cover:@alex", "dm");
        team.Expect("lee", "alex covers");
        team.Expect("alex", "you cover");

        await team.SaysAsync("sam", "/urgent The contract for Lind for:@lee", "dm");

        var receipt = team.Expect("sam", "Held for alex").Text;
        Assert.StartsWith("lee is away until Mon 16 Mar 04:00; alex covers.", receipt);
        Assert.Contains("It is read in the 10:30 break", receipt);
        await team.SaysAsync("alex", "/queue", "dm");
        team.Expect("alex", "The contract for Lind");
    }

    [Fact]
    public async Task The_teams_cover_covers_whoever_is_away_and_all_that_is_said_of_it_agrees()
    {
        await using var team = await Team.StartAsync(people: "alex:owner:admin lee:owner sam", at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/rotation cover:@lee", "dm");
        team.Expect("alex", "lee covers");

        await team.SaysAsync("alex", "/away mon", "dm");

        team.Expect("lee", "you cover");
        Assert.Contains("lee covers", team.Expect("alex", "You are away until Mon 16 Mar").Text);
        await team.SaysAsync("sam", "/who", "dm");
        Assert.Contains("Away: alex until Mon 16 Mar 04:00; lee covers", team.Expect("sam", "On duty: lee").Text);
        await team.SaysAsync("sam", "/urgent Where is the key? for:@alex", "dm");
        Assert.Contains("lee covers", team.Expect("sam", "Held for lee").Text);
    }

    [Fact]
    public async Task A_break_put_in_before_is_not_asked_for_while_its_owner_is_away()
    {
        await using var team = await Team.StartAsync(people: "alex:owner:admin lee:owner sam", at: "2026-03-12 15:00");
        await team.SaysAsync("sam", "/urgent Alpha", "dm");
        team.Expect("sam", "15:30 break");
        team.IgnoreRest("the break in which nothing is decided");
        await team.AdvanceToAsync("15:30");
        await team.SaysAsync("alex", "/break", "dm");
        await team.AdvanceToAsync("15:50");
        Assert.Contains(team.Shown, shown => shown.Text.Contains("What is carried is read in the Fri 13 Mar 10:00 break", StringComparison.Ordinal));

        await team.SaysAsync("alex", "/closures tomorrow", "dm");
        await team.AdvanceToAsync("2026-03-13 18:00");

        Assert.DoesNotContain(team.Shown, shown => shown.IsAddressedTo("alex") && shown.Text.Contains("Please open it now", StringComparison.Ordinal));
        Assert.Single(team.Shown, shown => shown.IsAddressedTo("sam") && shown.Text.Contains("because there are other closed days", StringComparison.Ordinal));
    }
}
