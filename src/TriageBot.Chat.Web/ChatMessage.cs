using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web;

/// <summary>One message as it stands now.</summary>
/// <param name="Id">Never given to another message.</param>
/// <param name="Sequence">Its place in the one order of everything that happened in the chat; messages are listed by it.</param>
/// <param name="At">When it was posted.</param>
/// <param name="Author">Who wrote it; null for the bot.</param>
public sealed record ChatMessage(string Id, long Sequence, Instant At, MemberId? Author, Destination Where)
{
    public RichText Text { get; init; } = RichText.Empty;

    public ImmutableArray<Control> Controls { get; init; } = [];

    /// <summary>Number of the item the message shows, if it shows one.</summary>
    public long? Item { get; init; }

    /// <summary>The only member who sees it; null when everybody at <see cref="Where"/> does.</summary>
    public MemberId? VisibleOnlyTo { get; init; }

    public ImmutableArray<MemberId> Mentions { get; init; } = [];

    /// <summary>The event that was typed, for text of a member.</summary>
    public string? EventId { get; init; }

    /// <summary>Sequence of the last change; equal to <see cref="Sequence"/> until the first edit.</summary>
    public long Changed { get; init; } = Sequence;

    public bool Edited => Changed != Sequence;

    /// <summary>Who alone may know of it: the reader of a private message, or whose private conversation it stands in.</summary>
    public MemberId? OnlyFor => VisibleOnlyTo ?? (Where as Destination.Direct)?.Member;

    public bool IsVisibleTo(MemberId viewer) => OnlyFor is null || OnlyFor == viewer;

    internal ChatMessage With(Card card, long changed) => this with
    {
        Text = card.Text,
        Controls = card.Controls,
        Item = card.Item,
        Mentions = card.Mentions,
        Changed = changed,
    };
}
