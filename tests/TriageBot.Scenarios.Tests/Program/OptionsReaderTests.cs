using System.Text.Json;
using Microsoft.Extensions.Logging;
using NodaTime;
using TriageBot.Settings;
using TriageBot.Simulate;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Program;

public sealed class OptionsReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = TemporaryFolder.Make("triagebot-test");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Without_any_setting_the_defaults_hold() => Assert.Equal(new TriageBotOptions(), Read());

    [Fact]
    public void Settings_come_from_a_file_with_comments_and_the_command_line_wins()
    {
        Write("""
            {
              // a comment
              "Web": { "Port": 5081 },
              "data": { "folder": "elsewhere" },
              "Team": { "AgendaTime": "07:45", "AgendaChannel": "#mornings" },
              "Logging": { "Level": "debug" }, /* and a comma too many */
            }
            """);
        var options = Read(("Web:Port", "5082"));

        Assert.Equal(5082, options.Web.Port);
        Assert.Equal("elsewhere", options.Data.Folder);
        Assert.Equal(new LocalTime(7, 45), options.Team.AgendaTime);
        Assert.Equal("mornings", options.Team.AgendaChannel);
        Assert.Equal(LogLevel.Debug, options.Logging.Level);
    }

    [Fact]
    public void All_wrong_keys_are_named_at_once_with_where_they_stand_and_the_nearest_right_key()
    {
        Write("""{ "Web": { "Prot": 1, "Port": "eighty" }, "Hold": { "CeilingMinutes": 5 }, "Team": { "Zone": "Oslo" } }""");
        var problem = Problem(("Logging:Level", "3"));

        Assert.StartsWith("5 settings are wrong", problem);
        Assert.Contains("Web:Prot (appsettings.json) is unknown; did you mean Web:Port?", problem);
        Assert.Contains("Web:Port (appsettings.json) expects a whole number from 0 to 65535.", problem);
        Assert.Contains("Hold:CeilingMinutes (appsettings.json) expects a whole number from 15 to 600.", problem);
        Assert.Contains("Team:Zone (appsettings.json) expects a time zone such as Europe/Oslo.", problem);
        Assert.Contains("Logging:Level (command line) expects Trace, Debug,", problem);
    }

    [Fact]
    public void A_value_is_never_repeated_because_it_may_be_a_secret()
    {
        Write("""{ "Discord": { "Token": "s3cr3t-one" }, "Web": { "Port": "s3cr3t-two" } }""");
        Assert.DoesNotContain("s3cr3t", Problem());
    }

    [Fact]
    public void A_file_that_is_no_JSON_is_named_with_the_line()
    {
        Write("{\n  \"Web\": {\n    \"Port\" 5080\n  }\n}");
        Assert.Contains("appsettings.json is not valid JSON in line 3.", Problem());
    }

    [Fact]
    public void A_bot_that_could_talk_to_nobody_is_refused() => Assert.Contains("could talk to nobody", Problem(("Web:Enabled", "false")));

    [Fact]
    public void The_example_file_holds_every_key_with_its_default_and_no_other()
    {
        var example = ExampleKeys(JsonDocument.Parse(File.ReadAllText(Repository.File("appsettings.example.json")), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }).RootElement, "");
        Assert.Equal(OptionKey.All.Select(key => key.Name).Order(), example.Order());

        File.Copy(Repository.File("appsettings.example.json"), Path.Combine(folder.Path, OptionsReader.FileName));
        var (read, defaults) = (Read(), new TriageBotOptions());
        Assert.Equal(defaults.Team.Breaks, read.Team.Breaks);
        Assert.Equal(defaults, read with { Team = read.Team with { Breaks = defaults.Team.Breaks } });
    }

    [Fact]
    public void Every_key_of_the_example_file_stands_under_a_comment()
    {
        var uncommented = File.ReadLines(Repository.File("appsettings.example.json"))
            .Select(line => line.Trim())
            .Aggregate((Previous: "", Bare: new List<string>()), (state, line) =>
            {
                if (line.StartsWith('"') && !state.Previous.StartsWith("//")) state.Bare.Add(line);
                return (line, state.Bare);
            }).Bare;
        Assert.Empty(uncommented);
    }

    private static IEnumerable<string> ExampleKeys(JsonElement element, string prefix) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(property => ExampleKeys(property.Value, prefix.Length == 0 ? property.Name : $"{prefix}:{property.Name}"))
        : [prefix];

    private void Write(string json) => File.WriteAllText(Path.Combine(folder.Path, OptionsReader.FileName), json);

    private TriageBotOptions Read(params IEnumerable<(string Key, string? Value)> commandLine) =>
        OptionsReader.Read([folder.Path], commandLine.ToDictionary(pair => pair.Key, pair => pair.Value));

    private string Problem(params IEnumerable<(string Key, string? Value)> commandLine) => Assert.Throws<StartRefusedException>(() => Read(commandLine)).Message;
}
