using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Agenda;

/// <summary>Appointments: tasks with a time of their own.</summary>
public sealed class AppointmentScenarios
{
    [Fact]
    public async Task An_appointment_is_among_the_fixed_times_of_its_day_only()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task \"call Lee\" at:13:00 estimate:30m");
        team.Expect("alex", "at Fri 13 Mar 2026, 13:00");
        await team.SaysAsync("alex", "/task \"see Kay\" at:\"mon 10:00\"");
        team.Expect("alex", "Added #2");

        await team.AdvanceToAsync("08:30");
        var agenda = team.Expect("#team", "FIXED   13:00 call Lee 30m").Text;
        Assert.DoesNotContain("Kay", agenda);
        Assert.Contains("fixed 30m", agenda);
        await team.SaysAsync("alex", "/agenda mon");
        team.Expect("alex", "FIXED   10:00 see Kay 30m?");
    }

    [Fact]
    public async Task A10_a_private_appointment_takes_its_time_in_the_channel_and_tells_no_more()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task \"see the dentist\" at:13:00 estimate:45m private:yes", "dm");
        team.Expect("alex", "Added #1");

        await team.AdvanceToAsync("08:30");
        var posted = team.Expect("#team", "FIXED   13:00 private 45m").Text;
        Assert.DoesNotContain("dentist", posted);
        Assert.Contains("fixed 45m", posted);
        await team.SaysAsync("alex", "/agenda", "dm");
        team.Expect("alex", "13:00 see the dentist 45m");
    }

    [Fact]
    public async Task Moved_to_another_day_it_keeps_its_time()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task \"call Lee\" at:13:00");
        team.Expect("alex", "Added #1");

        await team.SaysAsync("alex", "/move 1 mon");

        team.Expect("alex", "at Mon 16 Mar 2026, 13:00");
    }

    [Fact]
    public async Task A_day_is_no_time_and_what_was_typed_comes_back()
    {
        await using var team = await Team.StartAsync();

        await team.SaysAsync("alex", "/task \"call Lee\" at:tomorrow");

        Assert.Contains("call Lee", team.Expect("alex", "You typed: tomorrow").Text);
    }
}
