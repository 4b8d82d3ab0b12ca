namespace TriageBot;

/// <summary>What the program tells the shell that started it; 64, 70 and 78 are those of sysexits.h. docs/operations.md tells who ends with which.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>It was looked, and is not as it should be: an expectation of a script, a due date, the set-up of Discord.</summary>
    public const int NotAsExpected = 1;

    /// <summary>A script, a file of customers or an option of <c>triagebot due</c> cannot be used.</summary>
    public const int UnusableInput = 2;

    /// <summary>The command line was not understood, or does not say enough.</summary>
    public const int Usage = 64;

    /// <summary>Something that runs as long as the program does has failed for good: timed work, the connection to Discord. The log says why. Start it again.</summary>
    public const int WorkFailed = 70;

    /// <summary>Configuration, data file or port do not allow a start.</summary>
    public const int Configuration = 78;
}
