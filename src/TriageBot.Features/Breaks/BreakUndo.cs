using System.Globalization;
using NodaTime;

namespace TriageBot.Features.Breaks;

/// <summary>What an Undo button needs to take a skipped or moved break back: it travels in the button itself, so that it works for ever (rule X4).</summary>
/// <param name="Id">The break's row.</param>
/// <param name="Set">The start that the change left; another one means that it was changed again.</param>
/// <param name="Before">The start before; null when the plan, or nothing, stood there.</param>
internal sealed record BreakUndo(string Id, Instant Set, Instant? Before)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Id}@{Set.ToUnixTimeSeconds()}@{Before?.ToUnixTimeSeconds() ?? 0}");

    /// <returns>Null when the text was not written by <see cref="ToString"/>.</returns>
    public static BreakUndo? Parse(string text) =>
        text.Split('@') is [var id, var set, var before]
        && long.TryParse(set, NumberStyles.None, CultureInfo.InvariantCulture, out var setSeconds)
        && long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var beforeSeconds)
            ? new BreakUndo(id, Instant.FromUnixTimeSeconds(setSeconds), beforeSeconds == 0 ? null : Instant.FromUnixTimeSeconds(beforeSeconds))
            : null;
}
