using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace TriageBot.Storage.Migrations;

/// <summary>The tables that hold what belongs to a workspace, found in the migrations themselves, so that erasing one never misses a table that was added later.</summary>
public static partial class WorkspaceTables
{
    /// <summary>What refers to a table is made after it, and so comes before it here.</summary>
    public static ImmutableArray<string> LastMadeFirst { get; } =
    [
        .. MigrationSet.OfThisProgram.All
            .SelectMany(migration => Made().Matches(migration.Sql))
            .Where(made => Holder().IsMatch(made.Groups["columns"].Value))
            .Select(made => made.Groups["table"].Value)
            .Distinct()
            .Reverse(),
    ];

    [GeneratedRegex(@"^create table (?<table>[a-z_]+) \((?<columns>.*?)^\);", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Made();

    [GeneratedRegex(@"^\s*workspace_id text", RegexOptions.Multiline)]
    private static partial Regex Holder();
}
