using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Export;
using TriageBot.Features.Records;

namespace TriageBot.Features.Export;

/// <summary>One table as a CSV file.</summary>
internal sealed class ExportTable(ExportSight sight, IReadOnlyDictionary<string, string> members, IReadOnlyDictionary<long, string> customers)
{
    private const string Private = "private";

    public string Write(RecordTable table, IReadOnlyList<IDictionary<string, object?>> rows)
    {
        var text = new StringBuilder();
        var columns = table.Columns.Select(column => (Name: column, RecordColumns.Of(table.Name, column).Kind)).ToList();
        CsvText.AppendLine(text, table.Columns.SelectMany(column => Headers(table, column)));
        foreach (var row in rows)
        {
            var isHidden = sight.Hides(table.Name, row);
            CsvText.AppendLine(text, columns.SelectMany(column =>
                isHidden && !ExportSight.Shows(table.Name, column.Name) ? Hidden(table, column.Name) : Cells(column.Kind, column.Name, row[column.Name])));
        }

        return text.ToString();
    }

    /// <summary>Ids stand with the name beside them.</summary>
    public static IEnumerable<string> Headers(RecordTable table, string column) => RecordColumns.Of(table.Name, column).Kind switch
    {
        ColumnKind.Kept => [],
        ColumnKind.Member or ColumnKind.CustomerId when column != "id" => [column, Named(column)],
        _ => [column],
    };

    private static string Named(string column) => (column.EndsWith("_id", StringComparison.Ordinal) ? column[..^3] : column) + "_name";

    private static IEnumerable<string> Hidden(RecordTable table, string column) => RecordColumns.Of(table.Name, column).Kind == ColumnKind.Words
        ? [Private]
        : Headers(table, column).Select(_ => "");

    private IEnumerable<string> Cells(ColumnKind kind, string column, object? value) => (kind, value) switch
    {
        (ColumnKind.Kept, _) => [],
        (ColumnKind.Member, string id) when column != "id" => [CsvText.Typed(id), CsvText.Typed(members.GetValueOrDefault(id, ""))],
        (ColumnKind.CustomerId, long id) => [Number(id), CsvText.Typed(customers.GetValueOrDefault(id, ""))],
        (ColumnKind.Member or ColumnKind.CustomerId, null) when column != "id" => ["", ""],
        (ColumnKind.Moment, long at) => [InstantPattern.General.Format(Instant.FromUnixTimeSeconds(at / 1000))],
        (ColumnKind.YesNo, long flag) => [flag != 0 ? "yes" : "no"],
        (ColumnKind.Plain, string text) => [IsNumber(text) ? CsvText.Value(text) : CsvText.Typed(text)],
        (_, string text) => [CsvText.Typed(text)],
        (_, long number) => [Number(number)],
        (_, null) => [""],
        _ => [CsvText.Typed(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")],
    };

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiLetterOrDigit);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
