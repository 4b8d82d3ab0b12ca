using System.IO.Compression;
using System.Text;
using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Records;
using TriageBot.Features.Workspaces;
using TriageBot.Storage;

namespace TriageBot.Features.Export;

/// <summary>Everything that is kept about a team, as a zip of CSV files with a page that explains them.</summary>
public sealed class Exporter(ExportStore store, ReplyTexts texts)
{
    /// <summary>Spreadsheets take UTF-8 for something else without its mark.</summary>
    private static readonly UTF8Encoding Marked = new(encoderShouldEmitUTF8Identifier: true);

    /// <param name="reader">Whose private tasks are whole; everybody: nobody's.</param>
    public async Task<ExportResult> MakeAsync(DbSession db, Workspace workspace, TaskReader reader, Instant now)
    {
        var rows = new Dictionary<string, IReadOnlyList<IDictionary<string, object?>>>();
        foreach (var table in RecordTables.Exported) rows[table.Name] = await store.RowsAsync(db, workspace.Id, table).ConfigureAwait(false);
        var writer = new ExportTable(
            new ExportSight(rows["tasks"], reader),
            rows["members"].ToDictionary(row => (string)row["id"]!, row => (string)row["name"]!),
            rows["customers"].ToDictionary(row => (long)row["id"]!, row => (string)row["name"]!));
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            Add(zip, "README.txt", Readme(workspace, rows, now), now);
            foreach (var table in RecordTables.Exported) Add(zip, $"{table.Name}.csv", writer.Write(table, rows[table.Name]), now);
        }

        var isBegun = rows["tasks"].Count + rows["urgent_messages"].Count + rows["escalations"].Count + rows["promises"].Count + rows["customers"].Count + rows["time_entries"].Count > 0;
        var name = $"triagebot-{LocalDatePattern.Iso.Format(now.InZone(workspace.TimeZone).Date)}.zip";
        return new ExportResult(new CardFile(name, bytes.ToArray()), rows.Count, rows.Values.Sum(table => table.Count), isBegun);
    }

    private static void Add(ZipArchive zip, string name, string text, Instant now)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = now.ToDateTimeOffset();
        using var stream = entry.Open();
        stream.Write(Marked.GetPreamble());
        stream.Write(Marked.GetBytes(text));
    }

    private string Readme(Workspace workspace, Dictionary<string, IReadOnlyList<IDictionary<string, object?>>> rows, Instant now)
    {
        var page = new StringBuilder(texts.Say(
            ExportTexts.Readme,
            ("team", ReplyValue.Typed(workspace.Name)),
            ("moment", ReplyValue.Words(InstantPattern.General.Format(Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds())))),
            ("zone", ReplyValue.Words(workspace.Zone))).ToPlainText().ReplaceLineEndings("\r\n"));
        foreach (var table in RecordTables.Exported)
        {
            page.Append($"\r\n\r\n{table.Name}.csv ({rows[table.Name].Count}): {table.Says}");
            foreach (var column in table.Columns)
            {
                var headers = string.Join(", ", ExportTable.Headers(table, column));
                if (headers.Length > 0) page.Append($"\r\n  {headers}: {RecordColumns.Of(table.Name, column).Says}");
            }
        }

        page.Append($"\r\n\r\n{texts.Say(ExportTexts.NotIncluded).ToPlainText()}");
        foreach (var table in RecordTables.All.Where(table => table.NotExported)) page.Append($"\r\n  {table.Name}: {table.Says}");
        foreach (var (table, column) in RecordTables.Exported.SelectMany(table => table.Of(ColumnKind.Kept).Select(column => (table, column))))
        {
            page.Append($"\r\n  {column} of {table.Name}: {RecordColumns.Of(table.Name, column).Says}");
        }

        return page.Append("\r\n").ToString();
    }
}

/// <param name="IsBegun">False where nothing was asked, planned or promised yet.</param>
public sealed record ExportResult(CardFile File, int Tables, int Rows, bool IsBegun);
