namespace TriageBot.Simulate;

/// <summary>A new folder that is gone after use.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private TemporaryFolder(string path) => Path = path;

    public string Path { get; }

    /// <param name="prefix">Begins its name, so that a person who finds it knows whose it is.</param>
    public static TemporaryFolder Make(string prefix) => new(Directory.CreateTempSubdirectory(prefix + "-").FullName);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
