using System.Text.RegularExpressions;
using TriageBot.Core.Commands;
using TriageBot.Features;
using TriageBot.Features.Help;
using TriageBot.Testing;

namespace TriageBot.Core.Tests.Lint;

/// <summary>What every platform asks of a command, and what we ask of ours.</summary>
public sealed partial class CommandLintTests
{
    private const int MostOptions = 25;
    private const int MostChoices = 25;
    private const int LongestSummary = 100;

    private static readonly CommandTree Tree = TriageBotServices.Commands;

    public static TheoryData<string> Names => [.. Tree.All.Select(command => command.Name)];

    [Fact]
    public void There_are_commands() => Assert.NotEmpty(Tree.All);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_command_keeps_the_limits_of_the_platforms(string name)
    {
        var command = Command(name);

        Assert.Matches(PlatformName(), command.Name);
        Assert.InRange(command.Summary.Length, 1, LongestSummary);
        Assert.InRange(command.Options.Length, 0, MostOptions);
        Assert.Equal(command.Options.Length, command.Options.Select(option => option.Name).Distinct().Count());
        Assert.All(command.Options, option =>
        {
            Assert.Matches(PlatformName(), option.Name);
            Assert.InRange(option.Summary.Length, 1, LongestSummary);
            Assert.InRange(option.Choices.Length, option.Kind == OptionKind.Choice ? 1 : 0, option.Kind == OptionKind.Choice ? MostChoices : 0);
            Assert.All(option.Choices, choice => Assert.InRange(choice.Length, 1, LongestSummary));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Required_options_come_before_optional_ones_and_positional_before_named(string name)
    {
        var options = Command(name).Options;

        Assert.Equal(options.OrderByDescending(option => option.Required), options);
        Assert.Equal(options.OrderByDescending(option => option.Positional), options);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_example_is_read_as_the_command_it_is_an_example_of(string name)
    {
        var command = Command(name);

        Assert.NotEmpty(command.Examples);
        Assert.All(command.Examples, example =>
        {
            var read = Assert.IsType<ParseResult.Command>(TypedCommandReader.Read(example, Tree));
            Assert.Same(command, read.Spec);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_command_is_played_in_a_scenario(string name)
    {
        var played = new Regex($@"[:""]\s*/{Regex.Escape(name)}(?![a-z0-9-])");
        Assert.True(Scenarios().Any(file => played.IsMatch(File.ReadAllText(file))), $"No scenario and no example day types /{name}.");
    }

    [Fact]
    public void The_page_of_commands_says_what_the_commands_are()
    {
        var page = Repository.File("docs/commands.md");
        var written = CommandsPage.Write(Tree);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(page, written);

        Assert.True(
            File.Exists(page) && File.ReadAllText(page).ReplaceLineEndings("\n") == written,
            "docs/commands.md is not what the commands say. Rewrite it: UPDATE_DOCS=1 dotnet test tests/TriageBot.Core.Tests");
    }

    private static CommandSpec Command(string name) => Tree.Find(name)!;

    private static IEnumerable<string> Scenarios() =>
        Directory.EnumerateFiles(Repository.File("tests/TriageBot.Scenarios.Tests"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.File("config"), "*.txt"));

    [GeneratedRegex("^[a-z0-9-]{1,32}$")]
    private static partial Regex PlatformName();
}
