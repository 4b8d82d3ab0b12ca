using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Control;

/// <summary>The truth as tests read it; the names of the client library's records are the keys.</summary>
internal static class View
{
    public static JsonObject Of(Message message) => new()
    {
        ["id"] = Payload.Id(message.Id),
        ["channel"] = Payload.Id(message.Channel.Id),
        ["channelName"] = message.Channel.Name,
        ["author"] = message.Author.Name,
        ["type"] = message.Type,
        ["content"] = message.Content,
        ["embeds"] = message.Embeds.Items.DeepClone(),
        ["components"] = message.Components.Items.DeepClone(),
        ["flags"] = message.Flags,
        ["onlyFor"] = message.OnlyFor?.Name,
        ["isLoading"] = message.IsLoading,
        ["isEdited"] = message.Edited is not null,
        ["isDeleted"] = message.IsDeleted,
        ["pings"] = message.Pings,
        ["shownMentions"] = new JsonArray([.. message.Mentions.Shown.Select(text => (JsonNode)text)]),
        ["alive"] = new JsonArray([.. LiveMarkup.Of(message).Select(text => (JsonNode)text)]),
        ["named"] = new JsonArray([.. Named(message.Mentions).Select(text => (JsonNode)text)]),
        ["nonce"] = message.Nonce?.ToString(),
        ["replyTo"] = Payload.IdOrNull(message.ReplyTo),
        ["thread"] = Payload.IdOrNull(message.Thread?.Id),
        ["former"] = new JsonArray([.. message.Former.Select(text => (JsonNode)text)]),
        ["files"] = new JsonArray([.. message.Attachments.Select(file => (JsonNode)new JsonObject
        {
            ["filename"] = file.Filename,
            ["description"] = file.Description,
            ["contentType"] = file.ContentType,
            ["size"] = file.Content.Length,
        })]),
    };

    public static JsonObject Of(Interaction interaction) => new()
    {
        ["id"] = Payload.Id(interaction.Id),
        ["token"] = interaction.Token,
        ["kind"] = interaction.Kind.ToString(),
        ["user"] = interaction.User.Name,
        ["channel"] = Payload.Id(interaction.Channel.Id),
        ["answer"] = interaction.Answer,
        ["modal"] = interaction.Modal?.DeepClone(),
        ["choices"] = interaction.Choices?.DeepClone(),
        ["message"] = interaction.Original is { IsDeleted: false } original ? Of(original) : null,
        ["followUps"] = new JsonArray([.. interaction.FollowUps.Select(message => (JsonNode)Of(message))]),
    };

    private static IEnumerable<string> Named(Mentions mentions)
    {
        foreach (var user in mentions.Users) yield return "@" + user.Name;
        foreach (var role in mentions.Roles) yield return "@&" + role.Name;
        if (mentions.IsEveryone) yield return "@everyone";
    }
}
