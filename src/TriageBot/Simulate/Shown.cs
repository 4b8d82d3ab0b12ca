using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Simulate;

/// <summary>Something the bot showed to somebody.</summary>
/// <param name="To">A person's name, or a channel with its #.</param>
/// <param name="OnlyFor">Who alone can see it; null for everybody.</param>
/// <param name="Text">As a reader sees it. A form's title, with its fields.</param>
public sealed record Shown(Instant At, ShownKind Kind, string To, MemberId? OnlyFor, long? Item, string Text, ImmutableArray<ShownControl> Controls)
{
    /// <summary>Every label that can be pressed: of buttons, and of the choices in selects.</summary>
    public IEnumerable<string> Buttons => Controls.SelectMany(control => control.Choices.IsEmpty ? [control.Label] : control.Choices);

    /// <param name="where">A person, for all they can see; or a channel with its #, for what everybody sees there.</param>
    public bool IsVisibleAt(string where) => where.StartsWith('#') ? IsAddressedTo(where) : OnlyFor is null || OnlyFor == Stage.IdOf(where);

    /// <param name="where">A person, for what only they can see; or a channel with its #.</param>
    public bool IsAddressedTo(string where) => where.StartsWith('#') ? OnlyFor is null && To == where : OnlyFor == Stage.IdOf(where);
}

/// <param name="Choices">Labels of a select's choices; empty for a button.</param>
public sealed record ShownControl(string Label, ImmutableArray<string> Choices);

public enum ShownKind
{
    /// <summary>The bot spoke by itself.</summary>
    Post,

    /// <summary>A message changed in place.</summary>
    Edit,

    /// <summary>The direct answer to what somebody did.</summary>
    Reply,

    /// <summary>A form before one person.</summary>
    Form,
}
