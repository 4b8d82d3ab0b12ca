namespace TriageBot;

/// <summary>What the program tells the shell that started it; 64, 70 and 78 are those of sysexits.h.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>A simulated day did not show what its script expects.</summary>
    public const int ExpectationFailed = 1;

    /// <summary>A due date was refused, or could be several.</summary>
    public const int NoDate = 1;

    /// <summary>A script cannot be read or played.</summary>
    public const int ScriptError = 2;

    /// <summary>The options of <c>triagebot due</c> were not understood.</summary>
    public const int WrongDueOption = 2;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 64;

    /// <summary>Timed work failed ten times in a row; the log says why. Start it again.</summary>
    public const int TimedWorkFailed = 70;

    /// <summary>Configuration, data file or port do not allow a start.</summary>
    public const int Configuration = 78;
}
