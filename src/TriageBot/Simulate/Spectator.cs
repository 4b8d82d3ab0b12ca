using TriageBot.Chat.Web;
using TriageBot.Core.Chat;

namespace TriageBot.Simulate;

/// <summary>Watches the local chat and keeps what the bot showed, in order, with the form that is open before each person.</summary>
internal sealed class Spectator : IDisposable
{
    private readonly LocalChat chat;
    private readonly TimeProvider clock;
    private readonly IDisposable subscription;
    private readonly Lock gate = new();
    private readonly List<(ChatEvent Change, NodaTime.Instant At)> fresh = [];
    private readonly Dictionary<MemberId, ShownForm> open = [];

    public Spectator(LocalChat chat, TimeProvider clock)
    {
        this.chat = chat;
        this.clock = clock;
        subscription = chat.Subscribe(Notice);
    }

    /// <summary>What was shown since the last call.</summary>
    /// <param name="outcome">Of the act that caused it, if one did: the message it names is the direct answer.</param>
    public IReadOnlyList<Shown> Take(ChatOutcome? outcome)
    {
        lock (gate)
        {
            var answer = (outcome as ChatOutcome.Shown)?.MessageId;
            List<Shown> shown = [.. fresh.Select(news => Describe(news.Change, news.At, answer)).OfType<Shown>()];
            fresh.Clear();
            return shown;
        }
    }

    public ShownForm? FormBefore(MemberId member)
    {
        lock (gate) return open.GetValueOrDefault(member);
    }

    public void Close(ShownForm form)
    {
        lock (gate)
        {
            if (open.GetValueOrDefault(form.For) == form) open.Remove(form.For);
        }
    }

    public void Dispose() => subscription.Dispose();

    private void Notice(ChatEvent change)
    {
        lock (gate)
        {
            fresh.Add((change, NodaTime.Instant.FromDateTimeOffset(clock.GetUtcNow())));
            if (change is ChatEvent.FormOpened(_, var form)) open[form.For] = form;
        }
    }

    /// <summary>Null for what people said.</summary>
    private Shown? Describe(ChatEvent change, NodaTime.Instant at, string? answer) => change switch
    {
        ChatEvent.Posted({ Author: null } message) => Describe(message, at, message.VisibleOnlyTo is not null || message.Id == answer ? ShownKind.Reply : ShownKind.Post),
        ChatEvent.Edited({ Author: null } message) => Describe(message, at, ShownKind.Edit),
        ChatEvent.FormOpened(_, var form) => new Shown(at, ShownKind.Form, NameOf(form.For), form.For, form.Form.Item, Describe(form.Form), []),
        _ => null,
    };

    private Shown Describe(ChatMessage message, NodaTime.Instant at, ShownKind kind) =>
        new(at, kind, message.OnlyFor is { } only ? NameOf(only) : NameOf(message.Where), message.OnlyFor, message.Item, message.Text.ToPlainText(), [.. message.Controls.Select(Describe)]);

    private static string Describe(Form form)
    {
        return string.Join('\n', form.Fields.Select(Describe).Prepend(form.Title));

        string Describe(FormField field)
        {
            var filled = field.Initial.Length == 0 ? $"{field.Name} ({field.Label})" : $"{field.Name} ({field.Label}): {field.Initial}";
            return form.Problem is { } problem && problem.Field == field.Name ? $"{filled}\n! {problem.Sentence.ToPlainText()}" : filled;
        }
    }

    private static ShownControl Describe(Control control) => control switch
    {
        Button button => new(button.Label, []),
        Select select => new(select.Label, [.. select.Choices.Select(choice => choice.Label)]),
        _ => throw new InvalidOperationException($"Unknown control {control.GetType().Name}."),
    };

    private string NameOf(MemberId member) => chat.People.FirstOrDefault(person => person.Id == member)?.Name ?? member.Value;

    private string NameOf(Destination place) => place switch
    {
        Destination.Channel channel => $"#{chat.Channels.FirstOrDefault(seen => seen.Id == channel.Id)?.Name ?? channel.Id}",
        Destination.Direct direct => NameOf(direct.Member),
        _ => place.ToString() ?? "",
    };
}
