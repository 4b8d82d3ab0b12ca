namespace TriageBot.Core.Agenda;

/// <summary>How a day's need and free time compare (rule A3).</summary>
public enum DayFit
{
    /// <summary>No time is needed at all.</summary>
    Nothing,

    Fits,

    /// <summary>It fits only into the minutes kept for emergencies.</summary>
    EatsBuffer,

    /// <summary>It does not fit even without the buffer.</summary>
    Short,
}

/// <summary>The day's arithmetic (rule A3). All times are whole minutes.</summary>
/// <param name="Working">W: working time left of the day.</param>
/// <param name="Fixed">F: of it, reserved by blocks and appointments.</param>
/// <param name="Planned">P: remaining estimates of what is planned and has no fixed time.</param>
/// <param name="Factor">k: how much longer things have taken than estimated, 0.8–2.0 (rule A4).</param>
/// <param name="Buffer">B: kept for emergencies.</param>
/// <param name="Unplanned">U: what unplanned work has taken today already.</param>
public sealed record DayArithmetic(int Working, int Fixed, int Planned, decimal Factor, int Buffer, int Unplanned)
{
    /// <summary>Unplanned work is paid from the buffer first; what goes beyond it has shortened the day by itself.</summary>
    public int BufferLeft => Math.Max(Buffer - Unplanned, 0);

    /// <summary>Negative when less time is left than the buffer and the fixed times take.</summary>
    public int Free => Working - Fixed - BufferLeft;

    public int Need => NeedOf(Planned);

    public int Over => Need - Free;

    /// <summary>How much is missing even if nothing were kept for emergencies; meant where <see cref="Fit"/> is <see cref="DayFit.Short"/>.</summary>
    public int Short => Over - BufferLeft;

    public DayFit Fit => this switch
    {
        { Need: 0 } => DayFit.Nothing,
        { Over: <= 0 } => DayFit.Fits,
        { Short: <= 0 } => DayFit.EatsBuffer,
        _ => DayFit.Short,
    };

    /// <summary>The minutes that some planned minutes will really take, rounded up.</summary>
    public int NeedOf(int planned) => Estimates.Need(planned, Factor);

    /// <summary>Whether so many planned minutes from the beginning of the order fit above the cut line (rule A5).</summary>
    public bool IsRoomFor(int planned) => NeedOf(planned) <= Free;

    /// <summary>The same day with more to do, or less.</summary>
    public DayArithmetic Plus(int planned) => this with { Planned = Math.Max(0, Planned + planned) };
}
