using Microsoft.Extensions.Logging;
using TriageBot.Core.Chat;
using TriageBot.Storage;

namespace TriageBot.Features;

/// <summary>The one place that turns a failure into words (architecture, section 6). Details go to the log under a reference; the person gets the reference and what they typed.</summary>
public sealed class Failures(ReplyTexts texts, ILogger<Failures> logger, TimeProvider clock)
{
    public Reply Reply(Exception fault, Incoming incoming)
    {
        var typed = ReplyValue.Typed(TypedText.Of(incoming.Body));
        if (fault is DatabaseUnavailableException unavailable)
        {
            logger.LogError(fault, "Nothing was saved for event {EventId}", incoming.EventId);
            return texts.Private(RouterTexts.NotSaved, ("sentence", ReplyValue.Words(unavailable.Message)), ("typed", typed));
        }

        var reference = Reference();
        logger.LogError(fault, "Failure {Reference} at event {EventId} in workspace {Workspace}", reference, incoming.EventId, incoming.Workspace);
        return texts.Private(RouterTexts.Fault, ("reference", ReplyValue.Words(reference)), ("typed", typed));
    }

    public void InTimer(Exception fault, Timers.Timer timer) =>
        logger.LogError(fault, "Failure {Reference}: timer {Kind} {Key} of workspace {Workspace} is tried again", Reference(), timer.Kind, timer.Key, timer.WorkspaceId);

    public void InSending(Exception fault, string key) =>
        logger.LogWarning(fault, "Message {Key} could not be sent and is tried again", key);

    public void Refused(string reason, string key) =>
        logger.LogWarning("Message {Key} was refused by the platform: {Reason}", key, reason);

    /// <summary>Told once at the start: a token that was forgotten looks like a bot that has nothing to say.</summary>
    public void NotSetUp(string platform) =>
        logger.LogWarning("There are teams on the platform '{Platform}', which is not set up this time: what is to be told them is kept until it is", platform);

    /// <summary>Eight letters and digits: enough to find one line in a log.</summary>
    private string Reference() => Convert.ToHexStringLower(Guid.CreateVersion7(clock.GetUtcNow()).ToByteArray().AsSpan(12));
}
