using TriageBot.Core.Commands;
using TriageBot.Features;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Help;

public sealed class HelpTests
{
    [Fact]
    public async Task An_owner_who_is_admin_finds_every_command()
    {
        await using var team = await Team.StartAsync("alex:owner,admin");
        await team.SaysAsync("alex", "/help");

        var said = team.Expect("alex", "Used most").Text;
        Assert.All(TriageBotServices.Commands.All, command => Assert.Contains("/" + command.Name, said));
    }

    [Fact]
    public async Task A_teammate_is_shown_what_they_may_use_and_how_to_begin()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/help");

        var said = team.Expect("sam", "To begin, type what you need an answer to: /urgent").Text;
        Assert.Contains("/requests", said);
        Assert.All(
            TriageBotServices.Commands.All.Where(command => command.Access != CommandAccess.Everyone),
            command => Assert.DoesNotContain($"/{command.Name} ·", said));
    }

    [Fact]
    public async Task About_one_command_it_shows_options_examples_and_whom_it_is_for()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/help urgent");
        var said = team.Expect("sam", "/urgent what [customer:…] [due:…] [kind:…] [if-it-waits:…] [for:…]").Text;

        Assert.Contains("due: By when at the latest", said);
        Assert.Contains("/urgent Server down at Acme customer:Acme", said);
        Assert.Contains("For everybody.", said);
        await team.SaysAsync("sam", "/help /break");
        team.Expect("sam", "You cannot use it: it is for owners.");
    }

    [Fact]
    public async Task A_slip_is_answered_with_the_nearest_command()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/help urgnt");
        team.Expect("sam", "Did you mean /urgent? Then type: /help urgent");
        await team.SaysAsync("sam", "/help xyzzy");
        team.Expect("sam", "There is no command called xyzzy.");
    }
}
