using System.Globalization;

namespace TriageBot.Discord.Emulator.World;

/// <summary>Ids that hold their time of making and never repeat. Discord's epoch is the start of 2015.</summary>
internal sealed class Snowflakes(EmulatorClock clock)
{
    private const long Epoch = 1_420_070_400_000;
    private ulong last;

    /// <summary>The next id. Call it under the world's lock.</summary>
    public ulong Next()
    {
        var now = (ulong)Math.Max(clock.Milliseconds - Epoch, 0) << 22;
        last = Math.Max(last + 1, now);
        return last;
    }

    public static DateTimeOffset TimeOf(ulong id) => DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> 22) + Epoch);

    public static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    public static ulong? Read(string? text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
