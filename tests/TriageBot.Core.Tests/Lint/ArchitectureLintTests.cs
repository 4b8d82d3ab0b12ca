using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TriageBot.Core.Tests.Lint;

/// <summary>The house rules of the architecture that a compiler does not check.</summary>
public sealed partial class ArchitectureLintTests
{
    private const int MaxLines = 400;
    private const int MaxLinesOfClient = 3500;
    private const int MaxParameters = 5;

    private static readonly string Root = FindRoot();
    private static readonly string Source = Path.Combine(Root, "src");

    [Fact]
    public void Every_project_refers_only_to_those_below_it()
    {
        var projects = Files("src", "*.csproj").ToDictionary(file => Path.GetFileNameWithoutExtension(file), References);

        Assert.Contains("TriageBot.Core", projects.Keys);
        Assert.All(projects, project => Assert.All(project.Value, reference =>
            Assert.True(MayReferTo(project.Key, reference), $"{project.Key} must not refer to {reference}.")));
    }

    [Fact]
    public void The_core_depends_on_nothing_but_NodaTime()
    {
        var core = XDocument.Load(Path.Combine(Source, "TriageBot.Core", "TriageBot.Core.csproj"));

        Assert.Equal(["NodaTime"], core.Descendants("PackageReference").Select(package => (string?)package.Attribute("Include")));
        Assert.Empty(core.Descendants("FrameworkReference"));
    }

    [Fact]
    public void No_source_file_is_longer_than_can_be_read_at_one_sitting() => Assert.All(SourceFiles(), file =>
    {
        var lines = File.ReadLines(file).Count();
        Assert.True(lines <= MaxLines, $"{Shown(file)} has {lines} lines; at most {MaxLines}.");
    });

    [Fact]
    public void The_Discord_client_stays_as_small_as_was_promised_when_it_was_begun()
    {
        var lines = SourceFiles().Where(file => Shown(file).StartsWith(Path.Combine("src", "TriageBot.Chat.Discord") + Path.DirectorySeparatorChar, StringComparison.Ordinal)).Sum(file => File.ReadLines(file).Count());

        Assert.InRange(lines, 1, MaxLinesOfClient);
    }

    [Fact]
    public void No_class_needs_more_than_five_others() => Assert.All(SourceFiles(), file => Assert.All(PrimaryConstructor().Matches(File.ReadAllText(file)), constructor =>
    {
        var count = TypeArguments().Replace(constructor.Groups["parameters"].Value, "").Split(',').Length;
        Assert.True(count <= MaxParameters, $"{Shown(file)}: {constructor.Groups["name"].Value} takes {count}; at most {MaxParameters}.");
    }));

    [Fact]
    public void There_is_no_drawer_for_what_has_no_name() => Assert.All(SourceFiles(), file =>
        Assert.False(Drawer().IsMatch(Path.GetDirectoryName(Shown(file)) ?? ""), $"{Shown(file)} lies in a folder that says nothing about it."));

    [Fact]
    public void Nothing_is_left_to_be_done_later() => Assert.All(SourceFiles(), file =>
    {
        var found = File.ReadLines(file).Index().FirstOrDefault(line => Unfinished().IsMatch(line.Item));
        Assert.True(found.Item is null, $"{Shown(file)}, line {found.Index + 1}: {found.Item}");
    });

    [Fact]
    public void A_namespace_is_its_folder() => Assert.All(SourceFiles(), file =>
    {
        var declared = File.ReadLines(file).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal));
        if (declared is null) return;
        var folder = Path.GetRelativePath(Source, Path.GetDirectoryName(file) ?? Source);
        Assert.Equal($"namespace {folder.Replace(Path.DirectorySeparatorChar, '.')};", declared);
    });

    /// <summary>The rest of the formatting is looked at by the build and by <c>dotnet format whitespace</c>.</summary>
    [Fact]
    public void What_a_file_uses_stands_in_order_the_system_first() => Assert.All(SourceFiles().Concat(Files("tests", "*.cs")).Concat(Files("bench", "*.cs")), file =>
    {
        var used = File.ReadLines(file).Select(line => Using().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value).ToList();
        var inOrder = used.OrderBy(name => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal)).ThenBy(name => name, StringComparer.OrdinalIgnoreCase);
        Assert.Equal(inOrder, used);
    });

    private static bool MayReferTo(string project, string reference) => (project, reference) switch
    {
        ("TriageBot.Core", _) => false,
        (_, "TriageBot.Core") => true,
        ("TriageBot.Features", _) => reference == "TriageBot.Storage",
        ("TriageBot.Chat.Discord", _) => reference == "TriageBot.Chat.Discord.Rendering",
        ("TriageBot.Chat.Discord.Setup", _) => reference == "TriageBot.Chat.Discord",
        ("TriageBot", _) => reference is "TriageBot.Features" or "TriageBot.Storage" || reference.StartsWith("TriageBot.Chat.", StringComparison.Ordinal),
        _ => false,
    };

    private static IReadOnlyList<string> References(string project) =>
        [.. XDocument.Load(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension((string?)reference.Attribute("Include") ?? ""))];

    private static IReadOnlyList<string> SourceFiles()
    {
        var files = Files("src", "*.cs");
        Assert.NotEmpty(files);
        return files;
    }

    private static IReadOnlyList<string> Files(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories).Where(file => !BuildOutput().IsMatch(Shown(file)))];

    private static string Shown(string file) => Path.GetRelativePath(Root, file);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TriageBot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests read the repository; TriageBot.sln is in no folder above them.");
    }

    [GeneratedRegex(@"\bclass (?<name>\w+)(<[^>]*>)?\((?<parameters>[^()]*)\)")]
    private static partial Regex PrimaryConstructor();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex TypeArguments();

    // Neither "using static", nor an alias, nor a using of a variable.
    [GeneratedRegex(@"^using (?<name>[\w.]+);")]
    private static partial Regex Using();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex BuildOutput();

    [GeneratedRegex(@"[\\/](Common|Shared|Utils?|Helpers?)([\\/]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Drawer();

    // The words that the sources must not hold; this file is a test and is not looked through.
    [GeneratedRegex(@"\b(TODO|FIXME)\b")]
    private static partial Regex Unfinished();
}
