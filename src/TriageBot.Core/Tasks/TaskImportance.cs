namespace TriageBot.Core.Tasks;

/// <summary>Who judges what is important (rule O1).</summary>
public static class TaskImportance
{
    /// <summary>An owner judges their own list and the lists of those who are not owners; never another owner's.</summary>
    public static bool MayJudge(bool isOwner, bool isOwnList, bool listIsOwners) => isOwner && (isOwnList || !listIsOwners);

    /// <summary>What an owner adds to their own list counts as important unless they say otherwise; what others add waits for a judgement.</summary>
    /// <param name="said">What whoever adds it said about it; null for nothing.</param>
    public static bool? OfNew(bool? said, bool mayJudge, bool isOwnList) => mayJudge ? said ?? (isOwnList ? true : null) : null;
}
