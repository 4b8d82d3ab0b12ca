using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web.Log;

/// <summary>The part of a message that is stored as JSON.</summary>
internal sealed record StoredBody(RichText Text, ImmutableArray<Control> Controls, ImmutableArray<MemberId> Mentions);

/// <summary>The JSON in the chat's file. Its shape is part of the file format.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(StoredBody))]
[JsonSerializable(typeof(Form))]
internal sealed partial class LogJson : JsonSerializerContext
{
    public static byte[] Write(ChatMessage message) =>
        JsonSerializer.SerializeToUtf8Bytes(new StoredBody(message.Text, message.Controls, message.Mentions), Default.StoredBody);

    public static StoredBody ReadBody(string json) => JsonSerializer.Deserialize(json, Default.StoredBody) ?? throw Damaged();

    public static byte[] Write(Form form) => JsonSerializer.SerializeToUtf8Bytes(form, Default.Form);

    public static Form ReadForm(string json) => JsonSerializer.Deserialize(json, Default.Form) ?? throw Damaged();

    private static JsonException Damaged() => new("The chat's file holds an empty message or form.");
}
