namespace TriageBot.Chat.Discord.Interactions;

/// <summary>Makes of Discord's payloads what the bot understands.</summary>
internal static class InteractionReader
{
    private const int OnPerson = 2;
    private const int OnMessage = 3;
    private const int Subcommand = 1;
    private const int SubcommandGroup = 2;

    /// <returns>Null for kinds that this program does not know.</returns>
    /// <exception cref="JsonException">It is not what the protocol says.</exception>
    public static Interaction? Read(InteractionPayload payload)
    {
        if (payload.Data is not { } data) return null;
        if ((payload.Member?.User ?? payload.User) is not { } user) throw new JsonException("An interaction names who acted.");
        var (tagged, control) = ControlTag.Read(data.CustomId ?? "");
        var interaction = new Interaction(payload.Id, payload.ApplicationId, payload.Token, DiscordIds.Snowflake(payload.GuildId) ?? tagged, Author(user, payload.Member))
        {
            ChannelId = payload.ChannelId,
            IsDirect = payload.GuildId is null,
            HasMessage = payload.Message is not null,
            People = People(data.Resolved),
            Channels = Channels(data.Resolved),
        };
        return payload.Type switch
        {
            InteractionType.Command => interaction with { Body = Command(payload, data) },
            InteractionType.Component => interaction with { Body = new IncomingBody.Pressed(control, data.Values is [var chosen, ..] ? chosen : null) },
            InteractionType.Modal => interaction with { Body = new IncomingBody.Filled(control, Fields(data.Components ?? [])) },
            InteractionType.Autocomplete => interaction with { Suggestion = Suggestion(data) },
            _ => null,
        };
    }

    /// <summary>How the server shows somebody; without a server nothing is known but the account.</summary>
    public static Author Author(UserPayload user, MemberPayload? member) => new(
        new MemberId(user.Id),
        Name(user, member),
        member is null ? null : Permissions.MayManage(member.Permissions));

    private static string Name(UserPayload user, MemberPayload? member) =>
        new[] { member?.Nick, user.GlobalName, user.Username }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) ?? user.Id;

    private static IncomingBody? Command(InteractionPayload payload, InteractionData data) => data.Type switch
    {
        OnMessage when data.TargetId is { } id => new IncomingBody.MenuUsed(data.Name ?? "", id, Text(data.Resolved?.Messages?.GetValueOrDefault(id)))
        {
            Link = payload is { GuildId: { } guild, ChannelId: { } channel } ? $"https://discord.com/channels/{guild}/{channel}/{id}" : "",
        },
        OnPerson when data.TargetId is { } id => new IncomingBody.MemberMenuUsed(data.Name ?? "", new MemberId(id)),
        OnMessage or OnPerson => null,
        _ => new IncomingBody.Command(data.Name ?? "", Leaves(data.Options).ToDictionary(option => option.Name, Value)),
    };

    /// <summary>What a message says; one without words may still say something in its embeds or attachments.</summary>
    private static string Text(MessagePayload? message)
    {
        if (message is null) return "";
        if (!string.IsNullOrWhiteSpace(message.Content)) return message.Content;
        var embeds = (message.Embeds ?? []).SelectMany(embed => new[] { embed.Title, embed.Description });
        var files = (message.Attachments ?? []).Select(file => file.Filename);
        return string.Join('\n', embeds.Concat(files).Where(text => !string.IsNullOrWhiteSpace(text)));
    }

    private static Suggestion? Suggestion(InteractionData data) =>
        Leaves(data.Options).FirstOrDefault(option => option.Focused) is { } focused ? new Suggestion(data.Name ?? "", focused.Name, Value(focused)) : null;

    private static IEnumerable<OptionPayload> Leaves(IReadOnlyList<OptionPayload>? options) =>
        (options ?? []).SelectMany(option => option.Type is Subcommand or SubcommandGroup ? Leaves(option.Options) : [option]);

    private static string Value(OptionPayload option) => option.Value.ValueKind switch
    {
        JsonValueKind.String => option.Value.GetString() ?? "",
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        _ => option.Value.GetRawText(),
    };

    private static Dictionary<string, string> Fields(IEnumerable<FieldPayload> components)
    {
        var values = new Dictionary<string, string>();
        foreach (var field in components.SelectMany(Innermost))
        {
            if (field.CustomId is { } name) values[name] = field.Value ?? field.Values?.FirstOrDefault() ?? "";
        }

        return values;
    }

    private static IEnumerable<FieldPayload> Innermost(FieldPayload field) =>
        field.Component is { } inner ? Innermost(inner) : field.Components is { } row ? row.SelectMany(Innermost) : [field];

    private static IReadOnlyList<Author> People(ResolvedPayload? resolved) =>
        [.. (resolved?.Users?.Values ?? []).Where(user => !user.Bot).Select(user => Author(user, resolved?.Members?.GetValueOrDefault(user.Id)))];

    private static IReadOnlyList<ChannelSeen> Channels(ResolvedPayload? resolved) =>
        [.. (resolved?.Channels?.Values ?? []).Select(channel => new ChannelSeen(channel.Id, channel.Name ?? channel.Id))];
}
