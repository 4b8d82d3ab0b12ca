using System.Collections.Immutable;
using System.Globalization;
using TriageBot.Core.Chat;

namespace TriageBot.Core.Agenda;

/// <summary>A piece of a line that stays whole.</summary>
/// <param name="Before">What stands between it and the piece before it, on the same line.</param>
public sealed record LinePart(string Before, RichText Text);

/// <summary>A line of an agenda as pieces: a wide screen shows them in one line, a narrow one breaks it between them (rule A11).</summary>
public sealed record AgendaLine(ImmutableArray<LinePart> Parts)
{
    private const string Indent = "   ";

    public static AgendaLine Of(RichText text) => new([new LinePart("", text)]);

    public static AgendaLine Of(RichText lead, IEnumerable<LinePart> parts) => new([new LinePart("", lead), .. parts]);

    /// <param name="width">Characters, as a reader counts them.</param>
    public RichText Within(int width)
    {
        var text = RichText.Empty;
        var used = 0;
        foreach (var part in Parts)
        {
            var length = LengthOf(part.Text.ToPlainText());
            var isFirst = text.Runs.IsEmpty;
            if (isFirst || used + part.Before.Length + length <= width)
            {
                text = (isFirst || part.Before.Length == 0 ? text : text.Then(part.Before)).Then(part.Text);
                used += (isFirst ? 0 : part.Before.Length) + length;
            }
            else
            {
                text = text.Then("\n" + Indent).Then(part.Text);
                used = Indent.Length + length;
            }
        }

        return text;
    }

    private static int LengthOf(string text) => new StringInfo(text).LengthInTextElements;
}
