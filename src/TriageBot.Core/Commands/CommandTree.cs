using System.Collections.Immutable;

namespace TriageBot.Core.Commands;

/// <summary>All commands, in the order in which help shows them.</summary>
public sealed class CommandTree
{
    private readonly Dictionary<string, CommandSpec> byName;

    /// <exception cref="ArgumentException">Two commands share a name.</exception>
    public CommandTree(IEnumerable<CommandSpec> commands)
    {
        All = [.. commands];
        byName = All.ToDictionary(command => command.Name, StringComparer.OrdinalIgnoreCase);
    }

    public ImmutableArray<CommandSpec> All { get; }

    public CommandSpec? Find(string name) => byName.GetValueOrDefault(name);
}
