using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web.Http;

/// <summary>The JSON between page and server, compiled ahead so that the first request is not slower than the others.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StateView))]
[JsonSerializable(typeof(PageView))]
[JsonSerializable(typeof(OutcomeView))]
[JsonSerializable(typeof(PersonView))]
[JsonSerializable(typeof(ErrorView))]
[JsonSerializable(typeof(LiveFrame))]
[JsonSerializable(typeof(ImmutableArray<Choice>))]
[JsonSerializable(typeof(SayRequest))]
[JsonSerializable(typeof(PressRequest))]
[JsonSerializable(typeof(FillRequest))]
[JsonSerializable(typeof(MenuRequest))]
[JsonSerializable(typeof(PersonRequest))]
[JsonSerializable(typeof(CompleteRequest))]
internal sealed partial class ChatJson : JsonSerializerContext;
