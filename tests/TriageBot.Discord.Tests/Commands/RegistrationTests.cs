using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Tests.Commands;

/// <summary>Commands are written when they are known to differ, and tried until Discord has them.</summary>
public sealed class RegistrationTests : IAsyncLifetime
{
    private const int Commands = 3;
    private DiscordEmulator? started;

    private DiscordEmulator Emulator => started ?? throw new InvalidOperationException("It has not started.");

    public async ValueTask InitializeAsync()
    {
        started = await DiscordEmulator.StartAsync();
        await Emulator.SayAsync("door", new { identifyWindow = 0 });
        await DiscordTeam.OpsAsync(Emulator);
    }

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();

    [Fact]
    public async Task Commands_that_Discord_takes_only_hours_later_are_written_then_and_the_bot_serves_meanwhile()
    {
        var clock = new HastyClock();
        await Emulator.FailAsync(new { method = "PUT", path = "/commands", scope = "user", retryAfter = 40_000_000 });
        await using var bot = await BareBot.StartAsync(Emulator, clock: clock);

        Assert.Contains("Warning: Discord takes the commands in 40000 s at the earliest", bot.Log, StringComparison.Ordinal);
        Assert.Equal(1, await WrittenAsync());

        clock.IsHasty = true;
        await Emulator.WaitCommandsAsync(count: Commands, wait: 30_000);
        // The commands are there a moment before the request that brought them stands in the emulator's journal.
        while (await WrittenAsync() < 2) await Emulator.LogAsync();
        Assert.Equal(2, await WrittenAsync());
    }

    [Theory]
    [InlineData(403, """{"message":"Missing Access","code":50001}""")]
    [InlineData(500, """{"message":"500: Internal Server Error","code":0}""")]
    public async Task Commands_that_are_registered_but_could_not_be_read_are_not_overwritten(int status, string body)
    {
        await RegisteredAsync();
        // As often as a request is repeated.
        await Emulator.FailAsync(new { method = "GET", path = "/commands", status, body, times = status >= 500 ? 5 : 1 });
        await LooksAgainAsync();
    }

    [Fact]
    public async Task Commands_that_are_registered_but_could_not_be_read_for_a_limit_are_not_overwritten()
    {
        await RegisteredAsync();
        await Emulator.FailAsync(new { method = "GET", path = "/commands", scope = "user", retryAfter = 7000 });
        await LooksAgainAsync();
    }

    private async Task RegisteredAsync()
    {
        await using var first = await BareBot.StartAsync(Emulator);
        await Emulator.WaitCommandsAsync(count: Commands, wait: 30_000);
    }

    private async Task LooksAgainAsync()
    {
        await using var again = await BareBot.StartAsync(Emulator);
        Assert.Contains("Warning: ", again.Log, StringComparison.Ordinal);
        await Emulator.WaitRequestAsync("/commands", "GET", 200, count: 2, wait: 60_000);
        Assert.Equal(1, await WrittenAsync());
    }

    private async Task<int> WrittenAsync() => (await Emulator.RequestsAsync("/commands")).Count(request => request.Method == "PUT");

    /// <summary>Once it is hasty, hours pass in half a second for whoever waits for them.</summary>
    private sealed class HastyClock : TimeProvider
    {
        private static readonly TimeSpan Long = TimeSpan.FromHours(1);
        private readonly TaskCompletionSource hasty = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long ahead;

        public bool IsHasty
        {
            set
            {
                if (value) hasty.TrySetResult();
            }
        }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < Long) return System.CreateTimer(callback, state, dueTime, period);
            var timer = System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _ = WakeAsync(timer, dueTime);
            return timer;
        }

        private async Task WakeAsync(ITimer timer, TimeSpan dueTime)
        {
            await hasty.Task;
            Interlocked.Add(ref ahead, dueTime.Ticks);
            timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
