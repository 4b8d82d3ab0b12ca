using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace TriageBot.Chat.Web.Board;

/// <summary>Those who want to hear of every change.</summary>
internal sealed partial class Audience(ILogger logger)
{
    private ImmutableList<Action<ChatEvent>> listeners = [];

    public IDisposable Subscribe(Action<ChatEvent> listener)
    {
        ImmutableInterlocked.Update(ref listeners, static (all, added) => all.Add(added), listener);
        return new Subscription(() => ImmutableInterlocked.Update(ref listeners, static (all, removed) => all.Remove(removed), listener));
    }

    /// <summary>Tells everybody; a listener that throws is logged and does not keep the news from the others.</summary>
    public void Publish(ChatEvent news)
    {
        foreach (var listener in listeners)
        {
            try
            {
                listener(news);
            }
            catch (Exception exception)
            {
                LogListenerFailed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A listener of the local chat failed.")]
    private partial void LogListenerFailed(Exception exception);

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
