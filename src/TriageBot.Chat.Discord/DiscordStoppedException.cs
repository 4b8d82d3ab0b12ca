namespace TriageBot.Chat.Discord;

/// <summary>Discord will not serve this bot as it is set up, and trying again would not help. The message is for who runs the program and says the next step; it holds no secret.</summary>
public sealed class DiscordStoppedException(string message) : Exception(message);
