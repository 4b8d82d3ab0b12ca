namespace TriageBot.Core.Tasks;

/// <summary>What an hour on a task is worth, in the order in which tasks are done (rule O3). Unset ranks as <see cref="Ten"/>.</summary>
public enum ValueClass
{
    /// <summary>$100.</summary>
    Hundred,

    /// <summary>$10.</summary>
    Ten,

    /// <summary>$1.</summary>
    One,
}

public static class ValueClasses
{
    /// <summary>"$100", as people type it.</summary>
    public static string NameOf(ValueClass value) => value switch
    {
        ValueClass.Hundred => "$100",
        ValueClass.Ten => "$10",
        ValueClass.One => "$1",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown value class."),
    };

    /// <summary>All of them, as people type them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<ValueClass>().Select(NameOf)];

    /// <summary>Null when the text names none.</summary>
    public static ValueClass? Find(string text) => text.Trim() switch
    {
        "$100" or "100" => ValueClass.Hundred,
        "$10" or "10" => ValueClass.Ten,
        "$1" or "1" => ValueClass.One,
        _ => null,
    };
}
