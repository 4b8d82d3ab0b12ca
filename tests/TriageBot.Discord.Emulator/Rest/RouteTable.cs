namespace TriageBot.Discord.Emulator.Rest;

/// <summary>Finds the route of a path.</summary>
internal sealed class RouteTable
{
    private readonly Dictionary<int, List<Route>> byLength = [];

    public IEnumerable<Route> All => byLength.Values.SelectMany(routes => routes);

    /// <summary>Adds a route that needs the bot's token.</summary>
    public void Add(string method, string template, string bucket, Func<RestCall, RestAnswer> handle) => Add(new Route(method, template, bucket, true, handle));

    public void Add(Route route)
    {
        if (!byLength.TryGetValue(route.Segments.Length, out var routes)) byLength[route.Segments.Length] = routes = [];
        routes.Add(route);
    }

    /// <param name="segments">The path after the version.</param>
    /// <exception cref="RestError">There is no such path, or not with this method.</exception>
    public (Route Route, Dictionary<string, string> Parts) Find(string method, string[] segments)
    {
        var isPath = false;
        Route? best = null;
        foreach (var route in byLength.GetValueOrDefault(segments.Length) ?? [])
        {
            if (!Fits(route, segments)) continue;
            isPath = true;
            // A literal such as @me goes before a variable.
            if (route.Method == method && (best is null || Literals(route) > Literals(best))) best = route;
        }

        if (best is null) throw isPath ? RestError.MethodNotAllowed() : RestError.NotFound();
        Dictionary<string, string> parts = new(StringComparer.Ordinal);
        foreach (var (at, name) in best.Parts) parts[name] = Uri.UnescapeDataString(segments[at]);
        return (best, parts);
    }

    private static bool Fits(Route route, string[] segments)
    {
        for (var i = 0; i < segments.Length; i++)
        {
            if (route.Segments[i][0] != '{' && route.Segments[i] != segments[i]) return false;
        }

        return true;
    }

    private static int Literals(Route route) => route.Segments.Count(segment => segment[0] != '{');
}
