using System.CommandLine;
using TriageBot.Chat.Discord.Setup;
using TriageBot.Features;
using TriageBot.Settings;

namespace TriageBot.CommandLine;

/// <summary><c>triagebot discord invite</c> and <c>triagebot discord check</c>: what is needed once, before people type the first command there.</summary>
internal static class DiscordCommand
{
    private static readonly Option<string[]> Channel = new("--channel")
    {
        Description = "Id of a channel in which the bot must be able to post; may be given several times.",
        HelpName = "id",
    };

    public static Command Build()
    {
        var invite = new Command("invite", "Prints the link with which the bot is invited to a server, with just the rights it needs.");
        invite.SetAction((_, stop) => InviteAsync(stop));
        var check = new Command("check", "Looks whether Discord is set up right, and says what to do about each thing that is wrong. "
            + $"Exit code {ExitCodes.NotAsExpected}: something is to be put right.")
        {
            Channel,
        };
        check.SetAction((parsed, stop) => CheckAsync(parsed.GetValue(Channel) ?? [], stop));
        return new Command("discord", "The bot on Discord: invite it, check it.") { invite, check };
    }

    private static async Task<int> InviteAsync(CancellationToken stop)
    {
        using var setup = Open();
        var invitation = await setup.InviteAsync(stop);
        if (!invitation.IsRight) throw new StartRefusedException($"{invitation.What}. {invitation.ToDo}");
        Console.WriteLine(invitation.What);
        return ExitCodes.Success;
    }

    private static async Task<int> CheckAsync(IReadOnlyList<string> channels, CancellationToken stop)
    {
        using var setup = Open();
        var wrong = 0;
        await foreach (var finding in setup.CheckAsync(TriageBotServices.Surface, channels, stop))
        {
            Console.WriteLine($"{(finding.IsRight ? "right" : "WRONG")}  {finding.What}{(finding.ToDo is { } todo ? $"{Environment.NewLine}       {todo}" : "")}");
            if (!finding.IsRight) wrong++;
        }

        Console.WriteLine(wrong == 0 ? "Everything is set up." : $"{wrong} to put right.");
        return wrong == 0 ? ExitCodes.Success : ExitCodes.NotAsExpected;
    }

    private static DiscordSetup Open()
    {
        var settings = OptionsReader.ReadHere().Discord;
        return settings.IsOn
            ? new DiscordSetup(settings.ToOptions(), TimeProvider.System)
            : throw new StartRefusedException("There is no token. Set Discord:Token or Discord:TokenFile; README.md says where the token comes from.");
    }
}
