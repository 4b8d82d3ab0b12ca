using System.Globalization;

namespace TriageBot.Core.Chat;

/// <summary>What a control or form stands for: a verb and the item it is about, as its platform-visible id.</summary>
/// <param name="Verb">1–24 characters of a–z and hyphen.</param>
/// <param name="Item">Number of the item, 0 where there is none.</param>
/// <param name="Revision">The item's revision when the control was made; an older one changes nothing (rule X4).</param>
/// <param name="Extra">Whatever else the handler needs, at most <see cref="LongestExtra"/> characters; it may contain colons.</param>
public sealed record ControlId(string Verb, long Item = 0, long Revision = 0, string Extra = "")
{
    /// <summary>Letters of <see cref="Extra"/>: with verb, item and revision no more than the 100 that Discord takes.</summary>
    public const int LongestExtra = 60;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Verb}:{Item}:{Revision}:{Extra}");

    /// <returns>Null when the text was not written by <see cref="ToString"/>.</returns>
    public static ControlId? Parse(string text) =>
        text.Split(':', 4) is [var verb, var item, var revision, var extra]
        && long.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new ControlId(verb, number, version, extra)
            : null;
}
