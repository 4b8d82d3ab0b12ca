using System.Text;

namespace TriageBot.Core.Commands;

/// <summary>Writes a command as a person could have typed it; <see cref="TypedCommandReader"/> reads the same values back.</summary>
public static class CommandPrinter
{
    /// <summary>Options of <paramref name="values"/> that the command does not have are left out.</summary>
    public static string Print(CommandSpec spec, IReadOnlyDictionary<string, string> values)
    {
        var line = new StringBuilder("/").Append(spec.Name);
        var unnamed = true;
        foreach (var option in spec.Options)
        {
            if (!values.TryGetValue(option.Name, out var value))
            {
                // A positional left out: what follows would be read in its place.
                if (option.Positional) unnamed = false;
                continue;
            }

            line.Append(' ');
            if (!option.Positional || !unnamed) line.Append(option.Name).Append(':');
            var isLastPositional = option == spec.Options.LastOrDefault(other => other.Positional);
            line.Append(IsBare(value, withSpaces: isLastPositional && unnamed) ? value : QuotedText.Quote(value));
        }

        return line.ToString();
    }

    private static bool IsBare(string value, bool withSpaces)
    {
        if (value.Length == 0 || value.Any(QuotedText.IsQuote) || MayHoldName(value)) return false;
        return withSpaces ? !char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1]) : !value.Any(char.IsWhiteSpace);
    }

    /// <summary>A colon could end the name of an option, except after the hour of a clock time.</summary>
    private static bool MayHoldName(string value) => value.Split((char[]?)null)
        .Any(word => word.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 && !(colon is 1 or 2 && word[..colon].All(char.IsAsciiDigit)));
}
