using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;
using TriageBot.Core.Commands;

namespace TriageBot.Settings;

/// <summary>Reads the options from appsettings.json, the user's secrets, the environment and the command line; the later one wins.</summary>
public static class OptionsReader
{
    public const string FileName = "appsettings.json";

    /// <summary>Of <c>dotnet user-secrets</c>; the project file names it too.</summary>
    private const string UserSecretsId = "triagebot";

    private const string EnvironmentPrefix = "TRIAGEBOT__";

    /// <summary>With the file beside the program and the one in the working directory; the latter wins.</summary>
    /// <exception cref="StartRefusedException">Something is wrong. The message names every wrong key.</exception>
    public static TriageBotOptions ReadHere(IReadOnlyDictionary<string, string?>? commandLine = null) =>
        Read([AppContext.BaseDirectory, Directory.GetCurrentDirectory()], commandLine ?? new Dictionary<string, string?>());

    /// <param name="folders">Where an appsettings.json may stand; a later one wins over an earlier one.</param>
    /// <param name="commandLine">Keys and values given on the command line.</param>
    /// <exception cref="StartRefusedException">Something is wrong. The message names every wrong key.</exception>
    public static TriageBotOptions Read(IEnumerable<string> folders, IReadOnlyDictionary<string, string?> commandLine)
    {
        var builder = new ConfigurationBuilder();
        foreach (var folder in folders.Select(Path.GetFullPath).Distinct()) builder.AddJsonFile(Path.Combine(folder, FileName), optional: true, reloadOnChange: false);
        builder.AddUserSecrets(UserSecretsId, reloadOnChange: false);
        builder.AddEnvironmentVariables(EnvironmentPrefix);
        builder.AddInMemoryCollection(commandLine);

        return Check(Build(builder));
    }

    private static IConfigurationRoot Build(ConfigurationBuilder builder)
    {
        try
        {
            return builder.Build();
        }
        catch (InvalidDataException broken)
        {
            var file = broken.Message.Split('\'').ElementAtOrDefault(1) ?? FileName;
            var line = FindJsonError(broken) is { LineNumber: { } zeroBased } ? $" in line {zeroBased + 1}" : "";
            throw new StartRefusedException($"{file} is not valid JSON{line}. Compare it with appsettings.example.json.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            var file = unreadable.Message.Split('\'').ElementAtOrDefault(1) ?? FileName;
            throw new StartRefusedException($"{file} cannot be read. Let the user who starts TriageBot read it, or move it away.");
        }
    }

    private static JsonException? FindJsonError(Exception? exception) =>
        exception is null or JsonException ? exception as JsonException : FindJsonError(exception.InnerException);

    /// <summary>Values are never repeated in a problem: a token pasted under the wrong key must not reach a terminal or a log.</summary>
    private static TriageBotOptions Check(IConfigurationRoot configuration)
    {
        var options = new TriageBotOptions();
        var problems = new List<string>();
        foreach (var (name, value) in configuration.AsEnumerable().Where(pair => pair.Value is not null).OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase))
        {
            if (OptionKey.Find(name) is not { } key) problems.Add(Unknown(configuration, name));
            else if (key.Apply(options, value ?? "") is { } changed) options = changed;
            else problems.Add($"{key.Name} ({Source(configuration, name)}) expects {key.Expects}.");
        }

        if (options is { Web.Enabled: false, Discord.IsOn: false } && problems.Count == 0) problems.Add("Web:Enabled is false and no other chat is set up: the bot could talk to nobody.");
        return problems.Count == 0 ? options : throw new StartRefusedException(Sentence(problems));
    }

    private static string Unknown(IConfigurationRoot configuration, string name)
    {
        var nearest = Spelling.Nearest(name, OptionKey.All.Select(key => key.Name)).FirstOrDefault();
        return $"{name} ({Source(configuration, name)}) is unknown{(nearest is null ? "." : $"; did you mean {nearest}?")}";
    }

    private static string Sentence(IReadOnlyList<string> problems)
    {
        var head = problems.Count == 1 ? "One setting is wrong" : $"{problems.Count} settings are wrong";
        return $"{head}; appsettings.example.json shows every key.{string.Concat(problems.Select(problem => $"{Environment.NewLine}  {problem}"))}";
    }

    /// <summary>Where the value that counts came from: the last provider that has the key.</summary>
    private static string Source(IConfigurationRoot configuration, string name) =>
        configuration.Providers.Last(provider => provider.TryGet(name, out _)) switch
        {
            EnvironmentVariablesConfigurationProvider => EnvironmentPrefix + name.ToUpperInvariant().Replace(":", "__", StringComparison.Ordinal),
            JsonConfigurationProvider file => file.Source.Path ?? FileName,
            MemoryConfigurationProvider or CommandLineConfigurationProvider => "command line",
            var other => other.ToString() ?? "",
        };
}
