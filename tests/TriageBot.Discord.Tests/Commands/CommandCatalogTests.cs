using System.Text.RegularExpressions;
using TriageBot.Chat.Discord.Commands;
using TriageBot.Features;

namespace TriageBot.Discord.Tests.Commands;

/// <summary>The bot's commands keep Discord's limits (protocol reference, section A4).</summary>
public sealed partial class CommandCatalogTests
{
    private static readonly IReadOnlyList<CommandBody> All = [.. CommandCatalog.Of(TriageBotServices.Surface)];

    public static TheoryData<string> Names => [.. All.Select(command => command.Name)];

    [Fact]
    public void There_are_not_more_commands_and_menus_than_Discord_takes()
    {
        Assert.InRange(All.Count(command => command.Type == CommandType.Typed), 1, 100);
        Assert.InRange(All.Count(command => command.Type == CommandType.OnMessage), 1, 15);
        Assert.InRange(All.Count(command => command.Type == CommandType.OnMember), 1, 15);
        Assert.Equal(All.Count, All.Select(command => (command.Type, command.Name)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_command_keeps_the_limits(string name)
    {
        var command = All.First(command => command.Name == name);
        var options = command.Options ?? [];
        if (command.Type == CommandType.Typed)
        {
            Assert.Matches(TypedName(), command.Name);
            Assert.InRange(command.Description!.Length, 1, 100);
        }
        else
        {
            Assert.InRange(command.Name.Length, 1, 32);
            Assert.Null(command.Description);
        }

        Assert.InRange(options.Count, 0, 25);
        Assert.Equal(options.OrderByDescending(option => option.Required == true), options);
        Assert.All(options, option =>
        {
            Assert.Matches(TypedName(), option.Name);
            Assert.InRange(option.Description.Length, 1, 100);
            Assert.False(option.Autocomplete == true && option.Choices is not null);
            Assert.All(option.Choices ?? [], choice => Assert.InRange(choice.Name.Length, 1, 100));
            Assert.True(option.Type == OptionType.Text || (option.MaxLength is null && option.Autocomplete is null));
        });
        var size = command.Name.Length + (command.Description?.Length ?? 0)
            + options.Sum(option => option.Name.Length + option.Description.Length + (option.Choices ?? []).Sum(choice => choice.Name.Length + choice.Value.Length));
        Assert.InRange(size, 1, 8000);
    }

    [Fact]
    public void What_Discord_adds_or_leaves_out_makes_no_difference_but_a_changed_word_does()
    {
        var returned = All.Select(command => command with
        {
            Description = command.Description ?? "",
            Options = command.Options is { Count: 0 } ? null : command.Options?.Select(option => option with { Required = option.Required ?? false, Autocomplete = option.Autocomplete ?? false, Choices = option.Choices ?? [] }).ToList(),
            Contexts = command.Contexts?.Reverse().ToList(),
        }).Reverse().ToList();

        Assert.True(CommandCatalog.IsSame(All, returned));
        Assert.False(CommandCatalog.IsSame(All, returned.Skip(1)));
        Assert.False(CommandCatalog.IsSame(All, [.. returned.Skip(1), returned[0] with { Description = "other" }]));
    }

    [GeneratedRegex("^[a-z0-9-]{1,32}$")]
    private static partial Regex TypedName();
}
