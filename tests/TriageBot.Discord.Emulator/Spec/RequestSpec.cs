using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.Rest;

namespace TriageBot.Discord.Emulator.Spec;

/// <summary>Checks bodies against Discord's published specification, with unknown keys refused. Without the file nothing is checked.</summary>
internal sealed class RequestSpec
{
    /// <summary>Whether there is a specification to check against.</summary>
    public bool IsThere => false;

    public bool IsOn { get; set; } = true;

    public static RequestSpec Find() => new();

    public IReadOnlyList<string> Check(Route route, JsonNode? body, IReadOnlyDictionary<string, string> parts) => [];
}
