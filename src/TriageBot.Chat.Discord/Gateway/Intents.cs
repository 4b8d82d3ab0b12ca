namespace TriageBot.Chat.Discord.Gateway;

/// <summary>What the gateway is asked to tell, each with its reason. Commands, buttons and forms come without any; no privileged intent is among them.</summary>
internal static class Intents
{
    /// <summary>Which servers the bot is in, when it joins or is removed, and which channels an agenda can go to.</summary>
    public const int Guilds = 1 << 0;

    /// <summary>What a member types to the bot in their private conversation, so that a question typed there is not lost.</summary>
    public const int DirectMessages = 1 << 12;

    public static int For(DiscordOptions options) => Guilds | (options.DirectMessages ? DirectMessages : 0);
}
