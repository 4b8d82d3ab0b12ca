namespace TriageBot.Discord.Emulator.World;

/// <summary>Bits that a session asks for. Source: events/gateway.</summary>
internal static class Intents
{
    public const int Guilds = 1 << 0;
    public const int Members = 1 << 1;
    public const int Presences = 1 << 8;
    public const int Messages = 1 << 9;
    public const int Reactions = 1 << 10;
    public const int Direct = 1 << 12;
    public const int DirectReactions = 1 << 13;
    public const int Content = 1 << 15;
    public const int Privileged = Members | Presences | Content;

    /// <summary>Everything that there is; other bits close with 4013.</summary>
    public const int Known = 0x1FFFF | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);
}
