namespace TriageBot.Discord.Emulator.Gateway;

/// <summary>Source: topics/opcodes-and-status-codes.</summary>
internal static class Opcode
{
    public const int Dispatch = 0;
    public const int Heartbeat = 1;
    public const int Identify = 2;
    public const int Presence = 3;
    public const int Voice = 4;
    public const int Resume = 6;
    public const int Reconnect = 7;
    public const int RequestMembers = 8;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int Acknowledged = 11;
    public const int Soundboard = 31;
}

internal static class CloseCode
{
    public const int Unknown = 4000;
    public const int UnknownOpcode = 4001;
    public const int Decode = 4002;
    public const int NotAuthenticated = 4003;
    public const int Authentication = 4004;
    public const int AlreadyAuthenticated = 4005;
    public const int Sequence = 4007;
    public const int RateLimited = 4008;
    public const int TimedOut = 4009;
    public const int Shard = 4010;
    public const int ShardingRequired = 4011;
    public const int Version = 4012;
    public const int Intents = 4013;
    public const int DisallowedIntents = 4014;
}
