using System.Collections.Immutable;
using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;

namespace TriageBot.Chat.Web.Http;

/// <summary>Everything a page needs to begin, as one member sees it.</summary>
/// <param name="Position">Sequence to follow <c>/live</c> from.</param>
internal sealed record StateView(
    string Workspace,
    string Me,
    long Position,
    ImmutableArray<PersonView> People,
    ImmutableArray<PlaceView> Places)
{
    public ImmutableArray<CommandSpec> Commands { get; init; } = [];

    public ImmutableArray<string> Menus { get; init; } = [];

    public int MaxTextLength { get; init; } = LocalChatOptions.MaxTextLength;
}

internal sealed record PersonView(string Id, string Name, bool IsAdmin)
{
    public static PersonView From(Author person) => new(person.Id.Value, person.Name, person.IsAdmin == true);
}

/// <param name="Where">The destination as text, as it comes back in requests.</param>
internal sealed record PlaceView(string Where, string Name, PageView Page);

/// <summary>Some messages of one destination, oldest first.</summary>
/// <param name="HasOlder">True when there may be more before them.</param>
internal sealed record PageView(ImmutableArray<MessageView> Messages, bool HasOlder);

/// <summary>A message with its times as the chat's clock and zone show them, so that the page never asks a clock of its own.</summary>
/// <param name="Author">Member id; null for the bot.</param>
internal sealed record MessageView(string Id, long Sequence, long Changed, string Where, string? Author)
{
    public string At { get; init; } = "";

    public string Day { get; init; } = "";

    public string Time { get; init; } = "";

    public RichText Text { get; init; } = RichText.Empty;

    public ImmutableArray<Control> Controls { get; init; } = [];

    public long? Item { get; init; }

    /// <summary>True for what stands in a channel but is seen by its reader only.</summary>
    public bool OnlyYou { get; init; }

    public bool Edited { get; init; }

    public ImmutableArray<string> Mentions { get; init; } = [];

    public string? Event { get; init; }

    public ImmutableArray<string> Files { get; init; } = [];

    public static MessageView From(ChatMessage message, TimeZoneInfo zone)
    {
        var at = TimeZoneInfo.ConvertTime(message.At.ToDateTimeOffset(), zone);
        return new MessageView(message.Id, message.Sequence, message.Changed, message.Where.ToString() ?? "", message.Author?.Value)
        {
            At = at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            Day = at.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture),
            Time = at.ToString("HH:mm", CultureInfo.InvariantCulture),
            Text = message.Text,
            Controls = message.Controls,
            Item = message.Item,
            OnlyYou = message.VisibleOnlyTo is not null && message.Where is Destination.Channel,
            Edited = message.Edited,
            Mentions = [.. message.Mentions.Select(member => member.Value)],
            Event = message.EventId,
            Files = message.Files,
        };
    }
}

/// <summary>What an act showed: a message, or a form to fill in, or nothing; and what was typed, as it stands in the list.</summary>
internal sealed record OutcomeView(MessageView? Message = null, FormView? Form = null)
{
    public MessageView? Typed { get; init; }
}

/// <param name="Problem">What is wrong with a form that was sent before; null for one that was not.</param>
internal sealed record FormView(string InstanceId, string Id, string Title, ImmutableArray<FormField> Fields, FormProblem? Problem)
{
    public static FormView From(ShownForm shown) => new(shown.InstanceId, shown.Form.Id, shown.Form.Title, shown.Form.Fields, shown.Form.Problem);
}

/// <summary>Why a request was not taken, as a sentence for the person.</summary>
internal sealed record ErrorView(string Error);

/// <summary>One frame of the live connection. A message replaces an older one with the same id.</summary>
/// <param name="Type">"message", "person", "ready" (everything missed has been sent) or "reset" (too much was missed: load the state again).</param>
/// <param name="People">Everybody, with "ready".</param>
internal sealed record LiveFrame(string Type, long Sequence, MessageView? Message = null, PersonView? Person = null, PersonView[]? People = null);
