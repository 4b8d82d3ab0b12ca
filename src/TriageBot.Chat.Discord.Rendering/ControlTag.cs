using System.Globalization;

namespace TriageBot.Chat.Discord.Rendering;

/// <summary>
/// A private conversation belongs to no server, but what is pressed there is about one: the ids of controls in it begin with the server.
/// 18 characters at most, so that an id keeps 82 for itself.
/// </summary>
internal static class ControlTag
{
    private const char Mark = '~';

    public static string For(ulong guild) => $"{Mark}{guild.ToString("x", CultureInfo.InvariantCulture)}{Mark}";

    /// <returns>The server named in the id, null when none is, and the id as the bot knows it.</returns>
    public static (ulong? Guild, string Id) Read(string id) =>
        id.Split(Mark, 3) is ["", var guild, var rest] && ulong.TryParse(guild, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) ? (number, rest) : (null, id);
}
