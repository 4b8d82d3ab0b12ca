namespace TriageBot.Chat.Web.Log;

/// <summary>A <see cref="ChatOutcome"/> in one column: its kind, a colon, and the id of what was shown.</summary>
internal static class OutcomeText
{
    public static string? Write(ChatOutcome? outcome) => outcome switch
    {
        null => null,
        ChatOutcome.Shown(var id) => "shown:" + id,
        ChatOutcome.Updated(var id) => "updated:" + id,
        ChatOutcome.Opened(var form) => "opened:" + form.InstanceId,
        ChatOutcome.Nothing => "nothing:",
        ChatOutcome.Refused => throw new InvalidOperationException("A refused act leaves no trace."),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };

    /// <exception cref="FormatException">The text was not written by this type.</exception>
    public static ChatOutcome? Read(string? text, Func<string, ShownForm?> findForm) => text?.Split(':', 2) switch
    {
        null => null,
        ["shown", var id] => new ChatOutcome.Shown(id),
        ["updated", var id] => new ChatOutcome.Updated(id),
        ["opened", var id] when findForm(id) is { } form => new ChatOutcome.Opened(form),
        ["nothing", _] => ChatOutcome.Nothing.Instance,
        _ => throw new FormatException($"'{text}' is no outcome."),
    };
}
