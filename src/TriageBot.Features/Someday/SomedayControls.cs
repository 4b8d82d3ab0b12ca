using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Someday;

/// <summary>Keep, do or drop, for items that are shown in a list or in an agenda.</summary>
internal static class SomedayControls
{
    public const string Keep = "keep";
    public const string Do = "do";
    public const string Drop = "drop";

    /// <summary>One select for the items whose turn it is; null where there are none.</summary>
    public static Select? OfTurn(IReadOnlyList<TaskItem> shown) => shown.Count == 0
        ? null
        : new Select(
            new ControlId(SomedayVerbs.Answer).ToString(),
            "Someday-maybe…",
            [
                .. shown.SelectMany(item => new[] { (Keep, "Keep"), (Do, "Do on a day"), (Drop, "Drop") }.Select(answer => new Choice(
                    string.Create(CultureInfo.InvariantCulture, $"{answer.Item1}:{item.Number}:{item.Revision}"), $"{answer.Item2} #{item.Number}"))),
            ]);

    public static Button KeepButton(TaskItem task) => new(new ControlId(SomedayVerbs.Keep, task.Number, task.Revision).ToString(), "Keep");

    public static (string Answer, long Number, long Revision)? Read(string choice) =>
        choice.Split(':') is [var answer, var number, var revision]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var item)
        && long.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (answer, item, version)
            : null;

    /// <summary>"88:3", as lists of items offer them.</summary>
    public static (long Number, long Revision)? ReadItem(string choice) => Read(":" + choice) is var (_, number, revision) ? (number, revision) : null;

    public static Choice ChoiceOf(TaskItem item) => TaskLists.ChoiceOf(item, string.Create(CultureInfo.InvariantCulture, $"{item.Number}:{item.Revision}"));
}
