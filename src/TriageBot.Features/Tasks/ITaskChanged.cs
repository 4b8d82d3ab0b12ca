using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;

namespace TriageBot.Features.Tasks;

/// <summary>A capability for which a member's change of a task means something. It is asked in the same transaction, after the task is saved.</summary>
internal interface ITaskChanged
{
    /// <returns>What is to be said about it to whoever made the change; null for nothing.</returns>
    Task<RichText?> ChangedAsync(Turn turn, TaskItem before, TaskItem after);

    /// <summary>Why a task cannot be private: its title stands where the team reads it, by what it means here.</summary>
    /// <returns>The sentence that says so, and what to do instead; null where nothing stands against it.</returns>
    Task<RichText?> WhySharedAsync(Turn turn, long number);
}

/// <summary>What a change of a task is judged by, and what follows from it elsewhere.</summary>
internal sealed record TaskChangeParts(ImportanceStore Rules, IEnumerable<ITaskChanged> Others);
