using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace TriageBot.Core.Export;

/// <summary>Writes CSV that every spreadsheet reads and none runs (RFC 4180). What it writes, <see cref="Customers.CsvReader"/> reads.</summary>
public static partial class CsvText
{
    /// <summary>Put before what a spreadsheet would take for a formula; spreadsheets show such a cell as text.</summary>
    private const string Harmless = "'";

    private static readonly SearchValues<char> Beginnings = SearchValues.Create("=+-@＝＋－＠");

    public static void AppendLine(StringBuilder to, IEnumerable<string> cells) => to.AppendJoin(',', cells).Append("\r\n");

    /// <summary>A value of the program: a number, a state, a moment.</summary>
    public static string Value(string value) => value.AsSpan().ContainsAny(",;\t\"\r\n") ? Quoted(value) : value;

    /// <summary>
    /// What a person typed. A formula may begin the cell, or stand behind a separator in it: where the spreadsheet takes that for the end of the cell, the rest begins one of its own.
    /// </summary>
    public static string Typed(string typed) => typed.Length == 0 ? "" : Quoted(typed.AsSpan().ContainsAny(Beginnings) ? Formula().Replace(typed, $"${{1}}{Harmless}") : typed);

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex("""(^|[;\t\r\n]["\s]*)(?=[\s"]*[=+\-@＝＋－＠])""", RegexOptions.CultureInvariant)]
    private static partial Regex Formula();
}
