namespace TriageBot.Core.Agenda;

/// <summary>Where the day is full (rule A5).</summary>
public static class CutLine
{
    /// <summary>How many tasks from the beginning fit: a strict prefix. Nothing below the first that does not fit is taken, however small.</summary>
    /// <param name="remaining">Remaining minutes of the planned tasks in their order.</param>
    public static int After(IEnumerable<int> remaining, DayArithmetic day)
    {
        var (fitting, planned) = (0, 0);
        foreach (var minutes in remaining)
        {
            planned += minutes;
            if (!day.IsRoomFor(planned)) break;
            fitting++;
        }

        return fitting;
    }
}
