using System.Globalization;
using System.Text.RegularExpressions;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Tasks;

public sealed partial class ListTests
{
    [Theory]
    [InlineData("customer:acme", "#1 #2")]
    [InlineData("value:$100", "#2")]
    [InlineData("value:$10", "#1 #3")]
    [InlineData("text:INVOICE", "#3")]
    [InlineData("due-before:mon", "#1")]
    [InlineData("customer:Acme value:$100 text:ship", "#2")]
    [InlineData("private:yes", "#3")]
    public async Task A_list_can_be_narrowed_down(string filter, string expected)
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Call Lee customer:Acme due:sun");
        await team.SaysAsync("alex", "/task Ship it customer:ACME value:$100 due:mon");
        await team.SaysAsync("alex", "/task Check the invoice private:yes");
        team.IgnoreRest("The additions are not what this is about.");

        await team.SaysAsync("alex", $"/tasks {filter}");

        var list = team.Expect("alex", "Tasks of alex").Text;
        Assert.Equal(expected, string.Join(' ', new[] { "#1", "#2", "#3" }.Where(number => list.Contains(number + ' ', StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Each_state_has_its_list()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Finished");
        await team.SaysAsync("alex", "/done 1");
        await team.SaysAsync("alex", "/task Given up");
        await team.SaysAsync("alex", "/drop 2");
        await team.SaysAsync("alex", "/someday Learn to sail");
        await team.SaysAsync("alex", "/task Later defer:mon");
        await team.SaysAsync("sam", "/task Toner for:@alex");
        team.IgnoreRest("The additions are not what this is about.");

        foreach (var (state, line) in new[] { ("done", "#1"), ("dropped", "#2"), ("someday", "#3"), ("deferred", "#4"), ("untriaged", "#5"), ("open", "#5") })
        {
            await team.SaysAsync("alex", $"/tasks state:{state}");
            var list = team.Shown[^1].Text;
            Assert.Contains("Tasks of alex · 1 ", list);
            Assert.Contains("1 " + line, list);
        }
    }

    [Fact]
    public async Task The_buttons_of_a_narrowed_list_keep_it_narrow()
    {
        await using var team = await Team.StartAsync();
        for (var number = 1; number <= 12; number++)
        {
            await team.SaysAsync("alex", $"/task Ring {number} customer:Acme");
            await team.SaysAsync("alex", $"/task Write {number} customer:Acme");
        }

        team.IgnoreRest("The additions are not what this is about.");
        await team.SaysAsync("alex", "/tasks customer:Acme text:ring");
        team.Expect("alex", "Tasks of alex for Acme with “ring” · 12 open · 1–10 of 12");

        await team.PressesAsync("alex", "Next");

        Assert.Contains("Tasks of alex for Acme with “ring” · 12 open · 11–12 of 12", team.Shown[^1].Text);
        Assert.Contains("11 #21 Ring 11", team.Shown[^1].Text);
        await team.PressesAsync("alex", "Previous");
        Assert.Contains("1–10 of 12", team.Shown[^1].Text);
    }

    [Fact]
    public async Task O3_All_pages_together_are_in_the_one_order_and_so_is_why()
    {
        await using var team = await Team.StartAsync();
        string[] dues = ["", " due:today", " due:mon", " due:\"mon 23:59\"", " due:\"today 16:00\"", " due:\"sat 03:59\""];
        string[] others = ["", " do:mon", " value:$100", " stops:yes", " value:$1 do:mon", " important:no"];
        for (var number = 0; number < 36; number++)
        {
            await team.SaysAsync(number % 5 == 0 ? "sam" : "alex", $"/task Thing {number} for:@alex{dues[number % 6]}{others[number / 6]}");
        }

        await team.SaysAsync("alex", "/pin 31 7");
        await team.SaysAsync("alex", "/tasks");
        var paged = await NumbersAsync(team);
        await team.SaysAsync("alex", "/tasks text:Thing");
        var looked = await NumbersAsync(team);
        team.IgnoreRest("The additions are not what this is about.");

        Assert.Equal([31, 7], paged.Take(2));
        Assert.Equal(looked, paged);
        foreach (var (index, number) in paged.Index())
        {
            await team.SaysAsync("alex", $"/why {number}");
            Assert.Matches($"→ {index + 1}(st|nd|rd|th) of {paged.Count}", team.Shown[^1].Text);
        }
    }

    /// <summary>The numbers on this page of the newest list and on all that follow.</summary>
    private static async Task<List<long>> NumbersAsync(Team team)
    {
        var numbers = new List<long>();
        while (true)
        {
            numbers.AddRange(Line().Matches(team.Shown[^1].Text).Select(match => long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));
            if (!team.Shown[^1].Buttons.Contains("Next")) return numbers;
            await team.PressesAsync("alex", "Next");
        }
    }

    [GeneratedRegex(@"(?m)^\d+ #(\d+) ")]
    private static partial Regex Line();

    [Theory]
    [InlineData("ærø")]
    [InlineData("100%_!")]
    public async Task Letters_of_any_alphabet_are_found_and_signs_mean_themselves(string text)
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Ferry to ÆRØ");
        await team.SaysAsync("alex", "/task Sure by 100%_!");
        await team.SaysAsync("alex", "/task Sure by 1000 miles");
        team.IgnoreRest("The additions are not what this is about.");

        await team.SaysAsync("alex", $"/tasks text:{text}");

        Assert.Contains("· 1 open", team.Shown[^1].Text);
    }

    [Fact]
    public async Task A_list_with_nothing_in_it_says_what_would_show_more()
    {
        await using var team = await Team.StartAsync();

        await team.SaysAsync("alex", "/tasks customer:Nobody");
        team.Expect("alex", "Tasks of alex for Nobody · nothing open. All that is open: /tasks");
        await team.SaysAsync("alex", "/tasks due-before:someday");
        team.Expect("alex", "That is no day");
    }
}
