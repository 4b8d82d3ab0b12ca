using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TriageBot.Simulate;

/// <summary>Reads what a person does with a message instead of typing one: press, choose, fill, menu.</summary>
internal static partial class DeedReader
{
    /// <param name="problem">Makes the exception for a deed that is begun but makes no sense.</param>
    /// <returns>Null when the words are no deed.</returns>
    public static ScriptStep? Read(int line, string who, string said, Func<string, ScriptException> problem)
    {
        var (verb, rest) = FirstWord(said);
        return verb switch
        {
            "press" or "choose" => ReadPress(line, who, rest) ?? throw problem($"expected the label of a button: {who}: press Answer #1"),
            "fill" => ReadFill(line, who, rest) ?? throw problem($"expected the form's fields by name: {who}: fill text:\"On it\""),
            "menu" => ReadMenu(line, who, rest)
                ?? throw problem($"expected the entry and a part of the message, both in quotes: {who}: menu \"Hold for the next break\" \"printer is down\""),
            _ => null,
        };
    }

    public static string Unquoted(string text) => text is ['"', .. var inner, '"'] ? inner : text;

    public static (string First, string Others) FirstWord(string text) =>
        text.Split(' ', 2, StringSplitOptions.TrimEntries) is [var first, var others] ? (first, others) : (text, "");

    private static ScriptStep.Press? ReadPress(int line, string who, string rest)
    {
        var match = LabelAndItem().Match(rest);
        if (!match.Success) return null;
        long? item = match.Groups["item"].Success ? long.Parse(match.Groups["item"].Value, CultureInfo.InvariantCulture) : null;
        return new ScriptStep.Press(line, who, Unquoted(match.Groups["label"].Value), item);
    }

    private static ScriptStep.Fill? ReadFill(int line, string who, string rest)
    {
        var values = Field().Matches(rest);
        if (values.Count == 0 || values.DistinctBy(field => field.Groups["name"].Value).Count() < values.Count || Field().Replace(rest, "").Trim().Length > 0) return null;
        return new ScriptStep.Fill(line, who, values.ToImmutableDictionary(field => field.Groups["name"].Value, field => Unquoted(field.Groups["value"].Value)));
    }

    private static ScriptStep.Menu? ReadMenu(int line, string who, string rest)
    {
        var match = TwoQuoted().Match(rest);
        return match.Success ? new ScriptStep.Menu(line, who, match.Groups["entry"].Value, match.Groups["part"].Value) : null;
    }

    [GeneratedRegex(@"^(?<label>"".+""|.+?)(?:\s+#(?<item>\d{1,18}))?$")]
    private static partial Regex LabelAndItem();

    [GeneratedRegex(@"(?<name>[A-Za-z0-9_-]+):(?<value>""[^""]*""|\S+)")]
    private static partial Regex Field();

    [GeneratedRegex(@"^""(?<entry>[^""]+)""\s+""(?<part>[^""]+)""$")]
    private static partial Regex TwoQuoted();
}
