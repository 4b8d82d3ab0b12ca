namespace TriageBot.Chat.Discord.Gateway;

/// <summary>What is needed to go on where a connection ended.</summary>
/// <param name="Sequence">Of the last dispatch that was received.</param>
internal sealed record GatewaySession(string Id, Uri ResumeUrl, long Sequence);
