namespace TriageBot.Chat.Discord.Interactions;

/// <summary>Completions as Discord takes them: at most 25, names and values of 1 to 100 characters.</summary>
internal static class Suggestions
{
    private const int Most = 25;
    private const int Longest = 100;

    /// <summary>
    /// A value that is too long cannot be shortened without changing what it means, so it is left out; so is one of whose name nothing is seen, for which Discord
    /// would refuse them all, and one that a reader cannot tell from another.
    /// </summary>
    public static IEnumerable<ChoiceBody> Render(IEnumerable<Choice> choices) => choices
        .Where(choice => choice.Value.Length is > 0 and <= Longest)
        .Select(choice => new ChoiceBody(Cut.To(LiteralText.Line(choice.Label).Trim(), Longest), choice.Value))
        .Where(choice => VisibleText.IsIn(choice.Name))
        .DistinctBy(choice => choice.Name)
        .DistinctBy(choice => choice.Value)
        .Take(Most);
}
