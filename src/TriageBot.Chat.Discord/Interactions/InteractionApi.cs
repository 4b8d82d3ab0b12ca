namespace TriageBot.Chat.Discord.Interactions;

/// <summary>The addresses at which an interaction is answered.</summary>
internal sealed class InteractionApi(DiscordRest rest)
{
    /// <summary>Discord waits 3 s for a first answer; what is left of them is not all ours.</summary>
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(1);

    public Task<RestAnswer> AnswerAsync(Interaction interaction, MessageCallback callback, IReadOnlyList<CardFile> files, CancellationToken ct) =>
        CallbackAsync(interaction, JsonSerializer.SerializeToUtf8Bytes(callback, BodyJson.Default.MessageCallback), files, ct);

    public Task<RestAnswer> OpenAsync(Interaction interaction, ModalBody form, CancellationToken ct) =>
        CallbackAsync(interaction, JsonSerializer.SerializeToUtf8Bytes(new ModalCallback(CallbackType.Modal, form), BodyJson.Default.ModalCallback), [], ct);

    public Task<RestAnswer> SuggestAsync(Interaction interaction, IEnumerable<Choice> choices, CancellationToken ct) => CallbackAsync(
        interaction,
        JsonSerializer.SerializeToUtf8Bytes(new ChoicesCallback(CallbackType.Suggestions, new ChoicesBody([.. Suggestions.Render(choices)])), BodyJson.Default.ChoicesCallback),
        [],
        ct);

    /// <summary>Changes what was answered first: the "thinking" line, or the message whose control was pressed.</summary>
    public Task<RestAnswer> EditAsync(Interaction interaction, RenderedCard card, CancellationToken ct) => rest.SendAsync(
        new RestRequest(HttpMethod.Patch, "/webhooks/{0}/{1}/messages/@original", 2, interaction.ApplicationId, interaction.Token)
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(card.Edit, BodyJson.Default.MessageBody),
            Files = card.Files,
            MayRepeat = true,
            IsInteraction = true,
        },
        ct);

    /// <summary>Says something more. Discord does not recognise a repeated one, so an unknown outcome stays unknown.</summary>
    public Task<RestAnswer> FollowAsync(Interaction interaction, RenderedCard card, bool isPrivate, CancellationToken ct) => rest.SendAsync(
        new RestRequest(HttpMethod.Post, "/webhooks/{0}/{1}", 2, interaction.ApplicationId, interaction.Token)
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(card.New with { Flags = isPrivate ? MessageBody.Ephemeral : null }, BodyJson.Default.MessageBody),
            Files = card.Files,
            IsInteraction = true,
        },
        ct);

    /// <summary>A repeated first answer does no harm: the second is refused as already given.</summary>
    private Task<RestAnswer> CallbackAsync(Interaction interaction, byte[] body, IReadOnlyList<CardFile> files, CancellationToken ct) => rest.SendAsync(
        new RestRequest(HttpMethod.Post, "/interactions/{0}/{1}/callback", 2, interaction.Id, interaction.Token)
        {
            Body = body,
            Files = files,
            MayRepeat = true,
            IsInteraction = true,
            Patience = FirstAnswer,
        },
        ct);
}
