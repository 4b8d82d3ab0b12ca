using TriageBot.Core.Chat;
using TriageBot.Features.Inbox;

namespace TriageBot.Features.Forms;

/// <summary>A form with something that cannot be used is not over: the platform keeps it open, or a button opens it again as it was filled in.</summary>
/// <remarks>It is kept in the answer to its event, which the inbox has on disk anyway and forgets after a while (ADR 18).</remarks>
public sealed class RefusedForms(InboxStore inbox, ReplyTexts texts)
{
    /// <summary>Opens the form that was refused as the answer to the event in the control's extra.</summary>
    public const string Again = "form-again";

    /// <summary>Answers what was filled in, and where a value of it cannot be used, with the form.</summary>
    /// <param name="open">Opens the same form anew.</param>
    public async Task<Reply> AnswerAsync(Turn turn, Handler answer, Handler open)
    {
        var reply = await answer(turn).ConfigureAwait(false);
        if (reply is not Reply.Private { Unusable: { } unusable, Card: var card } || await open(turn).ConfigureAwait(false) is not Reply.Open(var form)) return reply;
        var again = new ControlId(Again, Extra: turn.Incoming.EventId);
        var refused = Filled(form, turn.Values) with { Problem = new FormProblem(FieldOf(form, turn, unusable.Typed), unusable.Sentence) };
        return new Reply.Refused(
            again.Extra.Length > ControlId.LongestExtra ? card : card with { Controls = [new Button(again.ToString(), "Open the form again", ButtonStyle.Primary), .. card.Controls] },
            refused,
            turn.Author.Id);
    }

    /// <summary>The button: the form for the item as it is now; where the item was changed meanwhile, the answer of every stale control (rule X4), beside what was typed.</summary>
    public async Task<Reply> OpenAgainAsync(Turn turn, FeatureMap map)
    {
        if (await inbox.FindReplyAsync(turn.Db, turn.Workspace.Id, turn.Control.Extra).ConfigureAwait(false) is not Reply.Refused refused) return texts.Private(FormTexts.Forgotten);
        if (refused.By != turn.Author.Id) return texts.Private(FormTexts.NotYours);
        if (ControlId.Parse(refused.Form.Id) is not { } id || map.FindForm(id.Verb)?.Open is not { } open) return texts.Private(FormTexts.Forgotten);
        var values = refused.Form.Fields.ToDictionary(field => field.Name, field => field.Initial);
        return await open(turn.Doing(new IncomingBody.Filled(refused.Form.Id, values), values: values, control: id)).ConfigureAwait(false) switch
        {
            Reply.Open(var form) => new Reply.Open(Filled(form, values) with { Problem = refused.Form.Problem }),
            Reply.Update(var card) => new Reply.Private(card),
            var answer => answer,
        };
    }

    private static Form Filled(Form form, IReadOnlyDictionary<string, string> values) =>
        form with { Fields = [.. form.Fields.Select(field => values.TryGetValue(field.Name, out var value) ? field with { Initial = value } : field)] };

    /// <summary>The field that holds what cannot be used. Dates stand after names and texts: of several with the same words the last is meant.</summary>
    private static string FieldOf(Form form, Turn turn, string typed) =>
        (form.Fields.LastOrDefault(field => typed.Length > 0 && turn.Value(field.Name) == typed.Trim())
            ?? form.Fields.FirstOrDefault(field => field.Required && turn.Value(field.Name) is null)
            ?? form.Fields[0]).Name;
}
