namespace TriageBot.Core.Tasks;

/// <summary>Which part of somebody's tasks a list shows.</summary>
public enum TaskListState
{
    /// <summary>Ready to be done.</summary>
    Open,
    Done,
    Dropped,
    Someday,

    /// <summary>Open, but not before a day that is still to come.</summary>
    Deferred,

    /// <summary>Open, and nobody has judged it.</summary>
    Untriaged,
}
