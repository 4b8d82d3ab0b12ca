namespace TriageBot.Chat.Discord.Gateway;

/// <summary>What the gateway is asked to tell, each with its reason. Commands, buttons and forms come without any; the one privileged intent is asked for only where a setting says so.</summary>
internal static class Intents
{
    /// <summary>Which servers the bot is in, when it joins or is removed, and which channels an agenda can go to.</summary>
    public const int Guilds = 1 << 0;

    /// <summary>What a member types to the bot in their private conversation, so that a question typed there is not lost.</summary>
    public const int DirectMessages = 1 << 12;

    /// <summary>Who mentions an owner in a channel, so that they are answered during a focus (rule H18). Texts come only with <see cref="MessageContent"/>.</summary>
    public const int GuildMessages = 1 << 9;

    /// <summary>Privileged: what such a message says, so that it can be held as it was typed.</summary>
    public const int MessageContent = 1 << 15;

    public static int For(DiscordOptions options) => Guilds
        | (options.DirectMessages ? DirectMessages : 0)
        | (options.Mentions ? GuildMessages : 0)
        | (options.MessageContent ? MessageContent : 0);
}
