using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web.Http;

/// <summary>What the page asks and does. Who acts stands in the query, <c>?as=sam</c>: each window is one person.</summary>
internal sealed class ChatEndpoints(LocalChat chat)
{
    private const int MessagesAtOnce = 50;

    private TimeZoneInfo Zone => chat.Clock.LocalTimeZone;

    /// <summary>Who names nobody is the first of the team.</summary>
    public async Task StateAsync(HttpContext context)
    {
        var wanted = context.Request.Query["as"].ToString();
        if (chat.People.FirstOrDefault(person => wanted == "" || person.Id.Value == wanted) is not { } me)
        {
            await JsonExchange.RefuseAsync(context, StatusCodes.Status404NotFound, "This person is not in the team. Choose somebody from the list.").ConfigureAwait(false);
            return;
        }

        // The position is taken before the messages: what happens in between is sent twice rather than never.
        var position = await chat.PositionAsync(context.RequestAborted).ConfigureAwait(false);
        var places = chat.Channels.Select(channel => Place(me.Id, new Destination.Channel(channel.Id), channel.Name))
            .Append(Place(me.Id, new Destination.Direct(me.Id), "TriageBot"));
        var state = new StateView(chat.WorkspaceName, me.Id.Value, position, [.. chat.People.Select(PersonView.From)], [.. places])
        {
            Commands = [.. chat.Commands],
            Menus = [.. chat.MessageMenus],
        };
        await chat.PositionAsync(context.RequestAborted).ConfigureAwait(false);
        await JsonExchange.WriteAsync(context, state, ChatJson.Default.StateView).ConfigureAwait(false);
    }

    public Task OlderAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (!long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before))
        {
            return JsonExchange.RefuseAsync(context, StatusCodes.Status400BadRequest, "Say before which message: before=123.");
        }

        return ParseDestination(query["where"]) is { } where
            ? JsonExchange.WriteAsync(context, ReadPage(Member(context), where, before), ChatJson.Default.PageView)
            : JsonExchange.RefuseAsync(context, StatusCodes.Status400BadRequest, "Say where: where=channel:team.");
    }

    public Task SayAsync(HttpContext context, SayRequest body) =>
        ParseDestination(body.Where) is { } where
            ? ActAsync(context, body.Event, (author, ct) => chat.SayAsync(author, where, body.Text ?? "", body.Event, ct))
            : JsonExchange.RefuseAsync(context, StatusCodes.Status400BadRequest, "Say where: \"where\": \"channel:team\".");

    public Task PressAsync(HttpContext context, PressRequest body) =>
        ActAsync(context, body.Event, (author, ct) => chat.PressAsync(author, body.Message ?? "", body.Control ?? "", body.Choice, body.Event, ct));

    public Task FillAsync(HttpContext context, FillRequest body) =>
        ActAsync(context, body.Event, (author, ct) => chat.FillAsync(author, body.Form ?? "", body.Values ?? [], body.Event, ct));

    public Task MenuAsync(HttpContext context, MenuRequest body) =>
        ActAsync(context, body.Event, (author, ct) => chat.UseMenuAsync(author, body.Menu ?? "", body.Message ?? "", body.Event, ct));

    public async Task PersonAsync(HttpContext context, PersonRequest body)
    {
        var outcome = await chat.AddPersonAsync(body.Name ?? "", context.RequestAborted).ConfigureAwait(false);
        await (outcome switch
        {
            PersonOutcome.Added(var person) => JsonExchange.WriteAsync(context, PersonView.From(person), ChatJson.Default.PersonView),
            PersonOutcome.Refused(var sentence) => JsonExchange.RefuseAsync(context, StatusCodes.Status422UnprocessableEntity, sentence),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
        }).ConfigureAwait(false);
    }

    public async Task CompleteAsync(HttpContext context, CompleteRequest body)
    {
        var choices = await chat.CompleteAsync(Member(context), body.Command ?? "", body.Option ?? "", body.Typed ?? "", context.RequestAborted).ConfigureAwait(false);
        await JsonExchange.WriteAsync(context, [.. choices], ChatJson.Default.ImmutableArrayChoice).ConfigureAwait(false);
    }

    /// <summary>A file of a message, for those who see the message.</summary>
    public async Task FileAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (chat.FindFile(Member(context), query["message"].ToString(), query["name"].ToString()) is not { } file)
        {
            await JsonExchange.RefuseAsync(context, StatusCodes.Status404NotFound, "This file is not kept any more. Ask for it again.").ConfigureAwait(false);
            return;
        }

        var response = context.Response;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = file.Name }.ToString();
        response.ContentType = "application/octet-stream";
        response.ContentLength = file.Content.Length;
        await response.BodyWriter.WriteAsync(file.Content, context.RequestAborted).ConfigureAwait(false);
    }

    private static MemberId Member(HttpContext context) => new(context.Request.Query["as"].ToString());

    private static Destination? ParseDestination(string? text)
    {
        try
        {
            return Destination.Parse(text ?? "");
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private async Task ActAsync(HttpContext context, string? eventId, Func<MemberId, CancellationToken, Task<ChatOutcome>> act)
    {
        if (eventId is { Length: 0 or > 100 })
        {
            await JsonExchange.RefuseAsync(context, StatusCodes.Status400BadRequest, "An event id has 1 to 100 characters.").ConfigureAwait(false);
            return;
        }

        var viewer = Member(context);
        var outcome = await act(viewer, context.RequestAborted).ConfigureAwait(false);
        await (outcome switch
        {
            ChatOutcome.Shown(var id) => ShowAsync(new OutcomeView(Message: Find(viewer, id))),
            ChatOutcome.Updated(var id) => ShowAsync(new OutcomeView(Message: Find(viewer, id))),
            ChatOutcome.Opened(var form) => ShowAsync(new OutcomeView(Form: FormView.From(form))),
            ChatOutcome.Nothing => ShowAsync(new OutcomeView()),
            ChatOutcome.Refused(var sentence) => JsonExchange.RefuseAsync(context, StatusCodes.Status422UnprocessableEntity, sentence),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
        }).ConfigureAwait(false);

        Task ShowAsync(OutcomeView shown)
        {
            var typed = eventId is null ? null : chat.FindTyped(viewer, eventId);
            return JsonExchange.WriteAsync(context, shown with { Typed = typed is null ? null : MessageView.From(typed, Zone) }, ChatJson.Default.OutcomeView);
        }
    }

    private MessageView? Find(MemberId viewer, string messageId) =>
        chat.FindVisible(viewer, messageId) is { } message ? MessageView.From(message, Zone) : null;

    private PlaceView Place(MemberId viewer, Destination where, string name) =>
        new(where.ToString() ?? "", name, ReadPage(viewer, where, long.MaxValue));

    private PageView ReadPage(MemberId viewer, Destination where, long before)
    {
        var messages = chat.Read(viewer, where, before, MessagesAtOnce);
        return new PageView([.. messages.Select(message => MessageView.From(message, Zone))], messages.Count == MessagesAtOnce);
    }
}
