using System.Reflection;

namespace TriageBot.Chat.Discord;

/// <summary>How the program introduces itself; Discord blocks clients without such a line.</summary>
internal static class UserAgent
{
    public static string Text { get; } = $"DiscordBot (https://github.com/triagebot/triagebot, {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "0.1.0"})";
}
