using TriageBot.Discord.Emulator.Rest.Forms;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest;

/// <summary>Later answers to interactions: edits, follow-ups. Source: interactions/receiving-and-responding.</summary>
internal sealed class WebhookRoutes(WorldState world, MessageDesk desk)
{
    private const string Hook = "/webhooks/{webhook_id}/{webhook_token}";

    public void AddTo(RouteTable routes)
    {
        Add(routes, "POST", Hook, FollowUp);
        foreach (var place in (string[])[Hook + "/messages/@original", Hook + "/messages/{message_id}"])
        {
            Add(routes, "GET", place, call => RestAnswer.Ok(desk.Json(Find(call))));
            Add(routes, "PATCH", place, Edit);
            Add(routes, "DELETE", place, Delete);
        }
    }

    private static void Add(RouteTable routes, string method, string template, Func<RestCall, RestAnswer> handle) =>
        routes.Add(new Route(method, template, "webhooks", false, handle));

    private Interaction Open(RestCall call)
    {
        if (call.Id("webhook_id") != world.AppId) throw RestError.UnknownWebhook();
        var interaction = world.InteractionsByToken.GetValueOrDefault(call.Part("webhook_token")) ?? throw RestError.TokenUsedUp();
        if (world.Clock.GetUtcNow() - interaction.Made >= Interaction.Lifetime) throw RestError.TokenUsedUp();
        return interaction.Answer == 0 ? throw RestError.UnknownWebhook() : interaction;
    }

    private Message Find(RestCall call)
    {
        var interaction = Open(call);
        var isOriginal = call.Route.Template.EndsWith("@original", StringComparison.Ordinal);
        var message = isOriginal ? interaction.Original : Own(interaction, call.Id("message_id"));
        return message is { IsDeleted: false } ? message : throw RestError.UnknownMessage();
    }

    private static Message? Own(Interaction interaction, ulong id) =>
        interaction.Original?.Id == id ? interaction.Original : interaction.FollowUps.Find(message => message.Id == id);

    private RestAnswer FollowUp(RestCall call)
    {
        var interaction = Open(call);
        var form = call.Form();
        var wanted = MessageForm.Read(form, call.Files, AllowedMentions.OnlyUsers, mayBePrivate: true);
        form.Errors.Check();
        if (wanted.IsEmpty(call.Files.Count)) throw RestError.Empty();
        interaction.IsFollowed = true;
        // Straight after a deferral the first follow-up fills the reply that is still loading.
        if (interaction.Original is { IsLoading: true, IsDeleted: false } loading)
        {
            desk.Edit(loading, wanted, call.Files, MayNameEveryone(interaction));
            return RestAnswer.Ok(desk.Json(loading));
        }

        var message = InteractionReply.New(world, interaction, wanted.Flags ?? 0, wanted.IsTts);
        message.Type = 0;
        desk.Post(message, wanted, call.Files, MayNameEveryone(interaction));
        interaction.FollowUps.Add(message);
        return RestAnswer.Ok(desk.Json(message));
    }

    private RestAnswer Edit(RestCall call)
    {
        var message = Find(call);
        var form = call.Form();
        var wanted = MessageForm.Read(form, call.Files, AllowedMentions.OnlyUsers, mayBePrivate: true, (message.Flags & MessageFlags.ComponentsV2) != 0);
        form.Errors.Check();
        var interaction = Open(call);
        interaction.IsFollowed = true;
        desk.Edit(message, wanted, call.Files, MayNameEveryone(interaction));
        return RestAnswer.Ok(desk.Json(message));
    }

    private RestAnswer Delete(RestCall call)
    {
        desk.Delete(Find(call));
        return RestAnswer.NoContent;
    }

    private bool MayNameEveryone(Interaction interaction) => Permissions.In(interaction.Channel, world.Bot.Id).Has(Permissions.MentionEveryone);
}
