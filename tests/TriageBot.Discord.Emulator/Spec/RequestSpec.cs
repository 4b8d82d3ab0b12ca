using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.Rest;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Spec;

/// <summary>
/// Checks bodies against Discord's published specification, with unknown keys refused: the service ignores them, and so a misspelt field is never noticed there.
/// The file lies beside the project, in <c>../shared/protocols</c>. Without it nothing is checked, and <see cref="IsThere"/> says so.
/// </summary>
internal sealed class RequestSpec
{
    private const string Name = "shared/protocols/discord-openapi.json";

    private readonly JsonObject? paths;
    private readonly SchemaCheck check;
    private readonly Dictionary<Route, JsonNode?> schemas = [];
    private readonly Lock gate = new();

    private RequestSpec(JsonObject? specification)
    {
        paths = specification?["paths"] as JsonObject;
        check = new SchemaCheck(specification?["components"]?["schemas"] as JsonObject ?? []);
    }

    public bool IsThere => paths is not null;

    /// <summary>Off for measuring.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>Looks beside the folder that holds the solution.</summary>
    public static RequestSpec Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TriageBot.sln"))) folder = folder.Parent;
        var file = Path.Combine(folder?.Parent?.FullName ?? "/", Name);
        return new RequestSpec(File.Exists(file) ? JsonNode.Parse(File.ReadAllBytes(file)) as JsonObject : null);
    }

    /// <returns>What the specification does not allow, each with its place.</returns>
    public IReadOnlyList<string> Check(Route route, JsonElement? body)
    {
        if (paths is null || !IsOn || body is not { } given) return [];
        lock (gate)
        {
            if (!schemas.TryGetValue(route, out var schema)) schemas[route] = schema = Schema(route);
            return schema is null ? ["the specification has no body here"] : check.Faults(schema, JsonText.NodeOf(given));
        }
    }

    private JsonNode? Schema(Route route) =>
        paths?[route.Template]?[route.Method.ToLowerInvariant()]?["requestBody"]?["content"]?["application/json"]?["schema"];
}
