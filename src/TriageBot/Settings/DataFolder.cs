namespace TriageBot.Settings;

/// <summary>The folder with the database, held by one running program at a time. A killed program lets go of it.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string LockName = "triagebot.lock";

    /// <summary>How Linux, macOS and Windows say that somebody else holds the file.</summary>
    private static readonly int[] SharingViolations = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream held;

    private DataFolder(FileStream held) => this.held = held;

    /// <summary>Makes the folder if need be and holds it until disposed.</summary>
    /// <exception cref="StartRefusedException">It cannot be written to, or another program holds it.</exception>
    public static DataFolder Hold(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return TryHold(folder) ?? throw new StartRefusedException(
                $"Another TriageBot is running with the data in {folder}. Stop it first, or give this one a folder of its own: --data other-folder --port 5081");
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new StartRefusedException($"The data folder {folder} cannot be written to. Make it writable, or choose another one: --data folder");
        }
    }

    /// <summary>Null when another program holds it.</summary>
    public static DataFolder? TryHold(string folder)
    {
        try
        {
            return new DataFolder(new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken) when (SharingViolations.Contains(taken.HResult))
        {
            return null;
        }
    }

    public void Dispose() => held.Dispose();
}
