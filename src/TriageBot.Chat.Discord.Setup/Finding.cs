namespace TriageBot.Chat.Discord.Setup;

/// <summary>One thing that was looked at.</summary>
/// <param name="ToDo">What to do about it; null when nothing needs to be done.</param>
public sealed record Finding(bool IsRight, string What, string? ToDo = null);
