namespace TriageBot.Chat.Discord.Interactions;

/// <summary>Takes an interaction to the bot and its reply back: at once, or after a sign that it is on its way when it takes longer (rule H3).</summary>
internal sealed partial class Responder(IChatBot bot, InteractionApi api, MessageSender sender, DiscordOptions options, TimeProvider clock)
{
    /// <summary>Once more, and again: a late answer is not in the outbox.</summary>
    private const int MostDeliveries = 3;
    private static readonly TimeSpan BetweenDeliveries = TimeSpan.FromSeconds(5);
    private readonly ILogger logger = options.Logger;

    /// <summary>Never throws: whatever fails is logged, and the person is told where that is possible.</summary>
    public async Task RespondAsync(Interaction interaction, ulong guild, CancellationToken ct)
    {
        try
        {
            var workspace = DiscordIds.Workspace(guild);
            if (interaction.Suggestion is { } suggestion) await SuggestAsync(interaction, workspace, suggestion, ct).ConfigureAwait(false);
            else if (interaction.Body is { } body) await AnswerAsync(interaction, new Incoming(workspace, interaction.Author, interaction.Where, interaction.Id, body), ct).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is UnansweredException or DiscordStoppedException or OperationCanceledException)
        {
            LogUnanswered(interaction.Id, fault.Message);
        }
        catch (Exception fault)
        {
            LogFailed(fault, interaction.Id);
        }
    }

    /// <summary>A line of the adapter's own, where the bot cannot be asked.</summary>
    public Task TellAsync(Interaction interaction, string sentence, CancellationToken ct) => interaction.Suggestion is null
        ? ShowAsync(new Answering(interaction, Guild: 0, Deferral.None), new Reply.Private(new Card(RichText.Plain(sentence))), ct)
        : api.SuggestAsync(interaction, [], ct);

    /// <summary>Suggestions that come late help nobody: none are better then.</summary>
    private async Task SuggestAsync(Interaction interaction, WorkspaceId workspace, Suggestion suggestion, CancellationToken ct)
    {
        IReadOnlyList<Choice> choices = [];
        try
        {
            var request = new CompletionRequest(workspace, interaction.Author, suggestion.Command, suggestion.Option, suggestion.Typed);
            choices = await bot.CompleteAsync(request, ct).WaitAsync(options.Patience, clock, ct).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogNoSuggestions(fault, suggestion.Command, suggestion.Option);
        }

        if (await api.SuggestAsync(interaction, choices, ct).ConfigureAwait(false) is RestAnswer.Refused { Code: not DiscordCode.AlreadyAcknowledged } refused)
        {
            LogRefused(interaction.Id, refused.Status, refused.Detail);
        }
    }

    private async Task AnswerAsync(Interaction interaction, Incoming incoming, CancellationToken ct)
    {
        var guild = DiscordIds.Guild(incoming.Workspace) ?? 0;
        var answering = AskAsync(interaction, incoming, ct);
        var deferral = Deferral.None;
        // Not a delay beside it: hundreds of those would be under way, each for an answer that was there long ago.
        await ((Task)answering).WaitAsync(options.Patience, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!answering.IsCompleted) deferral = await DeferAsync(interaction, ct).ConfigureAwait(false);
        await ShowAsync(new Answering(interaction, guild, deferral), await answering.ConfigureAwait(false), ct).ConfigureAwait(false);
    }

    private async Task<Reply> AskAsync(Interaction interaction, Incoming incoming, CancellationToken ct)
    {
        try
        {
            if (interaction.People.Count + interaction.Channels.Count > 0) await IntroduceAsync(interaction, incoming.Workspace, ct).ConfigureAwait(false);
            return await bot.HandleAsync(incoming, ct).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogFailed(fault, interaction.Id);
            return new Reply.Private(new Card(RichText.Plain($"TriageBot could not handle this (reference {interaction.Id}). Try it again in a moment.")));
        }
    }

    /// <summary>Members are not read from the server's list, which would need a privileged intent: whoever is named is made known then.</summary>
    private Task IntroduceAsync(Interaction interaction, WorkspaceId workspace, CancellationToken ct) =>
        bot.SeenAsync(new WorkspaceSeen(workspace, DiscordOptions.PlatformName, "", interaction.People, interaction.Channels, []), ct);

    /// <summary>A sign that an answer is on its way. Whether it is private is fixed by it. Where nobody knows whether it arrived, Discord says so when the answer takes its place.</summary>
    private async Task<Deferral> DeferAsync(Interaction interaction, CancellationToken ct)
    {
        var callback = interaction.HasMessage
            ? new MessageCallback(CallbackType.DeferredUpdate)
            : new MessageCallback(CallbackType.DeferredMessage, interaction.IsDirect ? null : new MessageBody { Flags = MessageBody.Ephemeral, AllowedMentions = null });
        return await TryAsync(interaction, () => api.AnswerAsync(interaction, callback, [], ct)).ConfigureAwait(false) switch
        {
            null or RestAnswer.Ok or RestAnswer.Refused { Code: DiscordCode.AlreadyAcknowledged } => interaction.HasMessage ? Deferral.Update : Deferral.Message,
            _ => Deferral.TooLate,
        };
    }

    private async Task ShowAsync(Answering answering, Reply reply, CancellationToken ct)
    {
        var answer = answering.Deferral == Deferral.TooLate ? null : await TryAsync(answering.Interaction, () => PlaceAsync(answering, reply, ct)).ConfigureAwait(false);
        await SeeToAsync(answering, reply, answer, ct).ConfigureAwait(false);
    }

    /// <returns>Null when nobody knows whether Discord took it.</returns>
    private async Task<RestAnswer?> TryAsync(Interaction interaction, Func<Task<RestAnswer>> request)
    {
        try
        {
            return await request().ConfigureAwait(false);
        }
        catch (UnansweredException fault)
        {
            LogUnanswered(interaction.Id, fault.Message);
            return null;
        }
    }

    private async Task<RestAnswer> PlaceAsync(Answering answering, Reply reply, CancellationToken ct) =>
        (answering.Deferral, reply) switch
        {
            (Deferral.None, Reply.Open(var form)) when answering.MayOpen => await api.OpenAsync(answering.Interaction, FormRenderer.Render(form, answering.Tag), ct).ConfigureAwait(false),
            (Deferral.None, _) => await FirstAsync(answering, reply, ct).ConfigureAwait(false),
            (Deferral.Message, Reply.Public(var card)) => await PublishAsync(answering, card, ct).ConfigureAwait(false),
            (Deferral.Update, Reply.Private or Reply.Public or Reply.Open or Reply.Refused) =>
                await api.FollowAsync(answering.Interaction, Render(answering, CardOf(reply)), isPrivate: reply is not Reply.Public && !answering.Interaction.IsDirect, ct).ConfigureAwait(false),
            (Deferral.Update, Reply.Nothing) => new RestAnswer.Ok(204, []),
            _ => await api.EditAsync(answering.Interaction, Render(answering, CardOf(reply)), ct).ConfigureAwait(false),
        };

    private async Task<RestAnswer> FirstAsync(Answering answering, Reply reply, CancellationToken ct)
    {
        var card = Render(answering, CardOf(reply));
        var (callback, files) = reply switch
        {
            Reply.Nothing when answering.Interaction.HasMessage => (new MessageCallback(CallbackType.DeferredUpdate), []),
            Reply.Update when answering.Interaction.HasMessage => (new MessageCallback(CallbackType.Update, card.Edit), card.Files),
            Reply.Public => (new MessageCallback(CallbackType.Message, card.New), card.Files),
            _ => (new MessageCallback(CallbackType.Message, card.New with { Flags = answering.Interaction.IsDirect ? null : MessageBody.Ephemeral }), card.Files),
        };
        var answer = await api.AnswerAsync(answering.Interaction, callback, files, ct).ConfigureAwait(false);
        if (answer is not RestAnswer.Refused { Status: 400, Code: not DiscordCode.AlreadyAcknowledged } faulty) return answer;

        // A limit nobody knew must not swallow an answer: its bare text goes instead.
        LogFaulty(answering.Interaction.Id, faulty.Detail);
        var bare = CardRenderer.Render(new Card(RichText.Typed(CardOf(reply).Text.ToPlainText())), "", withoutFile: "").Body with { Flags = answering.Interaction.IsDirect ? null : MessageBody.Ephemeral };
        return await api.AnswerAsync(answering.Interaction, new MessageCallback(CallbackType.Message, bare), [], ct).ConfigureAwait(false);
    }

    /// <summary>What was begun as private stays private, so what is for everybody follows as a message of its own.</summary>
    private async Task<RestAnswer> PublishAsync(Answering answering, Card card, CancellationToken ct)
    {
        var done = await api.EditAsync(answering.Interaction, Render(answering, new Card(RichText.Plain("Here it is, for everybody:"))), ct).ConfigureAwait(false);
        return done is RestAnswer.Ok ? await api.FollowAsync(answering.Interaction, Render(answering, card), isPrivate: false, ct).ConfigureAwait(false) : done;
    }

    /// <summary>An answer that came too late for its place goes to the person directly: what was acknowledged must not look lost.</summary>
    private async Task SeeToAsync(Answering answering, Reply reply, RestAnswer? answer, CancellationToken ct)
    {
        switch (answer)
        {
            case RestAnswer.Ok or RestAnswer.Refused { Code: DiscordCode.AlreadyAcknowledged }:
                return;
            case RestAnswer.Refused { Code: not (DiscordCode.UnknownInteraction or DiscordCode.InvalidWebhookToken or DiscordCode.UnknownWebhook or DiscordCode.UnknownMessage) } refused:
                LogRefused(answering.Interaction.Id, refused.Status, refused.Detail);
                break;
        }

        if (reply is Reply.Nothing) return;
        var (key, author) = (answering.Interaction.Id, new Destination.Direct(answering.Interaction.Author.Id));
        if (answering.Guild == 0)
        {
            // A sentence of our own to somebody whose server is not known: nothing was done, and asking again brings it again.
            LogNotBrought(key, author.ToString(), "It is not known which server they are in.");
            return;
        }

        LogLate(key);
        await BringAsync(new Outgoing(key, DiscordIds.Workspace(answering.Guild), author, CardOf(reply)), ct).ConfigureAwait(false);
    }

    /// <summary>To the person directly, again where Discord puts it off. What cannot be brought is logged with what to do.</summary>
    private async Task BringAsync(Outgoing late, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (wait, why) = await SendAsync(late, ct).ConfigureAwait(false);
            if (why.Length == 0) return;
            if (wait is not { } pause || attempt == MostDeliveries)
            {
                LogNotBrought(late.Key, late.To.ToString(), why);
                return;
            }

            await Task.Delay(pause, clock, ct).ConfigureAwait(false);
        }
    }

    /// <returns>Why it did not arrive, empty when it did, and after which time to try again; null for never.</returns>
    private async Task<(TimeSpan? Wait, string Why)> SendAsync(Outgoing late, CancellationToken ct)
    {
        try
        {
            return await sender.SendAsync(late, ct).ConfigureAwait(false) switch
            {
                SendOutcome.Sent => (null, ""),
                SendOutcome.Later later => (later.After, "Discord takes no more messages for now."),
                SendOutcome.Refused refused => (null, refused.Reason),
                var other => (null, other.ToString()),
            };
        }
        catch (UnansweredException fault)
        {
            return (BetweenDeliveries, fault.Message);
        }
    }

    private static RenderedCard Render(Answering answering, Card card) => CardRenderer.Render(card, answering.Tag);

    private static Card CardOf(Reply reply) => reply switch
    {
        Reply.Private(var card) => card,
        Reply.Public(var card) => card,
        Reply.Update(var card) => card,
        Reply.Refused(var card, _, _) => card,
        Reply.Open(var form) => new Card(RichText.Plain($"“{form.Title}” is ready now. Press or send it again to open it.")),
        _ => new Card(RichText.Plain("Done.")),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Interaction {Interaction} failed")]
    private partial void LogFailed(Exception fault, string interaction);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord found fault with the answer to interaction {Interaction}, so its bare text was sent: {Detail}")]
    private partial void LogFaulty(string interaction, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord refused the answer to interaction {Interaction} ({Status}): {Detail}")]
    private partial void LogRefused(string interaction, int status, string detail);

    [LoggerMessage(Level = LogLevel.Information, Message = "The answer to interaction {Interaction} came too late for its place and goes to the person directly")]
    private partial void LogLate(string interaction);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to interaction {Interaction} could not be brought to {Person}: {Why} What was done by it stands, and they see it with /requests or /tasks")]
    private partial void LogNotBrought(string interaction, string? person, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody knows whether the answer to interaction {Interaction} arrived: {Why}")]
    private partial void LogUnanswered(string interaction, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No suggestions for {Option} of /{Command}")]
    private partial void LogNoSuggestions(Exception fault, string command, string option);

    /// <summary>What Discord was told before the answer was there.</summary>
    private enum Deferral
    {
        None,

        /// <summary>A line that says "thinking", which the answer takes the place of.</summary>
        Message,

        /// <summary>Nothing to see; the answer changes the message that was acted on, or follows it.</summary>
        Update,

        TooLate,
    }

    private readonly record struct Answering(Interaction Interaction, ulong Guild, Deferral Deferral)
    {
        /// <summary>Controls in a private conversation must name their server.</summary>
        public string Tag => Interaction.IsDirect && Guild != 0 ? ControlTag.For(Guild) : "";

        /// <summary>A form cannot open a form.</summary>
        public bool MayOpen => Interaction.Body is not IncomingBody.Filled;
    }
}
