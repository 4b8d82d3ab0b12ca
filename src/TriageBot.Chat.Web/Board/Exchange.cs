using Microsoft.Extensions.Logging;
using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web.Board;

/// <summary>One act of a member on its way to the bot.</summary>
/// <param name="Said">What they typed or chose, as it would be repeated to them.</param>
/// <param name="ActedOn">Message whose control was pressed, or from which the filled-in form was opened.</param>
internal sealed record Act(EventKey Key, Author Author, Destination Where, IncomingBody Body, string Said, string? ActedOn = null);

/// <summary>Hands acts to the bot and shows what it replies. The person always gets an answer, also when the bot fails or is slow.</summary>
internal sealed partial class Exchange(ChatBoard board, LocalChatOptions options)
{
    private readonly ILogger logger = options.Logger;
    private volatile IChatBot? bot;

    public void Connect(IChatBot connected) => bot = connected;

    /// <param name="ct">Ends the bot's work when the chat is closed; not when the person who waits goes away, or what they typed would be lost.</param>
    public async Task<ChatOutcome> RunAsync(Act act, CancellationToken ct)
    {
        if (bot is null) return await TellAsync(act, "TriageBot is still starting. Send it again in a moment.").ConfigureAwait(false);

        Task<Reply>? answering = null;
        try
        {
            answering = bot.HandleAsync(new Incoming(options.WorkspaceId, act.Author, act.Where, IdOf(act.Key), act.Body), ct);
            var reply = await answering.WaitAsync(options.Patience, options.WaitingClock, CancellationToken.None).ConfigureAwait(false);
            return await ShowAsync(act, reply, act.Key).ConfigureAwait(false);
        }
        catch (TimeoutException) when (answering is { IsFaulted: false } late)
        {
            _ = ShowLateAsync(act, late);
            return await TellAsync(act, "TriageBot is taking longer than usual. Its answer will appear here; look for it before you send this again.").ConfigureAwait(false);
        }
        catch (Exception exception) when (answering is null or { IsCompletedSuccessfully: false })
        {
            LogBotFailed(exception, act.Key.EventId);
            return await TellAsync(act, $"TriageBot could not handle this (reference {act.Key.EventId}). Nothing was lost: try again, or send it in a moment.").ConfigureAwait(false);
        }
    }

    private async Task ShowLateAsync(Act act, Task<Reply> answering)
    {
        try
        {
            var reply = await answering.ConfigureAwait(false);
            if (reply is Reply.Open(var form)) await TellAsync(act, $"“{form.Title}” is ready now. Press or send it again to open it.").ConfigureAwait(false);
            else await ShowAsync(act, reply, null).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogBotFailed(exception, act.Key.EventId);
            await TellAsync(act, $"TriageBot could not handle this after all (reference {act.Key.EventId}). Try it again.").ConfigureAwait(false);
        }
    }

    private async Task<ChatOutcome> ShowAsync(Act act, Reply reply, EventKey? answers)
    {
        var cause = new Cause(answers);
        switch (reply)
        {
            case Reply.Private(var card):
                return await PostAsync(act, card, act.Author.Id, cause).ConfigureAwait(false);
            case Reply.Public(var card):
                return await PostAsync(act, card, null, cause).ConfigureAwait(false);
            case Reply.Update(var card) when act.ActedOn is { } id && board.Edit(id, card, cause) is { } edit:
                await edit.Saved.ConfigureAwait(false);
                return new ChatOutcome.Updated(edit.Value.Id);
            case Reply.Update(var card):
                return await PostAsync(act, card, act.Author.Id, cause).ConfigureAwait(false);
            case Reply.Open(var form):
                return await OpenAsync(act, form).ConfigureAwait(false);
            case Reply.Refused(var card, _, _) when answers is null:
                // The form was closed with the sign that the answer takes longer.
                return await PostAsync(act, card, act.Author.Id, cause).ConfigureAwait(false);
            case Reply.Refused(_, var form, _):
                return await OpenAsync(act, form).ConfigureAwait(false);
            default:
                if (answers is { } silent) await board.SettleSilently(silent).ConfigureAwait(false);
                return ChatOutcome.Nothing.Instance;
        }
    }

    private async Task<ChatOutcome> OpenAsync(Act act, Form form)
    {
        var opened = board.Open(act.Author.Id, act.Where, act.ActedOn, form, act.Key);
        await opened.Saved.ConfigureAwait(false);
        return new ChatOutcome.Opened(opened.Value);
    }

    private async Task<ChatOutcome> PostAsync(Act act, Card card, MemberId? onlyTo, Cause cause)
    {
        var post = board.Post(new Draft(null, act.Where, card) { VisibleOnlyTo = onlyTo }, cause);
        await post.Saved.ConfigureAwait(false);
        return new ChatOutcome.Shown(post.Value.Id);
    }

    /// <summary>The chat's own line to the person, with what they typed.</summary>
    private Task<ChatOutcome> TellAsync(Act act, string sentence)
    {
        var text = RichText.Plain(sentence + "\n\nYou sent: ").Then(RichText.Typed(act.Said));
        return PostAsync(act, new Card(text), act.Author.Id, new Cause(act.Key));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The bot failed on event {EventId}.")]
    private partial void LogBotFailed(Exception exception, string eventId);

    /// <summary>
    /// Windows choose ids for themselves; to the bot they are unique in the whole workspace, so that nobody is answered for another.
    /// The window's part comes first: it begins with the time, and what is written down in its order is written side by side.
    /// </summary>
    private static string IdOf(EventKey key) => $"{key.EventId}/{key.Author}";
}
