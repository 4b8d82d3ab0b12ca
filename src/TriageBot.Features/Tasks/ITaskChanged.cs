using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;

namespace TriageBot.Features.Tasks;

/// <summary>A capability for which a member's change of a task means something. It is asked in the same transaction, after the task is saved.</summary>
internal interface ITaskChanged
{
    /// <returns>What is to be said about it to whoever made the change; null for nothing.</returns>
    Task<RichText?> ChangedAsync(Turn turn, TaskItem before, TaskItem after);
}

/// <summary>What a change of a task is judged by, and what follows from it elsewhere.</summary>
internal sealed record TaskChangeParts(ImportanceStore Rules, IEnumerable<ITaskChanged> Others);
