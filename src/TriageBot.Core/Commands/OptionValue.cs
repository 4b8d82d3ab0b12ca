using System.Globalization;
using TriageBot.Core.Time;

namespace TriageBot.Core.Commands;

/// <summary>Checks one value of an option by its kind. Kinds that need to know the workspace (members, dates, zones) are left to their features.</summary>
public static class OptionValue
{
    /// <summary>The value as features see it (a choice in its own spelling, "yes" or "no", minutes or an item's number as digits), or what is wrong with it.</summary>
    /// <returns>A problem's position is 0; its example is a value that would be accepted, or empty where only the person knows one.</returns>
    public static ParseOutcome<string> Check(OptionSpec option, string value)
    {
        if (string.IsNullOrWhiteSpace(value)) return Problem($"“{option.Name}” needs a value.", "");
        if (value.Length > option.MaxLength)
        {
            return Problem($"“{option.Name}” may have at most {option.MaxLength} characters; this has {value.Length}.", Cut(value, option.MaxLength));
        }

        return option.Kind switch
        {
            OptionKind.Choice => Choice(option, value.Trim()),
            OptionKind.YesNo => YesNo(option, value.Trim()),
            OptionKind.Duration => Minutes(option, value),
            OptionKind.Item => Item(option, value.Trim()),
            _ => new ParseOutcome<string>.Success(value),
        };
    }

    /// <summary>A yes or a no as people write it; null for all else.</summary>
    public static bool? ReadYesNo(string word) => word.Trim().ToLowerInvariant() switch
    {
        "yes" or "y" or "true" => true,
        "no" or "n" or "false" => false,
        _ => null,
    };

    /// <summary>The choice in its own spelling; null when the word is none.</summary>
    internal static string? MatchingChoice(OptionSpec option, string word) =>
        option.Choices.FirstOrDefault(choice => choice.Equals(word, StringComparison.OrdinalIgnoreCase));

    private static ParseOutcome<string> Choice(OptionSpec option, string word)
    {
        if (MatchingChoice(option, word) is { } choice) return new ParseOutcome<string>.Success(choice);
        var nearest = Spelling.Nearest(word, option.Choices).FirstOrDefault() ?? option.Choices.FirstOrDefault() ?? "";
        return Problem($"“{option.Name}” is one of {string.Join(", ", option.Choices)}, not “{word}”.", nearest);
    }

    private static ParseOutcome<string> YesNo(OptionSpec option, string word) => ReadYesNo(word) switch
    {
        true => new ParseOutcome<string>.Success("yes"),
        false => new ParseOutcome<string>.Success("no"),
        null => Problem($"“{option.Name}” is yes or no, not “{word}”.", "yes"),
    };

    private static ParseOutcome<string> Minutes(OptionSpec option, string text) => MinutesText.Read(text) is { } minutes
        ? new ParseOutcome<string>.Success(minutes.ToString(CultureInfo.InvariantCulture))
        : Problem($"“{option.Name}” is a length such as 45m or 1h30, not “{text}”.", "45m");

    private static ParseOutcome<string> Item(OptionSpec option, string word)
    {
        var digits = word.StartsWith('#') ? word[1..] : word;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new ParseOutcome<string>.Success(number.ToString(CultureInfo.InvariantCulture))
            : Problem($"“{option.Name}” is the number of an item such as #142, not “{word}”.", "");
    }

    private static string Cut(string value, int length) => value[..(char.IsHighSurrogate(value[length - 1]) ? length - 1 : length)];

    private static ParseOutcome<string>.Problem Problem(string sentence, string example) => new(sentence, 0, example);
}
