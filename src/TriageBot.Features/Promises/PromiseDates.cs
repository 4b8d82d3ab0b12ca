using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Core.ServiceLevels;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.Dates;
using TriageBot.Features.ServiceLevels;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Promises;

/// <summary>The date of a promise as it was read.</summary>
/// <param name="Offers">The other reading, for a button (rule D2).</param>
internal sealed record PromiseDate(DueColumns Columns, Instant DueAt, string Echo, LevelTerms Terms, ImmutableArray<DateOffer> Offers);

/// <summary>Reads the dates of promises: one moment, ahead, within the published hours of the customer's level (rule C7).</summary>
internal sealed class PromiseDates(DueInput input, LevelBook levels, TaskPeopleStore people, ReplyTexts texts)
{
    /// <returns>Either the date, or the private answer to give instead.</returns>
    public async Task<(PromiseDate? Date, Reply? Answer)> ReadAsync(Turn turn, string typed, string customer)
    {
        var result = await input.ReadAsync(turn, typed, texts.Say(PromiseTexts.Once)).ConfigureAwait(false);
        if (result is DueInputResult.Answer answer) return (null, answer.Reply);
        var read = (DueInputResult.Read)result;
        if (DueValue.DeadlineOf(read.Due, read.Calendar) is not { } dueAt)
        {
            var refused = texts.Private(PromiseTexts.NoDate, turn.Typed);
            return (null, refused with { Unusable = new Unusable(typed, refused.Card.Text.FirstLine()) });
        }

        var terms = await levels.TermsOfAsync(turn.Unit, customer).ConfigureAwait(false);
        var instead = PromiseTimes.Instead(read.Due, terms.Calendar, turn.Now);
        if (instead.Count == 0) return (new PromiseDate(read.Columns, dueAt, read.Echo, terms, DateOffer.Other(PromiseVerbs.DueTo, read)), null);
        var sentence = texts.Say(PromiseTexts.Closed, ("due", ReplyValue.Words(DueText.Name(read.Due, read.Calendar))), ("level", ReplyValue.Typed(terms.Name)));
        return (null, await input.OfferAsync(turn, typed, sentence, [.. instead.Select(due => Named(due, read))]).ConfigureAwait(false));
    }

    /// <summary>The date at the end of a free text (rule D1), as a text that reads back to it; null when it names none, or could be several.</summary>
    public async Task<string?> FindAsync(Turn turn, string text)
    {
        var found = await input.FindAsync(turn, text).ConfigureAwait(false);
        if (found?.Reading is not DueReading.Value { Due: DueValue.Day or DueValue.At } value) return null;
        return DueText.Name(value.Due, await input.CalendarAsync(turn).ConfigureAwait(false));
    }

    /// <summary>"Fri 13 Mar 2026, 17:00 (in 2 days)" for whoever typed it; with its maker's time, where theirs is another zone (rule T1).</summary>
    public async Task<string> EchoAsync(Turn turn, Promise promise)
    {
        var reader = await input.CalendarAsync(turn).ConfigureAwait(false);
        var maker = promise.MakerId == turn.Author.Id ? reader : (await people.LoadAsync(turn.Unit).ConfigureAwait(false)).CalendarOf(promise.MakerId);
        return DueText.EchoForBoth(promise.Due, turn.Now, reader, maker);
    }

    private static NamedReading Named(DueValue due, DueInputResult.Read read)
    {
        var name = DueText.Name(due, read.Calendar);
        return new NamedReading(name, name, due);
    }
}
