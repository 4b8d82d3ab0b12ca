using TriageBot.Discord.Emulator.Rest.Forms;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest;

/// <summary>What the bot may see and do, and what it hears when it may not.</summary>
internal sealed class Access(WorldState world)
{
    public ulong Granted(Channel channel) => Permissions.In(channel, world.Bot.Id);

    /// <exception cref="RestError">There is no such guild, or the bot is not in it.</exception>
    public Guild Guild(RestCall call)
    {
        var guild = world.Guilds.GetValueOrDefault(call.Id("guild_id")) ?? throw RestError.UnknownGuild();
        return guild.HasBot ? guild : throw RestError.UnknownGuild();
    }

    /// <exception cref="RestError">There is no such channel, or the bot does not see it.</exception>
    public Channel Channel(RestCall call)
    {
        var channel = world.Channels.GetValueOrDefault(call.Id("channel_id")) ?? throw RestError.UnknownChannel();
        if (channel.Guild is null) return channel;
        if (!channel.Guild.HasBot || !Granted(channel).Has(Permissions.ViewChannel)) throw RestError.MissingAccess();
        return channel;
    }

    /// <exception cref="RestError">There is none that is not private.</exception>
    public Message Message(RestCall call)
    {
        var channel = Channel(call);
        return WorldState.Find(channel, call.Id("message_id")) is { IsPrivate: false } message ? message : throw RestError.UnknownMessage();
    }

    /// <exception cref="RestError">It may not post this here.</exception>
    public void CheckPosting(Channel channel, MessageForm wanted, int files)
    {
        if (!channel.TakesMessages) throw RestError.NotText();
        if (channel.Recipient is { } person)
        {
            CheckDirect(person);
            return;
        }

        if (channel.IsArchived && channel.IsLocked) throw RestError.Archived();
        var granted = Granted(channel);
        var needed = channel.IsThread ? Permissions.SendInThreads : Permissions.SendMessages;
        if (wanted.Embeds is { Count: > 0 }) needed |= Permissions.EmbedLinks;
        if (files > 0) needed |= Permissions.AttachFiles;
        if (wanted.IsTts) needed |= Permissions.SendTts;
        if (!granted.Has(needed)) throw RestError.MissingPermissions();
    }

    private void CheckDirect(User person)
    {
        var isShared = world.Guilds.Values.Any(guild => guild.HasBot && guild.Members.ContainsKey(person.Id));
        if (!isShared) throw RestError.NoMutualGuild();
        if (!person.TakesDirectMessages) throw RestError.DirectMessagesClosed();
    }
}
