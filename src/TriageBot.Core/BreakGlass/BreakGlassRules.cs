using NodaTime;

namespace TriageBot.Core.BreakGlass;

/// <summary>How often somebody may say that it cannot wait (rule H4).</summary>
public static class BreakGlassRules
{
    /// <summary>Above it a second member confirms.</summary>
    public const int AWeek = 3;

    /// <summary>Unplanned minutes that one interruption takes from the buffer, whatever is decided then.</summary>
    public const int InterruptionMinutes = 10;

    /// <summary>So many of the last judged ones a requester sees counted (rule M2) …</summary>
    public const int JudgedShown = 10;

    /// <summary>… and none before there are so many.</summary>
    public const int FewestJudged = 5;

    /// <param name="before">How often they have interrupted somebody this week.</param>
    public static bool NeedsSecond(int before) => before >= AWeek;

    /// <summary>The Monday on which the week of a logical day began.</summary>
    public static LocalDate WeekOf(LocalDate today) => today.PlusDays(1 - (int)today.DayOfWeek);
}
