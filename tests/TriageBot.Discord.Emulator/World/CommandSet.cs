using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.World;

/// <summary>The commands registered in one scope: everywhere, or one guild.</summary>
internal sealed class CommandSet
{
    private readonly List<Command> commands = [];

    public IReadOnlyList<Command> All => commands;

    /// <summary>When commands were made, for the limit of 200 a day.</summary>
    public List<DateTimeOffset> Made { get; } = [];

    public Command? Find(ulong id) => commands.Find(command => command.Id == id);

    public Command? Find(string name, int type) => commands.Find(command => command.Name == name && command.Type == type);

    public void Put(Command command)
    {
        var at = commands.FindIndex(other => other.Name == command.Name && other.Type == command.Type);
        if (at < 0) commands.Add(command);
        else commands[at] = command;
    }

    public void Replace(IEnumerable<Command> with)
    {
        List<Command> all = [.. with];
        commands.Clear();
        commands.AddRange(all);
    }

    public bool Remove(ulong id) => commands.RemoveAll(command => command.Id == id) > 0;
}

/// <param name="Type">1 slash, 2 user menu, 3 message menu.</param>
/// <param name="Json">As the service gives it back.</param>
internal sealed record Command(ulong Id, string Name, int Type, JsonObject Json)
{
    public JsonArray Options => Json["options"] as JsonArray ?? [];
}
