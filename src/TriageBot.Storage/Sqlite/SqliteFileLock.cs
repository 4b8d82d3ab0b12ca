namespace TriageBot.Storage.Sqlite;

/// <summary>
/// Keeps a second program off the data file. The operating system holds the lock on <c>triagebot.db.lock</c> for as long as the program lives,
/// however it ends; the file itself stays and means nothing.
/// </summary>
internal static class SqliteFileLock
{
    /// <summary>How the systems say "somebody has it open": Linux, macOS, Windows.</summary>
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Creates the folder when there is none. Disposing gives the lock back.</summary>
    /// <exception cref="DatabaseRefusedException">The folder cannot be written, or another program holds the lock.</exception>
    public static IDisposable Take(string dataFile)
    {
        var folder = Path.GetDirectoryName(dataFile) ?? dataFile;
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(dataFile + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (HeldByAnother.Contains(e.HResult))
        {
            throw new DatabaseRefusedException($"Another TriageBot is running on {dataFile}: stop it, or give this one a data file of its own.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseRefusedException($"The folder {folder} cannot be written: create it and give the program's user write access to it.", e);
        }
    }
}
