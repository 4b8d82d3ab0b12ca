namespace TriageBot.Chat.Discord.Interactions;

/// <summary>Plain text typed to the bot in a private conversation.</summary>
internal sealed class Talk(IChatBot bot, MessageSender sender, DirectTalk direct)
{
    public static bool Concerns(MessagePayload message) => message is { GuildId: null, Author.Bot: false } && !string.IsNullOrWhiteSpace(message.Content);

    public async Task AnswerAsync(MessagePayload message, CancellationToken ct)
    {
        if (message is not { Author: { } user, Content: { } text }) return;
        var account = InteractionReader.Author(user, null);
        var (home, problem) = await direct.HomeAsync(account, tagged: null, ct).ConfigureAwait(false);
        var where = new Destination.Direct(account.Id);
        if (home is null)
        {
            // Any of their servers will do to reach them; where there is none, they cannot be members of one with the bot.
            var words = new Card(RichText.Plain(problem));
            await sender.SendAsync(new Outgoing(message.Id, DiscordIds.Workspace(0), where, words), ct).ConfigureAwait(false);
            return;
        }

        var workspace = DiscordIds.Workspace(home.Guild);
        var reply = await bot.HandleAsync(new Incoming(workspace, home.Author, where, message.Id, new IncomingBody.Typed(text)), ct).ConfigureAwait(false);
        var card = reply switch
        {
            Reply.Private(var shown) => shown,
            Reply.Public(var shown) => shown,
            Reply.Update(var shown) => shown,
            _ => null,
        };
        if (card is not null) await sender.SendAsync(new Outgoing(message.Id, workspace, where, card), ct).ConfigureAwait(false);
    }
}
