using System.Text.Json;

namespace TriageBot.Core.Tests.DueDates;

/// <summary>The labelled expressions that stand beside the repository, where they are present.</summary>
internal static class LabelledRows
{
    public sealed record Expected(string Kind, string? Value);

    public sealed record Row(string Input, string Ref, string Zone, string Order, Expected Expect, string[]? Alt, string Group, string? Div, Expected? Triage);

    public sealed record Vector(string Input, string Ref, Expected Expect, string? Order);

    private sealed record Item(string Id, Vector[] Vectors);

    private sealed record Divergences(Item[] Items);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<Row> Rows() => [.. File.ReadLines(Find("dev.jsonl")).Select(line => JsonSerializer.Deserialize<Row>(line, Json)!)];

    public static IReadOnlyList<(string Id, Vector Vector)> Vectors() =>
    [
        .. JsonSerializer.Deserialize<Divergences>(File.ReadAllText(Find("divergences.json")), Json)!.Items
            .SelectMany(item => item.Vectors.Select(vector => (item.Id, vector))),
    ];

    private static string Find(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TriageBot.sln"))) folder = folder.Parent;
        var path = Path.Combine(folder?.Parent?.FullName ?? "", "shared", "dates", name);
        if (!File.Exists(path)) Assert.Skip($"shared/dates/{name} does not stand beside the repository, so the labelled rows are not scored here.");
        return path;
    }
}
