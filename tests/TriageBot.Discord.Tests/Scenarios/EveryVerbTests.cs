using System.Text.RegularExpressions;
using NodaTime;
using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Tests.Scenarios;

/// <summary>All that can be pressed on Discord, in a team with a bit of everything.</summary>
public sealed class EveryVerbTests
{
    private const string Boss = DiscordTeam.Boss;
    private const string Sam = DiscordTeam.Sam;
    private const string Kim = DiscordTeam.Kim;

    /// <summary>More than a list of members can hold.</summary>
    private static readonly string[] Guests = [.. Enumerable.Range(1, 25).Select(number => $"guest{number}")];

    /// <summary>What this world does not bring about, with the reason.</summary>
    private static readonly Dictionary<string, string> NotMet = new()
    {
        ["tasks-page"] = "stands only in lists that were shown before they could be filtered",
    };

    [Fact]
    public async Task Every_control_and_form_that_a_team_meets_is_answered_in_time_and_without_a_failure()
    {
        await using var team = await DiscordTeam.StartAsync(
            emulator => emulator.AddGuildAsync("Ops", Boss, [Sam, Kim, .. Guests], ["team"], botPermissions: Chat.Discord.Workspaces.Permissions.Wanted),
            usual => usual with { Mentions = true });
        await team.SlashAsync(Boss, "setup", new { owner = Boss });
        var crawler = new Crawler(team);

        // Limits have tests of their own; here they would only make it slow.
        await team.Emulator.SayAsync("limits", new { isOn = false });
        await SetUpAsync(team, crawler);
        await FillAsync(team, crawler);
        await WalkAsync(team, crawler);
        await AskAsync(team, crawler);
        await LiveAsync(team, crawler);
        await PassOnAsync(team, crawler);
        await GoOnAsync(team, crawler);
        await ForgetAsync(crawler);
        var used = crawler.Used.Union(await DrainFullDayAsync()).ToList();

        var all = team.Map.Controls.Concat(team.Map.Forms.Select(Crawler.FormName)).ToList();
        var unmet = all.Except(used).ToList();
        Assert.True(unmet.All(NotMet.ContainsKey), $"Never used: {string.Join(", ", unmet.Where(verb => !NotMet.ContainsKey(verb)))}");
        Assert.True(NotMet.Keys.All(unmet.Contains), $"Used after all: {string.Join(", ", NotMet.Keys.Except(unmet))}");
    }

    private static async Task SetUpAsync(DiscordTeam team, Crawler crawler)
    {
        foreach (var guest in Guests) await team.SlashAsync(guest, "zone");
        foreach (var options in (object[])[new { owner = Kim }, new { channel = "team" }, new { dates = "ask" }]) await team.SlashAsync(Boss, "setup", options);
        await crawler.SayAsync(Boss, "setup", new { buffer = "90m" });
        await crawler.SayAsync(Boss, "agenda", new { day = "5/12" });
        await crawler.SayAsync(Boss, "levels", new { action = "set", level = "gold", hours = "mon-fri 08:00-18:00", first = "1h", next = "2h", resolution = "16h" });
        await crawler.SayAsync(Boss, "levels", new { action = "publish" });
        await crawler.SayAsync(Boss, "levels", new { action = "close", level = "gold", on = "2026-12-24" });
        foreach (var name in (string[])["Acme", "Acme Ltd", "Acme Group", "Northside", "Birch St"]) await team.SlashAsync(Boss, "customer", new { action = "add", name });
        for (var number = 1; number <= 30; number++) await team.SlashAsync(Boss, "customer", new { action = "add", name = $"Customer {number}" });
        await crawler.SayAsync(Boss, "customer", new { action = "add", name = "Bolt" });
        foreach (var name in (string[])["Nobody Known", "Acmme", "Norhtside"]) await crawler.SayAsync(Boss, "customer", new { action = "show", name });
        await crawler.SayAsync(Boss, "customer", new { action = "edit", name = "Customer 30", contact = "Kay at the desk" });
        await crawler.SayAsync(Boss, "customer", new { action = "rename", name = "Birch St", to = "Birch Street" });
        foreach (var name in (string[])["Acme Ltd", "Acme Group"]) await crawler.SayAsync(Boss, "customer", new { action = "merge", name, into = "Acme" });
        foreach (var name in (string[])["Acme", "Northside", "Customer 1", "Customer 2", "Customer 3"])
        {
            await team.SlashAsync(Boss, "customer", new { action = "sale", name, what = "the boiler", on = "2026-03-10" });
            await team.SlashAsync(Boss, "customer", new { action = "touch", name, every = "1d" });
        }

        await crawler.SayAsync(Boss, "customer", new { action = "date", name = "Acme", what = "Kay's birthday", on = "2026-03-13" });
        await crawler.SayAsync(Boss, "customer");
    }

    private static async Task FillAsync(DiscordTeam team, Crawler crawler)
    {
        for (var number = 1; number <= 60; number++) await team.SlashAsync(Boss, "task", new { what = $"Task {number}", @do = "today" });
        for (var number = 1; number <= 30; number++) await team.SlashAsync(Boss, "someday", new { what = $"Wish {number}" });
        for (var number = 1; number <= 6; number++) await team.SlashAsync(Sam, "task", new { what = $"Sam asks {number}", @for = Boss, due = "today 17:00" });
        for (var number = 1; number <= 30; number++) await team.SlashAsync(Kim, "promise", new { customer = "Acme", what = $"Report {number}", due = "in 5 working days" });
        for (var number = 1; number <= 3; number++) await team.SlashAsync(Boss, "drop", new { id = $"{number}" });
        await crawler.SayAsync(Boss, "tasks", new { state = "dropped" });
        await crawler.SayAsync(Sam, "task", new { what = "Check the invoice", @for = Boss, due = "today 15:00" });
        await crawler.SayAsync(Boss, "task", new { what = "Refund Kay", due = "5/12", estimate = "30m", customer = "Somebody New" });
        await crawler.SayAsync(Boss, "task", new { what = "Refund Lee", due = "6/12" });
        await crawler.SayAsync(Boss, "task", new { what = "Call Lee", due = "fri" });
        await crawler.SayAsync(Boss, "task", new { what = "Write to Kay", @do = "fri" });
        await crawler.SayAsync(Boss, "task", new { what = "Water the plants", due = "every monday at 9:00" });
        await crawler.SayAsync(Boss, "task", new { what = "Dentist", @private = true, @do = "today" });
        foreach (var customer in (string[])["Acmee", "Somebody Else", "Nothside"]) await crawler.SayAsync(Boss, "task", new { what = "Call them", customer });
    }

    private static async Task WalkAsync(DiscordTeam team, Crawler crawler)
    {
        foreach (var who in (string[])[Boss, Sam])
        {
            foreach (var command in (string[])["tasks", "someday", "promises", "escalations", "requests", "log", "customer", "who", "help", "zone"]) await crawler.SayAsync(who, command);
        }

        foreach (var command in (string[])["queue", "agenda", "pin", "important", "away", "handoff", "focus", "setup", "hours", "breaks", "blocks", "closures", "rotation", "levels"])
        {
            await crawler.SayAsync(Boss, command);
        }

        for (var times = 0; times < 6; times++) await crawler.SayAsync(Boss, "triage");
        for (var times = 0; times < 4; times++) await crawler.SayAsync(Boss, "focus", new { length = "150m" });
        await team.SlashAsync(Boss, "focus", new { length = "end" });
        await crawler.SayAsync(Boss, "someday", new { archive = true });
        foreach (var state in (string[])["dropped", "untriaged", "done"]) await crawler.SayAsync(Boss, "tasks", new { state });
        await crawler.SayAsync(Boss, "pin", new { tasks = "10 11" });
        await crawler.SayAsync(Boss, "important", new { customer = "Acme" });
        await crawler.SayAsync(Boss, "fit", new { minutes = "60m" });
        await crawler.SayAsync(Boss, "log", new { minutes = "30m", function = "customers", customer = "Acme" });
        await crawler.SayAsync(Boss, "agenda", new { day = "all" });
        foreach (var day in (string[])["tomorrow", "fri"]) await crawler.SayAsync(Boss, "agenda", new { day });
        await team.MoveToAsync("08:31");
        await crawler.SweepAsync();
    }

    private static async Task AskAsync(DiscordTeam team, Crawler crawler)
    {
        for (var number = 1; number <= 4; number++)
        {
            var receipt = (await team.SlashAsync(Kim, "urgent", new { what = $"The van leaves {number}", @for = Boss })).Message!;
            await team.SubmitAsync(await team.OpenAsync(Kim, receipt, "It cannot wait"), new { harm = "It leaves without the part", happens = "at 10:00" });
        }

        for (var number = 1; number <= 16; number++) await team.SlashAsync(Sam, "urgent", new { what = $"Question {number}", @for = Boss });
        await crawler.SayAsync(Sam, "requests");
        await crawler.SayAsync(Boss, "break", new { action = "skip" });
        for (var number = 1; number <= 4; number++)
        {
            await crawler.SayAsync(Sam, "urgent", new { what = $"Request {number}", @for = Boss });
            await crawler.SayAsync(Sam, "escalate", new { customer = $"Customer {number}", what = "no power" });
        }

        await team.SlashAsync(Sam, "urgent", new { what = "Acme cannot log in to the shop", customer = "Acme" });
        await crawler.SayAsync(Kim, "urgent", new { what = "Acme cannot log in to their shop", customer = "Acme" });
        await team.Emulator.WriteAsync(Sam, "@bot", "the printer eats paper");
        await team.Emulator.WaitMessageAsync(Sam, "@bot", "the printer eats paper", wait: 30_000);
        var form = await team.Emulator.UserMenuAsync(Sam, "team", "Ask at the next break", Boss, wait: 30_000);
        await crawler.LookAsync(Sam, form, "the menu on boss");
        await team.SlashAsync(Sam, "escalate", new { customer = "Northside", what = "no water" });
        await team.SlashAsync(Sam, "escalate", new { customer = "Northside", what = "no heating" });
        await crawler.SayAsync(Kim, "escalate", new { customer = "Northside", what = "no heating upstairs" });
        await crawler.SayAsync(Sam, "escalate", new { customer = "Acme", what = "wrong pump" });
        await crawler.SweepAsync();
        foreach (var matter in NumbersIn((await team.SlashAsync(Boss, "escalations")).Message!))
        {
            await team.SlashAsync(Boss, "answered", new { id = matter });
            await team.SlashAsync(Boss, "solved", new { id = matter });
        }

        await crawler.SweepAsync();
    }

    private static async Task LiveAsync(DiscordTeam team, Crawler crawler)
    {
        await crawler.SayAsync(Boss, "promise", new { customer = "Acme", what = "the new quote", due = "today 12:00", estimate = "6h" });
        await crawler.SayAsync(Boss, "promise", new { customer = "Acme", what = "the old quote", due = "today 12:00", estimate = "6h" });
        await crawler.SayAsync(Boss, "promise", new { customer = "Northside", what = "the part", due = "fri", @for = Kim });
        foreach (var what in (string[])["the manual", "the key"])
        {
            var promise = await team.SlashAsync(Boss, "promise", new { customer = "Northside", what, due = "in 5 working days" });
            var offered = await team.PressAsync(Boss, promise.Message!, "Hand over");
            await team.SubmitAsync(await team.ChooseAsync(Boss, offered.Message!, "Offer it to", "?"), new { who = "@Kim" });
        }

        await crawler.SweepAsync();
        await team.MoveToAsync("10:31");
        // Whatever is done today costs something from now on.
        await team.SlashAsync(Boss, "setup", new { buffer = "none" });
        await crawler.SayAsync(Boss, "break");
        await crawler.SweepAsync();
        await crawler.SayAsync(Boss, "break", new { action = "end" });
        for (var times = 0; times < 3; times++) await crawler.SayAsync(Boss, "week");
        // The 8th is a Friday: two days can be meant.
        await crawler.SayAsync(Boss, "task", new { what = "Call Kim", due = "monday 8 may 2026" });
        await team.SlashAsync(Boss, "focus", new { length = "60m", with = "Acme" });
        await team.Emulator.WriteAsync(Sam, "team", $"<@{await IdOf(team, Boss)}> may I refund 400?");
        await team.Emulator.WaitMessageAsync(Sam, "@bot", "does not see messages", wait: 30_000);
        await crawler.SweepAsync();
        for (var times = 0; times < 3; times++) await crawler.SayAsync(Boss, "focus", new { length = "150m", with = "Acme" });
        foreach (var id in NumbersIn((await team.SlashAsync(Kim, "promises")).Message!).Take(2)) await crawler.SayAsync(Kim, "renegotiate", new { id, when = "in 6 working days" });
    }

    private static async Task PassOnAsync(DiscordTeam team, Crawler crawler)
    {
        for (var times = 0; times < 3; times++)
        {
            await team.SlashAsync(Boss, "handoff", new { to = Kim, when = "15:00-16:00" });
            await crawler.SweepAsync();
            await crawler.SayAsync(Boss, "handoff");
        }

        await crawler.SayAsync(Kim, "take");
        await crawler.SayAsync(Boss, "rotation", new { members = "@Boss @Kim" });
        await crawler.SayAsync(Boss, "rotation", new { members = "@Boss @Kim" });
        await crawler.SayAsync(Boss, "rotation", new { on = Kim, from = "mon", until = "wed" });
        await crawler.SayAsync(Boss, "rotation");
        await crawler.SayAsync(Boss, "away", new { until = "mon", cover = Kim });
        await crawler.SayAsync(Boss, "away");
        await crawler.SayAsync(Boss, "away", new { until = "back" });
        await team.MoveToAsync("17:01");
        await crawler.SweepAsync();
        for (var times = 0; times < 3; times++) await crawler.SayAsync(Boss, "plan");
        // Somebody forgets to stop it.
        await team.PressAsync(Boss, (await team.SlashAsync(Boss, "task", new { what = "Sort the shelf" })).Message!, "Start");
    }

    private static async Task GoOnAsync(DiscordTeam team, Crawler crawler)
    {
        foreach (var days in (int[])[3, 1, 8, 28])
        {
            crawler.GoOn();
            await team.MoveByAsync(Duration.FromDays(days));
            await team.MoveToAsync("08:31");
            await crawler.SweepAsync();
            for (var times = 0; times < 3; times++) await crawler.SayAsync(Boss, "customer", new { action = "touches" });
            await crawler.SayAsync(Kim, "promises");
            await crawler.SayAsync(Boss, "focus", new { length = "150m" });
            foreach (var command in (string[])["agenda", "plan", "promises", "someday", "break"]) await crawler.SayAsync(Boss, command);
        }
    }

    /// <summary>A day without any room, in a team of its own: in the other it depends on the walk whether anything has to give way.</summary>
    private static async Task<IReadOnlySet<string>> DrainFullDayAsync()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        var crawler = new Crawler(team);
        await team.SlashAsync(Boss, "setup", new { buffer = "none" });
        await team.SlashAsync(Boss, "customer", new { action = "add", name = "Acme" });
        for (var number = 1; number <= 16; number++) await team.SlashAsync(Boss, "task", new { what = $"Task {number}", @do = "today", estimate = "30m" });
        foreach (var what in (string[])["The van leaves", "The pump leaks"]) await team.SlashAsync(Sam, "urgent", new { what, @for = Boss });
        await team.MoveToAsync("10:31");
        var held = await team.SlashAsync(Boss, "break");
        var asked = await crawler.PressAsync(Boss, held.Message!, "Do today");
        await crawler.PressAsync(Boss, asked.Message!, "Accept");
        held = await team.SlashAsync(Boss, "break");
        var form = await crawler.PressAsync(Boss, held.Message!, "Promise");
        var warned = await team.SubmitAsync(form, new { customer = "Acme", due = "today 12:00", estimate = "6h" });
        await crawler.LookAsync(Boss, await crawler.PressAsync(Boss, warned.Message!, "Promise anyway"), "“Promise anyway”");
        return crawler.Used;
    }

    private static async Task ForgetAsync(Crawler crawler)
    {
        foreach (var person in (string[])["guest1", "guest2"]) await crawler.SayAsync(Boss, "forget", new { person });
        await crawler.SayAsync(Boss, "forget", new { customer = "Acme" });
    }

    private static IEnumerable<string> NumbersIn(SeenMessage list) => Regex.Matches(list.Text, @"\\#(\d+)").Select(match => match.Groups[1].Value).Distinct();

    private static async Task<string> IdOf(DiscordTeam team, string name) => (string)(await team.Emulator.SayAsync("user", new { name }))!["id"]!;
}
