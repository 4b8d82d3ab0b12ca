using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace TriageBot.Simulate;

/// <summary>A day to read: <c>[Fri 13 Mar 10:30] bot → sam (private): …</c>, dates in the script's zone and in English whatever the machine's language.</summary>
internal sealed class TextTranscript(TextWriter output, DateTimeZone zone) : ITranscript
{
    private const string Indent = "    ";

    private static readonly ZonedDateTimePattern Stamp = ZonedDateTimePattern.Create("ddd d MMM HH:mm", CultureInfo.InvariantCulture, null, null, default);

    public void Write(Instant at, string deed) => WriteLine(at, deed);

    public void Write(Shown shown)
    {
        var buttons = string.Join(' ', shown.Controls.Select(control => control.Choices.IsEmpty ? $"[{control.Label}]" : $"[{control.Label} {string.Join(" / ", control.Choices)}]"));
        var separator = shown.Text.Contains('\n') ? "\n" : "  ";
        WriteLine(shown.At, $"bot → {shown.To}{Remark(shown)}: {shown.Text}{(buttons.Length == 0 ? "" : separator + buttons)}");
    }

    private static string Remark(Shown shown) => (shown.Kind, shown.OnlyFor) switch
    {
        (ShownKind.Form, _) => " (form)",
        (ShownKind.Edit, null) => " (edit)",
        (ShownKind.Edit, _) => " (private, edit)",
        (_, null) => "",
        _ => " (private)",
    };

    private void WriteLine(Instant at, string text) =>
        output.WriteLine($"[{Stamp.Format(at.InZone(zone))}] {text.Replace("\n", Environment.NewLine + Indent, StringComparison.Ordinal)}");
}
