using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.Gateway;

/// <summary>How clients get in, and what a test wants to go wrong there.</summary>
internal sealed class GatewayDoor
{
    /// <summary>Where <c>/gateway</c> sends clients; without a slash at the end, as the service writes it now and then.</summary>
    public string Address { get; set; } = "";

    /// <summary>The second address, for resumes.</summary>
    public string OtherAddress { get; set; } = "";

    public int OtherPort => new Uri(OtherAddress).Port;

    /// <summary>Whether READY names the second address. A resume at another than the named one is refused.</summary>
    public bool ResumesElsewhere { get; set; }

    public int Shards { get; set; } = 1;

    public int Total { get; set; } = 1000;

    /// <summary>Identifies left; 0 resets nothing here but closes, and the test sees that it was tried.</summary>
    public int Remaining { get; set; } = 1000;

    public TimeSpan ResetAfter { get; set; } = TimeSpan.FromHours(24);

    public int Concurrency { get; set; } = 1;

    /// <summary>Identifies closer together than this in one bucket are answered with op 9.</summary>
    public TimeSpan IdentifyWindow { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a session lives without a connection.</summary>
    public TimeSpan SessionLife { get; set; } = TimeSpan.FromMinutes(3);

    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>Whether heartbeats are acknowledged.</summary>
    public bool Acknowledges { get; set; } = true;

    /// <summary>Whether a client without heartbeats is thrown out.</summary>
    public bool MindsHeartbeats { get; set; } = true;

    /// <summary>Every message comes in two frames.</summary>
    public bool SplitsFrames { get; set; }

    /// <summary>How often each dispatch comes.</summary>
    public int Copies { get; set; } = 1;

    /// <summary>Close code for the next identifies; 0 for none.</summary>
    public Queue<int> IdentifyCloses { get; } = [];

    /// <summary>What the next connections hear instead of hello: <c>op7</c>, <c>silence</c>, <c>drop</c>, a close code, or an HTTP status in place of the socket.</summary>
    public Queue<string> InsteadOfHello { get; } = [];

    /// <summary>The next resumes are answered with op 9, resumable or not.</summary>
    public Queue<bool> ResumeRefusals { get; } = [];

    public JsonObject Describe() => new()
    {
        ["url"] = Address,
        ["shards"] = Shards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = Total,
            ["remaining"] = Math.Max(Remaining, 0),
            ["reset_after"] = (long)ResetAfter.TotalMilliseconds,
            ["max_concurrency"] = Concurrency,
        },
    };
}
