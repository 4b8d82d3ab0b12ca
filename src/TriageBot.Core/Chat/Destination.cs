namespace TriageBot.Core.Chat;

/// <summary>Where a message can stand: a channel or a member's private conversation with the bot.</summary>
public abstract record Destination
{
    private Destination()
    {
    }

    public sealed record Channel(string Id) : Destination
    {
        public override string ToString() => "channel:" + Id;
    }

    /// <summary>The private conversation between one member and the bot.</summary>
    public sealed record Direct(MemberId Member) : Destination
    {
        public override string ToString() => "direct:" + Member.Value;
    }

    /// <summary>Reads what <see cref="object.ToString"/> wrote; the stored form of a destination.</summary>
    /// <exception cref="FormatException">The text was not written by this type.</exception>
    public static Destination Parse(string text) => text.Split(':', 2) switch
    {
        ["channel", var id] => new Channel(id),
        ["direct", var member] => new Direct(new MemberId(member)),
        _ => throw new FormatException($"'{text}' is no destination."),
    };
}
