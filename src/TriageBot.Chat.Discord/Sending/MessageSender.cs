namespace TriageBot.Chat.Discord.Sending;

/// <summary>Brings messages to where they belong: a channel, a private conversation, or a private thread where that is closed.</summary>
internal sealed class MessageSender(DiscordRest rest, GuildDirectory guilds, bool opensThreads, TimeProvider clock)
{
    /// <summary>Discord remembers a nonce for a few minutes. After this the channel is looked through before a message is repeated (reliability, section 1.3).</summary>
    private static readonly TimeSpan NonceIsRemembered = TimeSpan.FromMinutes(2);
    private const string NoFileHere = "; I may attach no file here";
    private readonly SentMessages sent = new();
    private readonly MessageApi messages = new(rest);
    private readonly DirectChannels directs = new(rest);

    public Task<SendOutcome> SendAsync(Outgoing outgoing, CancellationToken ct) => DiscordIds.Guild(outgoing.Workspace) is not { } guild
        ? Task.FromResult<SendOutcome>(new SendOutcome.Refused($"{outgoing.Workspace} is no Discord server."))
        : outgoing.To switch
        {
            _ when outgoing.EditOf is { } id => EditAsync(id, outgoing, ct),
            Destination.Channel(var channel) => ToChannelAsync(channel, outgoing, ct),
            Destination.Direct(var member) => ToMemberAsync(guild, member.Value, outgoing, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(outgoing), outgoing, "Discord has no such place."),
        };

    private async Task<SendOutcome> ToChannelAsync(string channel, Outgoing outgoing, CancellationToken ct)
    {
        var answer = await PostAsync(channel, "", outgoing, ct).ConfigureAwait(false);
        var outcome = Outcome(answer, channel, Place.Channel);
        if (opensThreads && outgoing.Card.Thread is { } title && outcome is SendOutcome.Sent(var id))
        {
            await messages.ThreadBelowAsync(channel, Split(id).Message, title, ct).ConfigureAwait(false);
        }

        return outcome;
    }

    private async Task<SendOutcome> ToMemberAsync(ulong guild, string member, Outgoing outgoing, CancellationToken ct)
    {
        var (channel, answer) = await directs.OpenAsync(member, ct).ConfigureAwait(false);
        if (channel is not null)
        {
            answer = await PostAsync(channel, ControlTag.For(guild), outgoing, ct).ConfigureAwait(false);
            if (answer is RestAnswer.Refused { Status: 404 }) directs.Forget(member);
        }

        return answer is RestAnswer.Refused { Code: DiscordCode.DirectMessagesClosed or DiscordCode.NoServerInCommon }
            ? await ToThreadAsync(guild, member, outgoing, ct).ConfigureAwait(false)
            : Outcome(answer, channel ?? "", Place.Direct);
    }

    /// <summary>Who takes no private messages finds them in a private thread of the server, to which a mention lets them in.</summary>
    private async Task<SendOutcome> ToThreadAsync(ulong guild, string member, Outgoing outgoing, CancellationToken ct)
    {
        var calling = outgoing with { Card = outgoing.Card with { Mentions = [new MemberId(member)] } };
        if (guilds.ThreadFor(guild, member) is { } known)
        {
            var again = await PostAsync(known, "", calling, ct).ConfigureAwait(false);
            if (again is not RestAnswer.Refused { Status: 404 or 403 or 400 }) return Outcome(again, known, Place.Thread);
            guilds.ForgetThread(guild, member);
        }

        SendOutcome outcome = Refusal(Place.Thread, 403);
        foreach (var channel in guilds.Find(guild)?.ForThreads ?? [])
        {
            var opened = await messages.PrivateThreadAsync(channel, PrivateThreads.NameFor(member), ct).ConfigureAwait(false);
            if (opened is RestAnswer.Ok ok)
            {
                var thread = ok.Read(PayloadJson.Default.ChannelPayload).Id;
                guilds.AddThread(guild, member, thread);
                return Outcome(await PostAsync(thread, "", calling, ct).ConfigureAwait(false), thread, Place.Thread);
            }

            outcome = Outcome(opened, channel, Place.Thread);
            if (opened is RestAnswer.Refused { Status: 404 }) guilds.Forget(guild, channel);
            else if (opened is RestAnswer.Later) break;
        }

        return outcome;
    }

    private async Task<RestAnswer> PostAsync(string channel, string tag, Outgoing outgoing, CancellationToken ct)
    {
        var answer = await TryPostAsync(channel, tag, outgoing, ct).ConfigureAwait(false);
        if (answer is RestAnswer.Ok ok) sent.Add(ok.Read(PayloadJson.Default.MessagePayload).Id, outgoing.Key);
        return answer;
    }

    /// <summary>
    /// A message that Discord finds fault with, whatever the reason, is sent once more as bare text, and one with a file without it where files are not allowed:
    /// news must not be lost to a limit nobody knew.
    /// </summary>
    private async Task<RestAnswer> TryPostAsync(string channel, string tag, Outgoing outgoing, CancellationToken ct)
    {
        var card = CardRenderer.Render(outgoing.Card, tag);
        if (outgoing.FirstTriedAt is { } tried
            && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(tried) > NonceIsRemembered
            && await FindAsync(channel, card, outgoing.Key, tried, ct).ConfigureAwait(false) is { } posted)
        {
            return posted;
        }

        var answer = await messages.PostAsync(channel, card, outgoing.Key, ct).ConfigureAwait(false);
        var second = answer switch
        {
            RestAnswer.Refused { Status: 403 } when card.Files.Count > 0 => CardRenderer.Render(outgoing.Card, tag, NoFileHere),
            RestAnswer.Refused { Status: 400 } => CardRenderer.Render(new Card(RichText.Typed(outgoing.Card.Text.ToPlainText())) { Mentions = outgoing.Card.Mentions }, "", withoutFile: ""),
            _ => null,
        };
        return second is null ? answer : await messages.PostAsync(channel, second, outgoing.Key, ct).ConfigureAwait(false);
    }

    /// <summary>
    /// The message, if an earlier attempt brought it there after all: by its nonce, or, where Discord tells none, by what it shows, when it is neither an answer
    /// to somebody nor known as another.
    /// </summary>
    private async Task<RestAnswer?> FindAsync(string channel, RenderedCard card, string key, long triedAt, CancellationToken ct)
    {
        var since = DateTimeOffset.FromUnixTimeMilliseconds(triedAt) - TimeSpan.FromMinutes(1);
        var nonce = MessageApi.NonceOf(key);
        bool IsIt(MessagePayload message) => message switch
        {
            { Nonce: { Length: > 0 } given } => given == nonce,
            { WebhookId: null, Author.Bot: true } => message.Timestamp >= since && sent.MayBe(message.Id, key) && SentMessages.Shows(message, card),
            _ => false,
        };
        var found = (await messages.NewestAsync(channel, ct).ConfigureAwait(false)).FirstOrDefault(IsIt);
        return found is null ? null : new RestAnswer.Ok(200, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(found, PayloadJson.Default.MessagePayload));
    }

    private async Task<SendOutcome> EditAsync(string id, Outgoing outgoing, CancellationToken ct)
    {
        var (channel, message) = Split(id);
        var tag = outgoing.To is Destination.Direct && DiscordIds.Guild(outgoing.Workspace) is { } guild ? ControlTag.For(guild) : "";
        var card = CardRenderer.Render(outgoing.Card, tag);
        var answer = await messages.EditAsync(channel, message, card, ct).ConfigureAwait(false);
        if (answer is RestAnswer.Refused { Status: 403 } && card.Files.Count > 0)
        {
            answer = await messages.EditAsync(channel, message, CardRenderer.Render(outgoing.Card, tag, NoFileHere), ct).ConfigureAwait(false);
        }

        return Outcome(answer, channel, Place.Message);
    }

    private static SendOutcome Outcome(RestAnswer answer, string channel, Place place) => answer switch
    {
        RestAnswer.Ok ok => new SendOutcome.Sent($"{channel}/{ok.Read(PayloadJson.Default.MessagePayload).Id}"),
        RestAnswer.Later later => new SendOutcome.Later(later.After),
        RestAnswer.Refused refused => Refusal(place, refused.Status, refused.Code, refused.Detail),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Unknown answer."),
    };

    private static SendOutcome.Refused Refusal(Place place, int status, int code = 0, string detail = "") => new(SendRefusals.Sentence(place, status, code, detail));

    private static (string Channel, string Message) Split(string id) => id.Split('/', 2) is [var channel, var message] ? (channel, message) : ("0", id);
}
