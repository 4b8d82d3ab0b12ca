using System.Reflection;
using System.Text.RegularExpressions;

namespace TriageBot.Storage.Migrations;

/// <summary>The steps this program knows, in order, numbered 1, 2, 3, … A gap or a double number is a programmer's mistake and throws.</summary>
public sealed partial class MigrationSet
{
    public MigrationSet(IEnumerable<Migration> migrations)
    {
        All = [.. migrations.OrderBy(migration => migration.Version).ThenBy(migration => migration.Name, StringComparer.Ordinal)];
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i].Version != i + 1)
            {
                throw new ArgumentException(
                    $"Migration {All[i].Name} stands where number {i + 1:0000} is expected: close the gap or renumber it.", nameof(migrations));
            }
        }
    }

    /// <summary>The <c>.sql</c> files beside this class, built into the program.</summary>
    public static MigrationSet OfThisProgram { get; } = new(Embedded(typeof(MigrationSet).Assembly));

    public IReadOnlyList<Migration> All { get; }

    /// <summary>0 when there are none.</summary>
    public int Newest => All.Count;

    public IEnumerable<Migration> After(int version) => All.Skip(version);

    private static IEnumerable<Migration> Embedded(Assembly assembly) =>
        from resource in assembly.GetManifestResourceNames()
        where resource.EndsWith(".sql", StringComparison.Ordinal)
        select Read(assembly, resource);

    private static Migration Read(Assembly assembly, string resource)
    {
        var match = FileName().Match(resource);
        if (!match.Success) throw new InvalidOperationException($"{resource} is no migration: name it like 0001_what_it_adds.sql.");
        using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} cannot be read.");
        using var reader = new StreamReader(stream);
        return new Migration(int.Parse(match.Groups["number"].ValueSpan), match.Groups["name"].Value, reader.ReadToEnd());
    }

    [GeneratedRegex(@"\.(?<name>(?<number>\d{4})_[a-z0-9_]+)\.sql$", RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();
}
