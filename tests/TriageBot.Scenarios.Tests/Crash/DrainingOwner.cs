namespace TriageBot.Scenarios.Tests.Crash;

/// <summary>Opens a break and decides what it shows, again and again, until told to stop.</summary>
internal sealed class DrainingOwner(Window window, Acknowledged acknowledged, int seed)
{
    private static readonly (string Verb, string State, bool HasForm)[] Choices =
    [
        ("drain-answer", "Answered", true),
        ("drain-decline", "Declined", true),
        ("drain-today", "Today", false),
        ("drain-someday", "Someday", false),
    ];

    private readonly Random random = new(seed);

    public async Task WorkAsync(CancellationToken enough)
    {
        Posted? card = null;
        while (!enough.IsCancellationRequested)
        {
            card = card is { Item: { } number } && card.Control("drain-answer") is not null
                ? await DecideAsync(card, number)
                : (await window.SayAsync(window.NextEventId(), window.DirectPlace, "/break")).Message;
        }
    }

    /// <returns>The card as it stands then: the next message, or the summary.</returns>
    private async Task<Posted?> DecideAsync(Posted card, long number)
    {
        var (verb, state, hasForm) = Choices[random.Next(Choices.Length)];
        var eventId = window.NextEventId();
        var answer = await window.PressAsync(eventId, card, card.Control(verb) ?? "");
        string? words = null;
        if (hasForm)
        {
            if (answer.FormId is not { } form) return Surprised(eventId, answer);
            eventId = window.NextEventId();
            words = $"My word on it: {eventId}.";
            answer = await window.FillAsync(eventId, form, words);
        }

        // On a full day "Do today" first asks what is to give way (rule A6); nothing is decided before the answer.
        if (answer.Message is { } question && question.Id == card.Id && question.Control("drain-yes") is { } yes)
        {
            eventId = window.NextEventId();
            answer = await window.PressAsync(eventId, question, yes);
        }

        // A choice that counts changes the card it was made on; "already done" and "not known" are messages of their own.
        if (answer.Message?.Id != card.Id) return Surprised(eventId, answer);
        acknowledged.Decisions.Enqueue(new Decided(number, state, words));
        return answer.Message;
    }

    private Posted? Surprised(string eventId, Answer answer)
    {
        acknowledged.Surprises.Enqueue($"{eventId}: {answer.Status} {answer.Message?.Words ?? answer.Body.ToString()}");
        return null;
    }
}
