using System.Globalization;
using System.Text.RegularExpressions;
using TriageBot.Features;
using TriageBot.Simulate;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Tasks;

/// <summary>Rule A10: the minutes of a private task count everywhere, its title never leaves the private conversation.</summary>
public sealed partial class PrivateTests
{
    private static readonly string[] Secrets = ["Xylophone", "Yggdrasil", "Zeppelin"];

    [Fact]
    public async Task A10_A_posted_agenda_shows_its_minutes_and_ones_own_agenda_shows_it_whole()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Dentist private:yes due:today estimate:45m customer:Molar");
        team.Expect("alex", "Added #1 Dentist");
        await team.SaysAsync("alex", "/agenda");
        team.Expect("alex", "#1 Dentist");

        await team.AdvanceToAsync("08:30");

        var posted = team.Expect("#team", "private 45m").Text;
        Assert.All(new[] { "Dentist", "Molar", "due today" }, hidden => Assert.DoesNotContain(hidden, posted));
    }

    [Fact]
    public async Task A10_What_is_promised_cannot_become_private_and_the_rest_of_the_edit_is_done()
    {
        await using var team = await Team.StartAsync("alex:owner kim:owner sam");
        await team.SaysAsync("alex", "/promise Acme \"the new quote\" due:fri", "dm");
        team.Expect("alex", "Promised, with task #1");

        await team.SaysAsync("alex", "/edit 1 private:yes", "dm");
        var refused = team.Expect("alex", "#1 did not become private: it is promised to Acme, and what is promised is seen by the team.").Text;
        Assert.Contains("/task", refused);
        Assert.DoesNotContain("Changed", refused);
        await team.SaysAsync("kim", "/why 1", "dm");
        Assert.DoesNotContain("private", team.Expect("kim", "the new quote").Text);

        await team.SaysAsync("alex", "/edit 1 private:yes estimate:45m", "dm");
        var changed = team.Expect("alex", "Changed: #1").Text;
        Assert.Contains("did not become private", changed);
        Assert.Contains("45", changed);
        await team.SaysAsync("sam", "/edit 1 private:yes", "dm");
        team.Expect("sam", "Changing #1 is not yours to use");
    }

    [Fact]
    public async Task A10_Lists_and_why_tell_others_no_more_and_looking_for_its_words_finds_nothing()
    {
        await using var team = await Team.StartAsync("alex:owner kim:owner sam");
        await team.SaysAsync("alex", "/task Dentist private:yes due:today customer:Molar value:$100");
        team.Expect("alex", "Added #1");

        await team.SaysAsync("kim", "/tasks @alex");
        Assert.EndsWith("1 private 30m?", team.Expect("kim", "Tasks of alex · 1 open").Text);
        foreach (var filter in new[] { "text:dent", "customer:Molar", "due-before:tomorrow", "value:$100" })
        {
            await team.SaysAsync("kim", $"/tasks @alex {filter}");
            team.Expect("kim", "nothing open");
        }

        await team.SaysAsync("kim", "/why 1");
        team.Expect("kim", "#1 private 30m?. Whose it is sees more.");
    }

    [Fact]
    public async Task A10_Not_even_another_owner_may_change_it_or_take_it()
    {
        await using var team = await Team.StartAsync("alex:owner kim:owner sam");
        await team.SaysAsync("alex", "/task Dentist private:yes");
        team.Expect("alex", "Added #1");

        foreach (var attempt in new[] { "/edit 1 for:@kim", "/edit 1 private:no", "/done 1", "/move 1 tomorrow" })
        {
            await team.SaysAsync("kim", attempt);
            team.Expect("kim", "Changing #1 is not yours to use. Who can: whoever added it or does it, for it is private.");
        }

        await team.SaysAsync("kim", "/tasks @alex");
        team.Expect("kim", "1 private 30m?");
        await team.PressesAsync("kim", "#1 private 30m?");
        var card = team.Expect("kim", "#1 private 30m?");
        Assert.Empty(card.Controls);
    }

    [Fact]
    public async Task S1_The_private_someday_maybe_list_is_one_of_its_own()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/someday Learn to sail private:yes");
        await team.SaysAsync("alex", "/someday New shelves");
        team.Expect("alex", "On your someday-maybe list: #1");
        team.Expect("alex", "On your someday-maybe list: #2");

        await team.SaysAsync("alex", "/someday");
        Assert.DoesNotContain("sail", team.Expect("alex", "Someday-maybe · 1").Text);
        await team.SaysAsync("alex", "/someday private:yes");
        Assert.Contains("#1 Learn to sail", team.Expect("alex", "Someday-maybe, private · 1").Text);
    }

    [Fact]
    public async Task Whoever_types_what_is_private_where_others_read_is_told_so_and_in_the_private_conversation_not()
    {
        await using var team = await Team.StartAsync();

        await team.SaysAsync("alex", "/task Dentist private:yes");
        team.Expect("alex", "You typed this where others read");
        await team.SaysAsync("alex", "/task Optician private:yes", "dm");

        Assert.DoesNotContain("You typed this", team.Expect("alex", "Added #2 Optician").Text);
    }

    [Fact]
    public async Task A_task_added_privately_for_somebody_is_theirs_and_yours_alone()
    {
        await using var team = await Team.StartAsync("alex:owner kim:owner sam");
        await team.SaysAsync("sam", "/task Talk about my contract for:@alex private:yes");
        team.Expect("sam", "Added #1 Talk about my contract");
        team.Expect("alex", "sam gave you #1 Talk about my contract");

        await team.SaysAsync("kim", "/why 1");

        team.Expect("kim", "#1 private 30m?.");
    }

    /// <summary>Everybody else tries every command there is on it, days pass, the bot restarts; whatever anybody but its owner could see is searched for its words.</summary>
    [Fact]
    public async Task A10_No_command_no_post_and_no_button_ever_shows_others_a_word_of_it()
    {
        await using var team = await Team.StartAsync("alex:owner kim:owner sam", at: "2026-03-12 08:00");
        team.IgnoreRest("Only what leaks is what this is about.");
        await team.SaysAsync("alex", "/task Xylophone lesson private:yes due:today estimate:45m customer:Zeppelin value:$100");
        await team.SaysAsync("alex", "/task Yggdrasil trip private:yes customer:Zeppelin");
        await team.SaysAsync("alex", "/someday Yggdrasil book private:yes");
        await team.SaysAsync("alex", "/task Xylophone repair private:yes do:today");
        await team.SaysAsync("alex", "/task Xylophone sale private:yes");
        await team.SaysAsync("alex", "/drop 5");
        await team.SaysAsync("alex", "/pin 2 1");
        await team.SaysAsync("alex", "/important customer:Zeppelin");
        await team.AdvanceToAsync("2026-03-12 10:00");

        foreach (var example in TriageBotServices.Commands.All.SelectMany(command => command.Examples))
        {
            foreach (var number in (int[])[1, 3, 5])
            {
                var typed = ItemNumber().Replace(example, number.ToString(CultureInfo.InvariantCulture));
                await team.SaysAsync("sam", typed.Replace("@sam", "@alex", StringComparison.Ordinal));
                await team.SaysAsync("kim", typed.Replace("@kim", "@alex", StringComparison.Ordinal));
                if (typed == example) break;
            }
        }

        foreach (var state in new[] { "open", "done", "dropped", "someday", "deferred", "untriaged" }) await team.SaysAsync("kim", $"/tasks @alex state:{state}");
        await team.SaysAsync("sam", "/tasks all:yes text:xylo");
        await team.SaysAsync("sam", "/tasks all:yes customer:Zeppelin");
        await team.SaysAsync("kim", "/agenda");
        await team.CompletesAsync("kim", "done", "id", "Xylo");
        await team.RestartAsync();
        await team.SaysAsync("alex", "/done 1 5m");
        await team.SaysAsync("alex", "/edit 4 for:@kim private:yes");
        await team.PressesAsync("alex", "Undo", 4);
        await team.AdvanceToAsync("2026-03-24 18:00");

        var leaks = team.Shown
            .Where(shown => new[] { "sam", "#team" }.Any(shown.IsVisibleAt) || (shown.IsVisibleAt("kim") && shown.Item != 4))
            .Where(shown => Secrets.Any(secret => Says(shown, secret)))
            .Select(shown => $"{shown.To} ({shown.OnlyFor}): {shown.Text}")
            // Whoever types a word sees it again in the answer to them: they said it themselves.
            .Where(text => !text.Contains("with “xylo”", StringComparison.Ordinal) && !text.Contains("for Zeppelin · nothing", StringComparison.Ordinal))
            .ToList();
        Assert.Empty(leaks);
        Assert.Contains(team.Shown, shown => shown.To == "#team" && shown.Text.Contains("private 45m", StringComparison.Ordinal));
        var choices = await team.CompletesAsync("kim", "why", "id", "");
        Assert.DoesNotContain(choices, choice => Secrets.Any(secret => choice.Label.Contains(secret, StringComparison.Ordinal)));
    }

    private static bool Says(Shown shown, string secret) =>
        shown.Text.Contains(secret, StringComparison.OrdinalIgnoreCase) || shown.Buttons.Any(label => label.Contains(secret, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"(?<=^/[a-z]+ )\d+\b|(?<=:)142\b")]
    private static partial Regex ItemNumber();
}
