using System.Globalization;
using NodaTime;
using TriageBot.Simulate;

namespace TriageBot.Scenarios.Tests.Crash;

/// <summary>
/// Five people work with the real program while it is killed again and again and started anew on the same files.
/// Holds what was acknowledged to them, what is stored, and what was posted.
/// </summary>
public sealed class Ordeal : IAsyncLifetime
{
    private const int Kills = 50;

    /// <summary>Most requests, or answers, in one life of the program.</summary>
    private const int LongestLife = 40;

    private static readonly string[] Teammates = ["sam", "kim", "ann", "bob"];

    private readonly TemporaryFolder folder = TemporaryFolder.Make("triagebot-test");
    private readonly CancellationTokenSource patience = new(TimeSpan.FromMinutes(10));
    private readonly MortalProgram program;
    private readonly int seed = Environment.GetEnvironmentVariable("KILL_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();

    public Ordeal() => program = new MortalProgram(folder.Path, QuietTeam(), patience.Token);

    internal Acknowledged Acknowledged { get; } = new();

    internal StoredItems Stored { get; private set; } = StoredItems.None;

    /// <summary>What each person can see in the end.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<Posted>> Seen { get; private set; } = new Dictionary<string, IReadOnlyList<Posted>>();

    public string Errors => program.Errors;

    public string Summary =>
        $"KILL_SEED={seed}: {Kills} kills; acknowledged {Acknowledged.Urgents.Count} urgent messages, {Acknowledged.Tasks.Count} tasks, "
        + $"{Acknowledged.Talk.Count} lines of talk, {Acknowledged.Decisions.Count} decisions";

    public async ValueTask InitializeAsync()
    {
        var windows = Teammates.Prepend("you").Select(person => new Window(person, program, patience.Token)).ToList();
        await program.StartAsync();
        foreach (var newcomer in Teammates.Except(["sam", "kim"])) await windows[0].JoinAsync(newcomer);
        await WorkAsync(windows);
        await OutboxIsEmptyAsync(windows[0]);
        Seen = await SeenByAsync(windows);
        await program.DieAsync();
        windows.ForEach(window => window.Dispose());
        Stored = StoredItems.Read(folder.Path);
    }

    public ValueTask DisposeAsync()
    {
        program.Dispose();
        patience.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>In the end everybody stops, after the answer to what they have begun.</summary>
    private async Task WorkAsync(IReadOnlyList<Window> windows)
    {
        var random = new Random(seed);
        using var enough = new CancellationTokenSource();
        var work = Task.WhenAll(windows.Skip(1)
            .Select(window => new Teammate(window, Acknowledged, random.Next()).WorkAsync(enough.Token))
            .Prepend(new DrainingOwner(windows[0], Acknowledged, random.Next()).WorkAsync(enough.Token)));
        for (var kill = 1; kill <= Kills; kill++)
        {
            var death = program.DieAfterAsync((Milestone)random.Next(2), random.Next(1, LongestLife + 1));
            if (await Task.WhenAny(work, death) == work) await work;
            await program.StartAsync();
        }

        await enough.CancelAsync();
        await work;
    }

    /// <summary>Looks again and again, with a request in between, until what was to be sent has been sent.</summary>
    private async Task OutboxIsEmptyAsync(Window window)
    {
        while (StoredItems.CountUnsent(folder.Path) > 0) await window.ReadAsync(window.DirectPlace);
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<Posted>>> SeenByAsync(IEnumerable<Window> windows)
    {
        var seen = new Dictionary<string, IReadOnlyList<Posted>>();
        foreach (var window in windows)
        {
            var all = new List<Posted>();
            foreach (var where in new[] { "channel:team", "channel:support", window.DirectPlace }) all.AddRange(await window.ReadAsync(where));
            seen[window.Person] = all;
        }

        return seen;
    }

    /// <summary>Open round the clock, with breaks far from now: whatever the time is, nobody's promise moves, and the only notices are those of decisions.</summary>
    private static Dictionary<string, string> QuietTeam()
    {
        var lastBreak = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InUtc().TimeOfDay.PlusHours(-1);
        return new()
        {
            ["TRIAGEBOT__TEAM__ZONE"] = "UTC",
            ["TRIAGEBOT__TEAM__HOURS"] = "Mon-Sun 00:00-24:00",
            ["TRIAGEBOT__TEAM__BREAKS"] = lastBreak.ToString("HH:mm' 15m'", CultureInfo.InvariantCulture),
        };
    }
}
