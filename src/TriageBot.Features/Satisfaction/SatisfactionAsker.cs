using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Satisfaction;

namespace TriageBot.Features.Satisfaction;

/// <summary>Puts the question how it was below an answer, where it may be asked (rule C11).</summary>
internal sealed class SatisfactionAsker(SatisfactionStore store, ReplyTexts texts)
{
    /// <summary>The card that tells a person of an answer, with the question if this person was not asked for 30 days; their own answers are not asked about.</summary>
    /// <param name="by">Who answered.</param>
    public async Task<Card> AddToAsync(UnitOfWork unit, Card answer, (long Number, string Customer) item, MemberId reader, MemberId by)
    {
        if (reader == by) return answer;
        if (!SatisfactionRules.MayAsk(await store.LastAskedAsync(unit, reader).ConfigureAwait(false), unit.Now)) return answer;
        var ask = new SatisfactionAsk { Number = item.Number, MemberId = reader.Value, Customer = item.Customer, AnsweredBy = by.Value };
        if (await store.InsertAsync(unit, ask).ConfigureAwait(false) == 0) return answer;
        var ratings = Enumerable.Range(SatisfactionRules.Worst, SatisfactionRules.Best).Select(rating => rating.ToString(CultureInfo.InvariantCulture));
        return answer with
        {
            Text = RichText.Lines(answer.Text, texts.Say(SatisfactionTexts.Ask)),
            Controls =
            [
                .. answer.Controls,
                .. ratings.Select(rating => new Button(new ControlId(SatisfactionVerbs.Rate, item.Number, Extra: rating).ToString(), Label(rating))),
                new Button(new ControlId(SatisfactionVerbs.Close, item.Number).ToString(), "Close without rating"),
            ],
        };
    }

    private static string Label(string rating) => rating switch
    {
        "1" => "1 bad",
        "5" => "5 very good",
        _ => rating,
    };
}
