using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Features.Outbox;
using TriageBot.Features.Setup;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Dates;

/// <summary>Does what a button below a date question stands for: the act that was asked for, with the date that was meant.</summary>
internal sealed class DateAnswers(DateQuestionStore questions, MemberStore members, Refusals refusals, DateOrders orders, ReplyTexts texts)
{
    public async Task<Reply> TakeAsync(Turn turn, FeatureMap map)
    {
        var (question, problem) = await FindAsync(turn).ConfigureAwait(false);
        if (question is null) return problem;
        var text = question.Texts.ElementAtOrDefault((int)turn.Control.Revision) ?? question.Texts[0];
        await questions.AnswerAsync(turn.Unit, question.Number, text).ConfigureAwait(false);
        return await DoAsync(turn, map, question, text).ConfigureAwait(false);
    }

    /// <summary>From now on the author's dates are read in this order; this one as well.</summary>
    public async Task<Reply> OrderAsync(Turn turn, FeatureMap map)
    {
        var (question, problem) = await FindAsync(turn).ConfigureAwait(false);
        if (question is null) return problem;
        await questions.AnswerAsync(turn.Unit, question.Number, turn.Control.Extra).ConfigureAwait(false);
        var author = await orders.SetAsync(turn, turn.Control.Extra).ConfigureAwait(false);
        return await DoAsync(new Turn(turn.Unit, author, turn.Incoming), map, question, text: null).ConfigureAwait(false);
    }

    /// <summary>The open question of this member; or what to say to somebody else, and to whoever presses twice (rules X4, X5).</summary>
    private async Task<(DateQuestion? Question, Reply Problem)> FindAsync(Turn turn)
    {
        var question = await questions.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false);
        if (question is null) return (null, texts.Private(DateTexts.NoQuestion));
        if (question.MemberId != turn.Author.Id)
        {
            var asked = await members.FindAsync(turn.Db, turn.Workspace.Id, question.MemberId).ConfigureAwait(false);
            return (null, texts.Private(DateTexts.NotYours, ("member", asked?.AsRun() ?? new TextRun(RunKind.Plain, "somebody else"))));
        }

        return question.AnsweredAt is null
            ? (question, Reply.Nothing.Instance)
            : (null, texts.Private(DateTexts.Answered, ("answer", ReplyValue.Typed(question.Answer))));
    }

    /// <param name="text">Takes the place of the typed date; null leaves it.</param>
    private async Task<Reply> DoAsync(Turn turn, FeatureMap map, DateQuestion question, string? text)
    {
        var values = question.Values;
        if (text is not null && question.Field.Length > 0) values[question.Field] = text;
        var choice = text is not null && question.Field.Length == 0 ? text : question.Choice;
        var control = ControlId.Parse(question.Name);
        var (route, again) = question.Way switch
        {
            DateWay.Command => (map.FindCommand(question.Name), turn.Doing(new IncomingBody.Command(question.Name, values), question.Name, values, choice: choice)),
            DateWay.Form => (map.FindForm(control?.Verb ?? ""), turn.Doing(new IncomingBody.Filled(question.Name, values), values: values, control: control)),
            _ => (map.FindControl(control?.Verb ?? ""), turn.Doing(new IncomingBody.Pressed(question.Name, choice), values: values, control: control, choice: choice)),
        };
        if (route is null) return texts.Private(DateTexts.NoQuestion);
        if (route.Spec is { } spec && Policy.Decide(turn.Actor, new Act.UseCommand(spec)) is Verdict.Refused refused)
        {
            return await refusals.ReplyAsync(turn, refused, "/" + spec.Name).ConfigureAwait(false);
        }

        // The question has served; what comes of it stands in its place.
        var reply = await route.Handler(again).ConfigureAwait(false);
        return reply is Reply.Private answer ? new Reply.Update(answer.Card) : reply;
    }
}

/// <summary>Keeps in which order a member writes day and month.</summary>
internal sealed class DateOrders(Settings settings, SetupChanger changer, MemberStore members, OutboxStore outbox)
{
    /// <summary>Sets it for the author, who hears of it once, with Undo.</summary>
    /// <returns>The author as they are after it.</returns>
    public async Task<Member> SetAsync(Turn turn, string order)
    {
        var change = await settings.ToAsync(turn.Unit, new Setting(SettingKind.DateOrder, turn.Author.Id), order).ConfigureAwait(false);
        if (await changer.SetAsync(turn, change).ConfigureAwait(false) is Reply.Private echo) await outbox.TellAsync(turn.Unit, turn.Author.Id, echo.Card).ConfigureAwait(false);
        return await members.FindAsync(turn.Db, turn.Workspace.Id, turn.Author.Id).ConfigureAwait(false) ?? turn.Author;
    }
}
