using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web.Board;

/// <summary>Names one act of one member. A client repeats it after a lost connection.</summary>
internal readonly record struct EventKey(MemberId Author, string EventId);

/// <summary>What is known of one act: the message with what was typed, and how it ended.</summary>
/// <param name="Outcome">Null while it is not answered yet, also after a restart in the middle.</param>
internal sealed record EventState(string? TypedId, ChatOutcome? Outcome);
