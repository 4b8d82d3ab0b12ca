using System.Text.Json;
using System.Text.Json.Serialization;
using TriageBot.Core.Chat;

namespace TriageBot.Features;

/// <summary>The stored form of cards and replies.</summary>
internal static class ChatJson
{
    public static string Write(Card card) => JsonSerializer.Serialize(WithoutFiles(card), ChatJsonContext.Default.Card);

    public static Card ReadCard(string json) =>
        JsonSerializer.Deserialize(json, ChatJsonContext.Default.Card) ?? throw new FormatException("A stored card is empty.");

    public static string Write(Reply reply) => JsonSerializer.Serialize(
        reply switch
        {
            Reply.Nothing => new StoredReply("nothing"),
            Reply.Private shown => new StoredReply("private", WithoutFiles(shown.Card)),
            Reply.Public shown => new StoredReply("public", WithoutFiles(shown.Card)),
            Reply.Update shown => new StoredReply("update", WithoutFiles(shown.Card)),
            Reply.Open opened => new StoredReply("open", Form: opened.Form),
            Reply.Refused refused => new StoredReply("refused", refused.Card, refused.Form, refused.By),
            _ => throw new ArgumentOutOfRangeException(nameof(reply), reply, "This kind of reply has no stored form."),
        },
        ChatJsonContext.Default.StoredReply);

    public static Reply ReadReply(string json) => JsonSerializer.Deserialize(json, ChatJsonContext.Default.StoredReply) switch
    {
        { Kind: "nothing" } => Reply.Nothing.Instance,
        { Kind: "private", Card: { } card } => new Reply.Private(card),
        { Kind: "public", Card: { } card } => new Reply.Public(card),
        { Kind: "update", Card: { } card } => new Reply.Update(card),
        { Kind: "open", Form: { } form } => new Reply.Open(form),
        { Kind: "refused", Card: { } card, Form: { } form, By: { } by } => new Reply.Refused(card, form, by),
        _ => throw new FormatException("A stored reply cannot be read."),
    };

    private static Card WithoutFiles(Card card) =>
        card.Files.IsEmpty ? card : throw new ArgumentException("A card with files is never stored: answer with it from a command that only looks.", nameof(card));
}

internal sealed record StoredReply(string Kind, Card? Card = null, Form? Form = null, MemberId? By = null);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Card))]
[JsonSerializable(typeof(StoredReply))]
internal sealed partial class ChatJsonContext : JsonSerializerContext;
