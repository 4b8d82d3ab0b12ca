namespace TriageBot.Chat.Discord.Gateway;

/// <summary>What the end of a connection means for the next one.</summary>
internal abstract record CloseMeaning
{
    public sealed record Resume : CloseMeaning;
    public sealed record NewSession : CloseMeaning;
    public sealed record Stop(string Sentence) : CloseMeaning;
}

/// <summary>Close codes of the gateway (protocol reference, section A3).</summary>
internal static class CloseCodes
{
    /// <summary>Ours when we mean to resume: 1000 and 1001 from us would end the session.</summary>
    public const int WeWillResume = 4000;
    private static readonly CloseMeaning Resumed = new CloseMeaning.Resume();
    private static readonly CloseMeaning New = new CloseMeaning.NewSession();

    /// <param name="code">Null when the connection broke off.</param>
    public static CloseMeaning MeaningOf(int? code) => code switch
    {
        1000 or 4003 or 4005 or 4007 or 4008 or 4009 => New,
        4004 => new CloseMeaning.Stop("Discord does not accept the bot's token. Copy it anew from the application's page, under Bot, into Discord:Token or the file of Discord:TokenFile."),
        4010 => new CloseMeaning.Stop("Discord does not accept the shards of Discord:Shards. Take \"auto\", or a range such as 0-3/8."),
        4011 => new CloseMeaning.Stop("The bot is in too many servers for one connection. Set Discord:Shards to \"auto\", or to more shards."),
        4012 => new CloseMeaning.Stop("Discord no longer speaks this program's version of its protocol. Install a newer TriageBot."),
        4013 => new CloseMeaning.Stop("Discord does not know the intents this program asks for. Install a newer TriageBot."),
        4014 => new CloseMeaning.Stop("Discord refuses the intent that Discord:MessageContent needs. On the application's page, under Bot, switch \"Message Content Intent\" on; or set Discord:MessageContent to false."),
        // A server that goes away (1001), unknown codes, and none at all, leave the session as it was; if not, the gateway says so when we resume.
        _ => Resumed,
    };
}
