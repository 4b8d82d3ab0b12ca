using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace TriageBot;

/// <summary>
/// Gives back what only the start needed, some 6 MB of 100. The runtime's compiler keeps its working memory until several collections of garbage, seconds apart, have found it unused;
/// a bot that has just started and waits makes no garbage, so it would keep that memory for days.
/// </summary>
internal sealed class StartMemory : BackgroundService
{
    private const int Collections = 3;

    /// <summary>The runtime looks at its compiler's memory every 2 s at most.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2.5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var i = 0; i < Collections; i++)
        {
            await Task.Delay(Pause, TimeProvider.System, stoppingToken);
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        GiveBackFreed();
    }

    /// <summary>What was freed between pieces that are still in use, GNU's C library gives back only when asked. Others have no such thing, or need none.</summary>
    private static void GiveBackFreed()
    {
        if (!NativeLibrary.TryLoad("libc.so.6", out var library)) return;
        if (NativeLibrary.TryGetExport(library, "malloc_trim", out var trim)) Marshal.GetDelegateForFunctionPointer<MallocTrim>(trim)(0);
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int MallocTrim(nuint pad);
}
