using System.Collections.Immutable;
using System.Text;

namespace TriageBot.Core.Customers;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">Where it begins, from 1: a quoted field may hold line breaks.</param>
public sealed record CsvRecord(int Line, ImmutableArray<string> Fields);

/// <summary>What cannot be read, and in which line.</summary>
public sealed record CsvFault(int Line, string Sentence);

/// <summary>
/// Reads CSV as spreadsheets write it: quoted fields with doubled quotes and line breaks, any line ending, a byte order mark, and commas, semicolons or tabs between
/// fields, whichever the first line has most of (RFC 4180 and its habits).
/// </summary>
public sealed class CsvReader
{
    private readonly string text;
    private readonly char separator;
    private readonly List<CsvRecord> records = [];
    private readonly List<CsvFault> faults = [];
    private readonly ImmutableArray<string>.Builder fields = ImmutableArray.CreateBuilder<string>();
    private int at;
    private int line = 1;

    private CsvReader(string text)
    {
        this.text = text.TrimStart('\uFEFF');
        separator = SeparatorOf(this.text);
    }

    public static (IReadOnlyList<CsvRecord> Records, IReadOnlyList<CsvFault> Faults) Read(string text) => new CsvReader(text).Read();

    private (IReadOnlyList<CsvRecord> Records, IReadOnlyList<CsvFault> Faults) Read()
    {
        while (at < text.Length)
        {
            var begins = line;
            do fields.Add(Field(begins));
            while (Take(separator));
            TakeLineEnd();
            // A line of nothing but separators is the empty row of a spreadsheet.
            if (fields.Any(field => field.Length > 0)) records.Add(new CsvRecord(begins, fields.ToImmutable()));
            fields.Clear();
        }

        return (records, faults);
    }

    private string Field(int begins)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return Take('"') ? Quoted(begins) : Bare();
    }

    private string Bare()
    {
        var start = at;
        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n')) at++;
        return text[start..at].Trim();
    }

    private string Quoted(int begins)
    {
        var value = new StringBuilder();
        while (at < text.Length)
        {
            var next = text[at++];
            if (next == '\n' || (next == '\r' && (at == text.Length || text[at] != '\n'))) line++;
            if (next != '"') value.Append(next);
            else if (Take('"')) value.Append('"');
            else
            {
                var rest = Bare();
                if (rest.Length > 0) faults.Add(new CsvFault(line, $"after the closing quote stands “{rest}”; a quote inside quotes is written twice"));
                return value.ToString().Trim();
            }
        }

        faults.Add(new CsvFault(begins, "a quote is opened here and never closed"));
        return value.ToString();
    }

    private bool Take(char wanted)
    {
        if (at == text.Length || text[at] != wanted) return false;
        at++;
        return true;
    }

    private void TakeLineEnd()
    {
        if (at == text.Length) return;
        if (Take('\r')) Take('\n');
        else Take('\n');
        line++;
    }

    private static char SeparatorOf(string text)
    {
        var first = text.Split('\n', 2)[0];
        return new[] { ',', ';', '\t' }.MaxBy(mark => first.Count(character => character == mark));
    }
}
