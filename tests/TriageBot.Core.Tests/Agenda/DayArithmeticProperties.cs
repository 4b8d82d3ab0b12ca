using FsCheck;
using FsCheck.Fluent;
using TriageBot.Core.Agenda;

namespace TriageBot.Core.Tests.Agenda;

/// <summary>Rules A3 and A5: the cut line and the arithmetic above it never tell different stories.</summary>
public sealed class DayArithmeticProperties
{
    private static readonly Gen<(DayArithmetic Day, int[] Remaining)> Days =
        from working in Gen.Choose(0, 900)
        from taken in Gen.Choose(0, 300)
        from buffer in Gen.Choose(0, 120)
        from unplanned in Gen.Choose(0, 200)
        from hundredths in Gen.Choose(80, 200)
        from count in Gen.Choose(0, 12)
        from remaining in Gen.Choose(1, 240).ArrayOf(count)
        select (new DayArithmetic(working, Math.Min(taken, working), remaining.Sum(), hundredths / 100m, buffer, unplanned), remaining);

    [Fact]
    public void A5_the_cut_line_is_a_strict_prefix_that_fits_and_the_next_one_does_not() => Check(given =>
    {
        var fitting = CutLine.After(given.Remaining, given.Day);
        return (fitting == 0 || given.Day.IsRoomFor(given.Remaining.Take(fitting).Sum()))
            && (fitting == given.Remaining.Length || !given.Day.IsRoomFor(given.Remaining.Take(fitting + 1).Sum()));
    });

    [Fact]
    public void A5_nothing_is_below_the_cut_line_exactly_when_the_day_is_said_to_fit() => Check(given =>
        given.Day.Fit is DayFit.Fits or DayFit.Nothing == (CutLine.After(given.Remaining, given.Day) == given.Remaining.Length));

    /// <summary>Told from the rule's words, in minutes of the whole day.</summary>
    [Fact]
    public void A3_what_is_spare_eaten_or_missing_is_what_the_printed_numbers_leave() => Check(given =>
    {
        var day = given.Day;
        var withoutBuffer = day.Working - day.Fixed - day.Need;
        return day.Fit switch
        {
            DayFit.Nothing => given.Remaining.Length == 0,
            DayFit.Fits => withoutBuffer - day.BufferLeft == -day.Over && day.Over <= 0,
            DayFit.EatsBuffer => withoutBuffer >= 0 && withoutBuffer < day.BufferLeft,
            DayFit.Short => withoutBuffer == -day.Short && day.Short > 0,
            _ => false,
        };
    });

    private static void Check(Func<(DayArithmetic Day, int[] Remaining), bool> holds) =>
        Prop.ForAll(Arb.From(Days), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
