using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.Rest;

/// <summary>Faults that wait for the requests they are meant for.</summary>
internal sealed class RestFaults
{
    private readonly Lock gate = new();
    private readonly List<RestFault> faults = [];

    public void Add(RestFault fault)
    {
        lock (gate) faults.Add(fault);
    }

    public void Clear()
    {
        lock (gate) faults.Clear();
    }

    /// <summary>The fault for this request, used up by it.</summary>
    public RestFault? Take(string method, string path)
    {
        lock (gate)
        {
            if (faults.Count == 0) return null;
            var fault = faults.Find(one => (one.Method is null || one.Method == method) && path.Contains(one.Path, StringComparison.Ordinal));
            if (fault is null) return null;
            if (fault.Skip > 0)
            {
                fault.Skip--;
                return null;
            }

            if (--fault.Times <= 0) faults.Remove(fault);
            return fault;
        }
    }
}

/// <summary>What goes wrong with a request.</summary>
internal sealed class RestFault
{
    public string? Method { get; init; }

    /// <summary>Part of the path, such as <c>/callback</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>Requests that still go well before.</summary>
    public int Skip { get; set; }

    public int Times { get; set; } = 1;

    /// <summary>Real time before anything happens.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How much the service's clock moves on before the request is handled, as if it had been on its way so long.</summary>
    public TimeSpan Late { get; init; }

    /// <summary>The connection ends: <c>before</c> or <c>after</c> the request was done.</summary>
    public string? Drop { get; init; }

    /// <summary>Whether the request is carried out although the answer is another.</summary>
    public bool IsDone { get; init; }

    /// <summary>Status to answer with; 0 for the true one.</summary>
    public int Status { get; init; }

    public string? ContentType { get; init; }

    public string? Body { get; init; }

    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>A 429 as the service sends it.</summary>
    /// <param name="scope">user, global or shared.</param>
    /// <param name="seconds">How long to wait.</param>
    public static (string Body, Dictionary<string, string> Headers) TooMany(string scope, double seconds)
    {
        var body = new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = seconds, ["global"] = scope == "global" };
        var headers = new Dictionary<string, string>
        {
            ["Retry-After"] = ((long)Math.Ceiling(seconds)).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["X-RateLimit-Scope"] = scope,
        };
        if (scope == "global") headers["X-RateLimit-Global"] = "true";
        return (body.ToJsonString(), headers);
    }
}
