using TriageBot.Chat.Web;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;

namespace TriageBot.Simulate;

/// <summary>Finds with one person's eyes: in every channel and in their private conversation, what changed last first.</summary>
internal sealed class ControlFinder(LocalChat chat, MemberId viewer)
{
    /// <summary>Where to press.</summary>
    /// <param name="Choice">The value of the choice in a select; null for a button.</param>
    public readonly record struct Target(string MessageId, string ControlId, string? Choice);

    private IEnumerable<ChatMessage> Newest => chat.Channels
        .Select(Destination (channel) => new Destination.Channel(channel.Id))
        .Append(new Destination.Direct(viewer))
        .SelectMany(place => chat.Read(viewer, place))
        .OrderByDescending(message => message.Changed);

    /// <param name="label">Of a button or a choice; where two selects offer the same choice, the select's label and the choice's.</param>
    /// <exception cref="StageException">There is none; the message names what there is.</exception>
    public Target Find(string label, long? item)
    {
        var messages = Newest.Where(message => message.Author is null && (item is null || message.Item == item)).ToList();
        var found = messages.SelectMany(Pressable).Where(pair => Same(pair.Label, label)).Select(pair => (Target?)pair.Target).FirstOrDefault();
        return found ?? throw new StageException(Missing(label, item, messages));
    }

    /// <exception cref="StageException">There is none.</exception>
    public ChatMessage FindText(string part) =>
        Newest.FirstOrDefault(message => message.Text.ToPlainText().Contains(part, StringComparison.OrdinalIgnoreCase) && !message.Text.ToPlainText().StartsWith('/'))
        ?? throw new StageException($"{viewer} sees no message with \"{part}\".");

    private string Missing(string label, long? item, IReadOnlyList<ChatMessage> messages)
    {
        var about = item is null ? "" : $" about #{item}";
        List<string> labels = [.. messages.SelectMany(Pressable).Select(pair => pair.Label).Distinct().Take(12)];
        return (labels.Count, Spelling.Nearest(label, labels).FirstOrDefault()) switch
        {
            (0, _) => $"{viewer} sees no button{about}.",
            (_, { } nearest) => $"{viewer} sees no button '{label}'{about}; did you mean '{nearest}'?",
            _ => $"{viewer} sees no button '{label}'{about}. There is: {string.Join(", ", labels)}.",
        };
    }

    private static IEnumerable<(string Label, Target Target)> Pressable(ChatMessage message) => message.Controls.SelectMany(control => control switch
    {
        Button button => [(button.Label, new Target(message.Id, button.Id, null))],
        Select select => select.Choices.Select(choice => (choice.Label, new Target(message.Id, select.Id, choice.Value)))
            .Concat(select.Choices.Select(choice => ($"{select.Label} {choice.Label}", new Target(message.Id, select.Id, choice.Value)))),
        _ => Enumerable.Empty<(string, Target)>(),
    });

    private static bool Same(string label, string typed) => string.Equals(label, typed, StringComparison.OrdinalIgnoreCase);
}
