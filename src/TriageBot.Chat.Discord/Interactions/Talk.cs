namespace TriageBot.Chat.Discord.Interactions;

/// <summary>Plain text typed to the bot in a private conversation.</summary>
internal sealed class Talk(IChatBot bot, MessageSender sender)
{
    public static bool Concerns(MessagePayload message) => message is { GuildId: null, Author.Bot: false } && !string.IsNullOrWhiteSpace(message.Content);

    public async Task AnswerAsync(MessagePayload message, CancellationToken ct)
    {
        if (message is not { Author: { } user, Content: { } text }) return;
        var author = InteractionReader.Author(user, null);
        var known = await bot.WorkspacesOfAsync(DiscordOptions.PlatformName, author.Id, ct).ConfigureAwait(false);
        var where = new Destination.Direct(author.Id);
        if (known is not [var only])
        {
            // Any of their servers will do to reach them; where there is none, they cannot be members of one with the bot.
            var words = new Card(RichText.Plain(DirectWords.WhichServer(known)));
            await sender.SendAsync(new Outgoing(message.Id, DiscordIds.Workspace(0), where, words), ct).ConfigureAwait(false);
            return;
        }

        var reply = await bot.HandleAsync(new Incoming(only.Id, author, where, message.Id, new IncomingBody.Typed(text)), ct).ConfigureAwait(false);
        var card = reply switch
        {
            Reply.Private(var shown) => shown,
            Reply.Public(var shown) => shown,
            Reply.Update(var shown) => shown,
            _ => null,
        };
        if (card is not null) await sender.SendAsync(new Outgoing(message.Id, only.Id, where, card), ct).ConfigureAwait(false);
    }
}

/// <summary>The adapter's own sentences about private conversations, which belong to no server.</summary>
internal static class DirectWords
{
    public static string WhichServer(IReadOnlyList<WorkspaceKnown> known) => known.Count == 0
        ? "I do not know yet which server you belong to. Use a command there once, for example /requests; afterwards I understand you here too."
        : $"You are in several servers with me ({string.Join(", ", known.Take(10).Select(workspace => workspace.Name))}). Use the command in the one you mean.";
}
