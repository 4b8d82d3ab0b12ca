using System.Diagnostics;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.Rest.Forms;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest;

/// <summary>First answers to interactions. Source: interactions/receiving-and-responding.</summary>
internal sealed class InteractionRoutes(WorldState world, MessageDesk desk)
{
    private const int Reply = 4;
    private const int DeferredReply = 5;
    private const int DeferredUpdate = 6;
    private const int Update = 7;
    private const int Suggestions = 8;
    private const int Modal = 9;

    public void AddTo(RouteTable routes) =>
        routes.Add(new Route("POST", "/interactions/{interaction_id}/{interaction_token}/callback", "callback", false, Answer));

    private RestAnswer Answer(RestCall call)
    {
        var interaction = world.Interactions.GetValueOrDefault(call.Id("interaction_id"));
        if (interaction is null || interaction.Token != call.Part("interaction_token")) throw RestError.UnknownInteraction();
        if (interaction.Answer != 0) throw RestError.AlreadyAnswered();
        if (world.Clock.GetUtcNow() - interaction.Made >= Interaction.FirstAnswer) throw RestError.UnknownInteraction();
        var form = call.Form();
        var type = form.Choice("type", true, Allowed(interaction));
        form.Errors.Check();
        var message = Do(interaction, type ?? 0, form, call);
        interaction.Answer = type ?? 0;
        interaction.AnsweredAt = Stopwatch.GetTimestamp();
        interaction.OnAnswer?.Invoke(interaction);
        world.Changed();
        return call.Flag("with_response") ? RestAnswer.Ok(Receipt(interaction, message)) : RestAnswer.NoContent;
    }

    private static int[] Allowed(Interaction interaction) => interaction.Kind switch
    {
        InteractionKind.Command => [Reply, DeferredReply, Modal],
        InteractionKind.Component => [Reply, DeferredReply, DeferredUpdate, Update, Modal],
        InteractionKind.Autocomplete => [Suggestions],
        _ => interaction.Source is null ? [Reply, DeferredReply] : [Reply, DeferredReply, DeferredUpdate, Update],
    };

    private Message? Do(Interaction interaction, int type, Form form, RestCall call)
    {
        var data = form.Inner("data");
        if (type is Reply or Suggestions or Modal && data is null) form.Required("data");
        form.Errors.Check();
        switch (type)
        {
            case Reply:
                return PostReply(interaction, data!, call);
            case DeferredReply:
                return Defer(interaction, data);
            case DeferredUpdate:
                interaction.Original = interaction.Source;
                return null;
            case Update:
                return UpdateSource(interaction, data, call);
            case Suggestions:
                interaction.Choices = ReadChoices(interaction, data!);
                return null;
            default:
                var modal = ModalForm.Read(data!);
                form.Errors.Check();
                interaction.Modal = modal;
                return null;
        }
    }

    private Message PostReply(Interaction interaction, Form data, RestCall call)
    {
        var wanted = MessageForm.Read(data, call.Files, AllowedMentions.OnlyUsers, mayBePrivate: true);
        data.Errors.Check();
        if (wanted.IsEmpty(call.Files.Count)) throw RestError.Empty();
        var message = InteractionReply.New(world, interaction, wanted.Flags ?? 0, wanted.IsTts);
        desk.Post(message, wanted, call.Files, mayNameEveryone: MayNameEveryone(interaction));
        return interaction.Original = message;
    }

    private Message Defer(Interaction interaction, Form? data)
    {
        var flags = (int)(data?.Integer("flags", 0, int.MaxValue) ?? 0);
        data?.Errors.Check();
        if (data?.Json.EnumerateObject().Any(field => field.Name != "flags") == true || (flags & ~MessageFlags.Ephemeral) != 0)
            world.Violations.Add("A deferred reply takes nothing but the flag 64; the rest is lost.");
        var message = InteractionReply.New(world, interaction, flags & MessageFlags.Ephemeral, isTts: false);
        message.Flags |= MessageFlags.Loading;
        desk.Put(message);
        return interaction.Original = message;
    }

    private Message? UpdateSource(Interaction interaction, Form? data, RestCall call)
    {
        interaction.Original = interaction.Source;
        if (data is null || interaction.Source is not { } source) return null;
        var wanted = MessageForm.Read(data, call.Files, AllowedMentions.OnlyUsers, mayBePrivate: true, (source.Flags & MessageFlags.ComponentsV2) != 0);
        data.Errors.Check();
        if (source.IsDeleted) throw RestError.UnknownMessage();
        desk.Edit(source, wanted, call.Files, mayNameEveryone: MayNameEveryone(interaction));
        return source;
    }

    private static JsonArray ReadChoices(Interaction interaction, Form data)
    {
        if (!data.Has("choices")) data.Required("choices");
        var choices = ChoiceForm.Read(data.Items("choices", 0, 25), interaction.CommandType);
        data.Errors.Check();
        return choices;
    }

    private bool MayNameEveryone(Interaction interaction) => Permissions.In(interaction.Channel, world.Bot.Id).Has(Permissions.MentionEveryone);

    private JsonObject Receipt(Interaction interaction, Message? message)
    {
        var json = new JsonObject { ["id"] = Payload.Id(interaction.Id), ["type"] = (int)interaction.Kind };
        if (message is not null)
        {
            json["response_message_id"] = Payload.Id(message.Id);
            json["response_message_loading"] = message.IsLoading;
            json["response_message_ephemeral"] = message.IsPrivate;
        }

        if (interaction.Channel.Guild is { } guild) json["guild_id"] = Payload.Id(guild.Id);
        json["channel_id"] = Payload.Id(interaction.Channel.Id);
        var receipt = new JsonObject { ["interaction"] = json };
        if (message is not null) receipt["resource"] = new JsonObject { ["type"] = interaction.Answer, ["message"] = desk.Json(message) };
        return receipt;
    }
}

/// <summary>Messages that answer an interaction.</summary>
internal static class InteractionReply
{
    public static Message New(WorldState world, Interaction interaction, int flags, bool isTts)
    {
        var isPrivate = (flags & MessageFlags.Ephemeral) != 0;
        return new Message(world.Ids.Next(), interaction.Channel, world.Bot)
        {
            Type = interaction.Kind == InteractionKind.Command ? (interaction.CommandType == 1 ? 20 : 23) : 0,
            Flags = flags,
            IsTts = isTts,
            OnlyFor = isPrivate ? interaction.User : null,
            IsByWebhook = true,
            Created = world.Clock.GetUtcNow(),
            Answers = interaction,
        };
    }
}
