using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace TriageBot.Testing;

/// <summary>The real program as a process of its own, from the build output as a rule, in a working folder of the test.</summary>
public sealed class RunningProgram : IDisposable
{
    private const int SigTerm = 15;

    private readonly Process process;
    private readonly TaskCompletionSource<string?> firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();

    private RunningProgram(ProcessStartInfo start)
    {
        process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        process.OutputDataReceived += (_, line) => Note(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where the program is: in the build output, unless a measurement has published it.</summary>
    public static string Folder { get; set; } = AppContext.BaseDirectory;

    public string Output => Text(output);

    public string Errors => Text(errors);

    /// <summary>The process's id, to look at its memory.</summary>
    public int Id => process.Id;

    /// <summary>Processor time it has used so far, on all cores.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Processor time of the threads with this name, of at most 15 letters; on Linux only, and in steps of 10 ms.</summary>
    public TimeSpan ProcessorTimeOf(string thread)
    {
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories($"/proc/{process.Id}/task"))
        {
            if (File.ReadAllText(Path.Combine(folder, "comm")).TrimEnd() != thread) continue;
            // After the name in brackets: the 12th and 13th are what it has used for itself and in the kernel.
            var numbers = File.ReadAllText(Path.Combine(folder, "stat")).Split(") ")[1].Split(' ');
            ticks += long.Parse(numbers[11]) + long.Parse(numbers[12]);
        }

        return TimeSpan.FromMilliseconds(10 * ticks);
    }

    /// <param name="folder">The working folder; the data goes into its folder <c>data</c> unless the arguments say otherwise.</param>
    public static RunningProgram Start(string folder, params IEnumerable<string> arguments) => Start(folder, new Dictionary<string, string>(), arguments);

    public static RunningProgram Start(string folder, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        // What was published with a runtime of its own starts by itself.
        var isSelfContained = File.Exists(Path.Combine(Folder, "libcoreclr.so"));
        var start = new ProcessStartInfo(isSelfContained ? Path.Combine(Folder, "triagebot") : "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (!isSelfContained) start.ArgumentList.Add(Path.Combine(Folder, "triagebot.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // Whoever runs the tests may have a bot of their own in their user secrets.
        start.Environment["TRIAGEBOT__DISCORD__TOKEN"] = "";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new RunningProgram(start);
    }

    /// <summary>Waits for the start line and takes the address from it.</summary>
    /// <exception cref="InvalidOperationException">The program ended before it served.</exception>
    public async Task<Uri> ServingAsync(CancellationToken ct)
    {
        var line = await firstLine.Task.WaitAsync(ct);
        if (line is null) throw new InvalidOperationException($"The program ended: {Errors}");
        return new Uri(line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)));
    }

    /// <summary>Gives it this to read from its standard input, and then no more.</summary>
    public async Task FeedAsync(ReadOnlyMemory<byte> input, CancellationToken ct)
    {
        await process.StandardInput.BaseStream.WriteAsync(input, ct);
        process.StandardInput.Close();
    }

    /// <summary>Waits for the end and returns the exit code.</summary>
    public async Task<int> ExitAsync(CancellationToken ct)
    {
        await process.WaitForExitAsync(ct);
        return process.ExitCode;
    }

    /// <summary>Asks it to stop, as a service manager does. Not on Windows.</summary>
    public void Terminate()
    {
        if (SendSignal(process.Id, SigTerm) != 0) throw new InvalidOperationException("The program could not be told to stop.");
    }

    /// <summary>Ends it at once, in the middle of whatever it does.</summary>
    public void Kill() => process.Kill();

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private void Note(StringBuilder text, string? line)
    {
        Keep(text, line);
        firstLine.TrySetResult(line);
    }

    private static void Keep(StringBuilder text, string? line)
    {
        lock (text)
        {
            if (line is not null) text.AppendLine(line);
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text) return text.ToString();
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int SendSignal(int process, int signal);
}
