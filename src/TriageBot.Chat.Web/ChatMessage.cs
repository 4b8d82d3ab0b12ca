using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web;

/// <summary>One message as it stands now.</summary>
/// <param name="Sequence">Its place in the one order of everything that happened in the chat; messages are listed by it.</param>
/// <param name="At">When it was posted.</param>
/// <param name="Author">Who wrote it; null for the bot.</param>
public sealed record ChatMessage(long Sequence, Instant At, MemberId? Author, Destination Where)
{
    /// <summary>Never given to another message.</summary>
    public string Id { get; } = IdOf(Sequence);

    public RichText Text { get; init; } = RichText.Empty;

    public ImmutableArray<Control> Controls { get; init; } = [];

    /// <summary>Number of the item the message shows, if it shows one.</summary>
    public long? Item { get; init; }

    /// <summary>The only member who sees it; null when everybody at <see cref="Where"/> does.</summary>
    public MemberId? VisibleOnlyTo { get; init; }

    public ImmutableArray<MemberId> Mentions { get; init; } = [];

    /// <summary>The event that was typed, for text of a member.</summary>
    public string? EventId { get; init; }

    /// <summary>Names of the files with it. They are kept in memory for a while and not on disk.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Sequence of the last change; equal to <see cref="Sequence"/> until the first edit.</summary>
    public long Changed { get; init; } = Sequence;

    public bool Edited => Changed != Sequence;

    /// <summary>Who alone may know of it: the reader of a private message, or whose private conversation it stands in.</summary>
    public MemberId? OnlyFor => VisibleOnlyTo ?? (Where as Destination.Direct)?.Member;

    public bool IsVisibleTo(MemberId viewer) => OnlyFor is null || OnlyFor == viewer;

    /// <returns>Null for what is no message's id.</returns>
    internal static long? SequenceOf(string id) =>
        id is ['m', .. var digits] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && id == IdOf(sequence) ? sequence : null;

    private static string IdOf(long sequence) => $"m{sequence}";

    internal ChatMessage With(Card card, long changed) => this with
    {
        Text = card.Text,
        Controls = card.Controls,
        Item = card.Item,
        Mentions = card.Mentions,
        Files = [.. card.Files.Select(file => file.Name)],
        Changed = changed,
    };
}
