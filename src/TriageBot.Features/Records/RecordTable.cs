using System.Collections.Immutable;

namespace TriageBot.Features.Records;

/// <summary>One table of a workspace: how it is handed out, and what of it goes when somebody is forgotten.</summary>
/// <param name="Name">Of the table; with <c>.csv</c> the name of its file.</param>
/// <param name="Says">What a row is, for whoever reads the export; for <see cref="NotExported"/> tables, why it is not in it.</param>
/// <param name="Layout">Its columns but the workspace's, in the order of the file; those that tell rows apart are marked with a star.</param>
public sealed record RecordTable(string Name, string Says, string Layout)
{
    public bool NotExported { get; init; }

    /// <summary>Members whose rows these are: they go with them.</summary>
    public string Gone { get; init; } = "";

    /// <summary>Columns with words of one of <see cref="Authors"/>: they are erased, the row stays.</summary>
    public string Words { get; init; } = "";

    public string Authors { get; init; } = "";

    /// <summary>Why typed words in other columns stay when whoever typed them is forgotten; blank where none do.</summary>
    public string WordsStay { get; init; } = "";

    /// <summary>What becomes of it when a customer is forgotten; blank where no customer is in it.</summary>
    public string OfCustomer { get; init; } = "";

    public ImmutableArray<string> Columns { get; } = [.. Layout.Split(' ').Select(column => column.TrimEnd('*'))];

    public ImmutableArray<string> Keys { get; } = [.. Layout.Split(' ').Where(column => column.EndsWith('*')).Select(column => column.TrimEnd('*'))];

    /// <summary>The column that says whose row it is.</summary>
    public string Workspace => Name == "workspaces" ? "id" : "workspace_id";

    public IEnumerable<string> Of(params IReadOnlyCollection<ColumnKind> kinds) => Columns.Where(column => kinds.Contains(RecordColumns.Of(Name, column).Kind));

    public static string[] Split(string columns) => columns.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
