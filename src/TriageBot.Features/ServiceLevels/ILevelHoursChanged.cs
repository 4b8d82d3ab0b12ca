using TriageBot.Core.ServiceLevels;

namespace TriageBot.Features.ServiceLevels;

/// <summary>A capability whose deadlines are counted in a level's hours.</summary>
internal interface ILevelHoursChanged
{
    /// <param name="reason">Within a sentence: "Thu 12 Mar is closed (Storm)".</param>
    /// <returns>How many open items moved.</returns>
    Task<int> LevelHoursChangedAsync(UnitOfWork unit, LevelTerms before, LevelTerms after, string reason);
}
