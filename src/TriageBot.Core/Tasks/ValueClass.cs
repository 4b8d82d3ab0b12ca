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
