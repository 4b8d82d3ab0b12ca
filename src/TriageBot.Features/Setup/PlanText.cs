using TriageBot.Core.Breaks;
using TriageBot.Core.Time;

namespace TriageBot.Features.Setup;

/// <summary>Times and days of a plan as words within a sentence.</summary>
internal static class PlanText
{
    /// <summary>"at 15:30" when all working days are alike, else "Mon–Thu at 15:30, Fri at 12:00 and 14:00".</summary>
    public static string Forced(WeekOutlook outlook) => outlook.IsEveryDayAlike
        ? At(outlook.Forced[0])
        : string.Join(", ", outlook.Forced.Select(run => $"{Days(run)} {At(run)}"));

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string Joined(IEnumerable<string> parts) => parts.ToList() switch
    {
        [] => "",
        [var only] => only,
        [.. var first, var last] => $"{string.Join(", ", first)} and {last}",
    };

    private static string At(ForcedRun run) => "at " + Joined(run.Times.Select(TimeText.Clock));

    private static string Days(ForcedRun run) =>
        run.First == run.Last ? TimeText.Weekday(run.First) : $"{TimeText.Weekday(run.First)}–{TimeText.Weekday(run.Last)}";
}
