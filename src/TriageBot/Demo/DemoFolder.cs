namespace TriageBot.Demo;

/// <summary>The demo's temporary folder. It is gone at the end; what a killed demo left behind is gone at the next start.</summary>
internal sealed class DemoFolder : IDisposable
{
    private const string Prefix = "triagebot-demo-";
    private const string LockName = "running";

    private readonly FileStream held;

    private DemoFolder(string path)
    {
        Path = path;
        held = Hold(path);
    }

    public string Path { get; }

    public static DemoFolder Make()
    {
        foreach (var leftover in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*")) RemoveUnlessRunning(leftover);
        return new DemoFolder(Directory.CreateTempSubdirectory(Prefix).FullName);
    }

    public void Dispose()
    {
        held.Dispose();
        Directory.Delete(Path, recursive: true);
    }

    /// <summary>The system lets go of the file when its program ends, however it ends.</summary>
    private static FileStream Hold(string folder) => new(System.IO.Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static void RemoveUnlessRunning(string folder)
    {
        try
        {
            Hold(folder).Dispose();
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
        {
            // Another demo runs in it, or it belongs to somebody else.
        }
    }
}
