using System.Collections.Immutable;

namespace TriageBot.Core.Agenda;

/// <summary>How much of an agenda is shown. What is not shown is counted; the headline's numbers and what is to be done first are always there (rule A11).</summary>
/// <param name="TitleLength">Most characters of a task's title.</param>
/// <param name="Then">Most lines under "then" above the cut line.</param>
/// <param name="Below">Most lines below the cut line, beside those to be done first.</param>
/// <param name="AreFirstNumbers">What is to be done first is shown by its numbers only.</param>
/// <param name="HasFoot">With someday-maybe, yesterday and the week.</param>
public sealed record AgendaRoom(int TitleLength, int Then, int Below, bool AreFirstNumbers = false, bool HasFoot = true)
{
    /// <summary>More lines to be done first are no order any more; they become numbers.</summary>
    public const int MostFirst = 200;

    private const int UsualTitle = 120;
    private const int Many = 10_000;

    /// <summary>For <c>/agenda all</c>, then the usual ones.</summary>
    public static ImmutableArray<AgendaRoom> Whole { get; } = [new(UsualTitle, Many, Many), new(60, Many, 100), .. Usual];

    /// <summary>From the roomiest to the tightest; the first that a platform can hold is taken.</summary>
    public static ImmutableArray<AgendaRoom> Usual =>
    [
        new(UsualTitle, 16, 4),
        new(UsualTitle, 8, 0),
        new(60, 8, 0),
        new(60, 4, 0, HasFoot: false),
        new(30, 2, 0, HasFoot: false),
        new(30, 0, 0, HasFoot: false),
        new(12, 0, 0, HasFoot: false),
        new(12, 0, 0, AreFirstNumbers: true, HasFoot: false),
    ];
}
