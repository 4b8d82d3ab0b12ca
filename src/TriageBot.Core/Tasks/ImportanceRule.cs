namespace TriageBot.Core.Tasks;

public enum ImportanceKind
{
    Customer,
    Value,
}

/// <summary>What an owner has listed as important once and for all (rule O1).</summary>
/// <param name="Subject">The customer's name as typed, or the value class as typed: "$100".</param>
public sealed record ImportanceRule(ImportanceKind Kind, string Subject)
{
    /// <summary>By which two subjects are the same: capitals and spaces make no difference.</summary>
    public string MatchKey => KeyOf(Subject);

    public bool Matches(TaskItem task) => Kind switch
    {
        ImportanceKind.Customer => task.Customer.Length > 0 && KeyOf(task.Customer) == MatchKey,
        ImportanceKind.Value => task.ValueClass is { } value && value == ValueClasses.Find(Subject),
        _ => throw new ArgumentOutOfRangeException(nameof(task), Kind, "Unknown kind of rule."),
    };

    private static string KeyOf(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}

public static class ImportanceRules
{
    /// <summary>What the rules of whoever does a task say about it, new or old. A judgement that was given stays; no rule ever makes a task unimportant.</summary>
    public static bool? Judge(TaskItem task, IEnumerable<ImportanceRule> rules) =>
        task.IsImportant ?? (rules.Any(rule => rule.Matches(task)) ? true : null);
}
