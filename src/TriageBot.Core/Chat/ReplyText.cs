using System.Collections.Immutable;

namespace TriageBot.Core.Chat;

/// <summary>One of the bot's sentences: its key in <c>config/replies.en.json</c> and the placeholders that the sentence must and may use.</summary>
/// <param name="Key">Feature and name: <c>urgent.held</c>.</param>
public sealed record ReplyText(string Key, params ImmutableArray<string> Placeholders);

/// <summary>A value for a placeholder. What a person typed must be given as <see cref="Typed"/>; there is no implicit way for a string to become the bot's own words.</summary>
public readonly record struct ReplyValue(RichText Text)
{
    public static implicit operator ReplyValue(long number) => new(RichText.Plain(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static implicit operator ReplyValue(RichText text) => new(text);

    public static implicit operator ReplyValue(TextRun run) => new(new RichText([run]));

    /// <summary>The bot's own words.</summary>
    public static ReplyValue Words(string text) => RichText.Plain(text);

    /// <summary>What a person typed.</summary>
    public static ReplyValue Typed(string text) => RichText.Typed(text);
}
