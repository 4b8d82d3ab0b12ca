namespace TriageBot.Chat.Discord.Interactions;

/// <summary>Messages in channels that mention somebody (rule H18). Answers go to the author alone, as a private message: a channel needs no second message about each.</summary>
internal sealed class Mentions(IChatBot bot, MessageSender sender)
{
    public static bool Concerns(MessagePayload message) =>
        message is { GuildId: not null, Author.Bot: false, Mentions.Count: > 0 } && message.Mentions.Any(user => !user.Bot && user.Id != message.Author.Id);

    /// <param name="guild">The server it was written in, already known to the bot.</param>
    public async Task AnswerAsync(MessagePayload message, ulong guild, CancellationToken ct)
    {
        if (message is not { Author: { } user, Mentions: { } mentioned }) return;
        var author = InteractionReader.Author(user, null);
        var workspace = DiscordIds.Workspace(guild);
        var body = new IncomingBody.Typed(Readable(message.Content ?? "", mentioned))
        {
            Mentions = [.. mentioned.Where(other => !other.Bot).Select(other => new MemberId(other.Id))],
            MessageId = message.Id,
            Link = $"https://discord.com/channels/{guild}/{message.ChannelId}/{message.Id}",
        };
        var reply = await bot.HandleAsync(new Incoming(workspace, author, new Destination.Channel(message.ChannelId), message.Id, body), ct).ConfigureAwait(false);
        if (reply is Reply.Private(var card)) await sender.SendAsync(new Outgoing(message.Id, workspace, new Destination.Direct(author.Id), card), ct).ConfigureAwait(false);
    }

    /// <summary>Names in place of the numbers that Discord writes for people, as the author saw them.</summary>
    private static string Readable(string content, IEnumerable<UserPayload> mentioned)
    {
        foreach (var user in mentioned)
        {
            var name = "@" + InteractionReader.Author(user, null).Name;
            content = content.Replace($"<@{user.Id}>", name, StringComparison.Ordinal).Replace($"<@!{user.Id}>", name, StringComparison.Ordinal);
        }

        // A line that begins with a slash is no command here: Discord's own commands do not come this way.
        return content.TrimStart().StartsWith('/') ? "" : content;
    }
}
