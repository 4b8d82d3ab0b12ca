using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web;

/// <summary>One change of the chat, in the one order that every reader sees.</summary>
/// <param name="Sequence">Rises from event to event; not without gaps.</param>
public abstract record ChatEvent(long Sequence)
{
    /// <summary>The only member who may know of it; null for everybody.</summary>
    public abstract MemberId? OnlyFor { get; }

    public bool IsVisibleTo(MemberId viewer) => OnlyFor is null || OnlyFor == viewer;

    public sealed record Posted(ChatMessage Message) : ChatEvent(Message.Changed)
    {
        public override MemberId? OnlyFor => Message.OnlyFor;
    }

    public sealed record Edited(ChatMessage Message) : ChatEvent(Message.Changed)
    {
        public override MemberId? OnlyFor => Message.OnlyFor;
    }

    public sealed record FormOpened(long Sequence, ShownForm Form) : ChatEvent(Sequence)
    {
        public override MemberId? OnlyFor => Form.For;
    }

    public sealed record PersonAdded(long Sequence, Author Person) : ChatEvent(Sequence)
    {
        public override MemberId? OnlyFor => null;
    }
}
