using System.Diagnostics;
using System.Threading.Channels;
using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Emulator.Tests.RealClients;

/// <summary>The test bot on a real client library, as a process of its own. It says what happens to it, a line each.</summary>
internal sealed class Parrot : IAsyncDisposable
{
    public const int Commands = 7;

    /// <summary>GUILDS alone.</summary>
    public const int Guilds = 1;

    private readonly Process process;
    private readonly Channel<string> lines = System.Threading.Channels.Channel.CreateUnbounded<string>();
    private readonly List<string> heard = [];

    private Parrot(ProcessStartInfo start)
    {
        process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data is null ? null : $"stderr {line.Data}");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static Parrot Start(string library, DiscordEmulator emulator, int intents)
    {
        var api = emulator.ApiUrl.ToString();
        return new Parrot(library == "discord.js"
            ? Tool.Node("parrot.mjs", api.Replace("/v10", "", StringComparison.Ordinal), emulator.Token, $"{intents}")
            : Tool.DiscordPy(api, $"ws://{emulator.ApiUrl.Authority}", emulator.Token, $"{intents}"));
    }

    /// <summary>Waits for a line that begins so.</summary>
    /// <exception cref="TimeoutException">It did not come in a minute; the message has all that came.</exception>
    public async Task<string> HearsAsync(string beginning)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            while (true)
            {
                var line = await lines.Reader.ReadAsync(limit.Token);
                heard.Add(line);
                if (line.StartsWith(beginning, StringComparison.Ordinal)) return line;
            }
        }
        catch (Exception over) when (over is OperationCanceledException or ChannelClosedException)
        {
            throw new TimeoutException($"“{beginning}” was not heard, but: {string.Join(" | ", heard)}", over);
        }
    }

    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is not null) lines.Writer.TryWrite(line);
        else if (process.HasExited) lines.Writer.TryComplete();
    }
}
